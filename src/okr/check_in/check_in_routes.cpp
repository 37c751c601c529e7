#include "okr/check_in/check_in_routes.hpp"

#include "core/rest/created.hpp"
#include "okr/objective/path.hpp"

namespace waymark::okr {
namespace {

using namespace policy;
using rest::Call;
using rest::Nothing;

struct HistoryQuery {
  std::optional<json::Text<1, 400>> after;
  std::optional<json::Int<1, 200>> limit;
};
BOOST_DESCRIBE_STRUCT(HistoryQuery, (), (after, limit))

}  // namespace

std::vector<rest::Route> check_in_routes(CheckIns const& check_ins, Blockers const& blockers) {
  return {
      rest::post("/api/v1/key-results/{key_result}/check-ins", signed_in, "Checks in on a key result.",
                 [&](Call<NewCheckIn> const& c) {
                   return rest::created(check_ins.create(c.tx, c.viewer, key_result_in(c), c.body), "check-ins");
                 }),
      rest::get("/api/v1/key-results/{key_result}/check-ins", signed_in,
                "Lists the check-ins of a key result, newest first.",
                [&](Call<Nothing, HistoryQuery> const& c) {
                  std::optional<std::string> after;
                  if (c.query.after) after = *c.query.after;
                  return check_ins.history(c.tx, c.viewer, key_result_in(c), after, c.query.limit.value_or(50));
                }),
      rest::post("/api/v1/check-ins", signed_in, "Checks in on many key results at once: all or nothing.",
                 [&](Call<CheckInBatch> const& c) { return check_ins.create_all(c.tx, c.viewer, c.body); }),
      rest::get("/api/v1/check-ins/{check_in}", signed_in, "Shows one check-in.",
                [&](Call<> const& c) { return check_ins.get(c.tx, c.viewer, c.id<CheckInId>("check_in")); }),
      rest::put("/api/v1/check-ins/{check_in}/acknowledgement", signed_in,
                "Acknowledges a check-in. Whoever leads the work may.",
                [&](Call<> const& c) { return check_ins.acknowledge(c.tx, c.viewer, c.id<CheckInId>("check_in")); }),
      rest::put("/api/v1/check-ins/{check_in}/withdrawal", signed_in,
                "Withdraws one's own newest check-in, for ten minutes.",
                [&](Call<> const& c) { return check_ins.withdraw(c.tx, c.viewer, c.id<CheckInId>("check_in")); }),
      rest::post("/api/v1/objectives/{objective}/blockers", signed_in, "Says what stops a key result, and who helps.",
                 [&](Call<NewBlocker> const& c) {
                   return rest::created(blockers.raise(c.tx, c.viewer, objective_in(c), c.body), "blockers");
                 }),
      rest::put("/api/v1/blockers/{blocker}/resolution", signed_in, "Resolves a blocker.",
                [&](Call<BlockerResolution> const& c) {
                  return blockers.resolve(c.tx, c.viewer, c.id<BlockerId>("blocker"), c.body.resolution);
                }),
      rest::put("/api/v1/blockers/{blocker}/owner", signed_in, "Hands a blocker over to somebody else.",
                [&](Call<BlockerOwner> const& c) {
                  return blockers.hand_over(c.tx, c.viewer, c.id<BlockerId>("blocker"), c.body.owner_id);
                }),
  };
}

}  // namespace waymark::okr
