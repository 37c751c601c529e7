#include "okr/key_result/key_result_routes.hpp"

#include "core/rest/created.hpp"
#include "okr/key_result/followers.hpp"
#include "okr/objective/path.hpp"

namespace waymark::okr {
namespace {

using namespace policy;
using rest::Call;
using rest::Nothing;

}  // namespace

std::vector<rest::Route> key_result_routes(KeyResults const& key_results) {
  return {
      rest::post("/api/v1/objectives/{objective}/key-results", signed_in, "Adds a key result to an objective.",
                 [&](Call<AddedKeyResult> const& c) {
                   return rest::created(
                       key_results.create(c.tx, c.viewer, objective_in(c), c.body, c.body.reason.value_or("")),
                       "key-results");
                 }),
      rest::get("/api/v1/key-results", signed_in, "Lists the key results that follow a KPI.",
                [&](Call<Nothing, FollowerFilter> const& c) { return followers(c.tx, c.query); }),
      rest::get("/api/v1/key-results/{key_result}", signed_in, "Shows one key result.",
                [&](Call<> const& c) { return key_results.get(c.tx, c.viewer, key_result_in(c)); }),
      rest::patch("/api/v1/key-results/{key_result}", signed_in,
                  "Changes a key result; a published one needs a reason and keeps the old values.",
                  [&](Call<KeyResultChange> const& c) {
                    return key_results.change(c.tx, c.viewer, key_result_in(c), c.seen_version(), c.body);
                  }),
      rest::put("/api/v1/key-results/{key_result}/removal", signed_in, "Takes a key result out of its objective.",
                [&](Call<Reasoned> const& c) {
                  key_results.drop(c.tx, c.viewer, key_result_in(c), c.body.reason.value_or(""));
                }),
  };
}

}  // namespace waymark::okr
