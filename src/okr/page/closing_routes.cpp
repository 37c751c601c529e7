#include "okr/page/closing_routes.hpp"

#include "okr/objective/path.hpp"

namespace waymark::okr {
namespace {

using namespace policy;
using rest::Call;

}  // namespace

std::vector<rest::Route> closing_routes(Closing const& closing, ObjectivePages const& pages) {
  return {
      rest::get("/api/v1/objectives/{objective}/closure", signed_in, "Suggests grade and outcomes for closing.",
                [&](Call<> const& c) { return closing.suggest(c.tx, c.viewer, objective_in(c)); }),
      rest::put("/api/v1/objectives/{objective}/closure", signed_in,
                "Closes an objective with grade, outcomes, causes and learning.",
                [&](Call<NewClosure> const& c) {
                  closing.close(c.tx, c.viewer, objective_in(c), c.body);
                  return pages.get(c.tx, c.viewer, objective_in(c));
                }),
      rest::put("/api/v1/objectives/{objective}/reopening", signed_in,
                "Opens what was closed or cancelled again, with a reason, while its cycle is not closed.",
                [&](Call<Reasoned> const& c) {
                  closing.reopen(c.tx, c.viewer, objective_in(c), c.body.reason.value_or(""));
                  return pages.get(c.tx, c.viewer, objective_in(c));
                }),
  };
}

}  // namespace waymark::okr
