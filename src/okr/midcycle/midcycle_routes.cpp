#include "okr/midcycle/midcycle_routes.hpp"

namespace waymark::okr {

using namespace policy;
using rest::Call;

std::vector<rest::Route> midcycle_routes(Midcycles const& midcycles) {
  return {
      rest::get("/api/v1/cycles/{cycle}/midcycle", signed_in,
                "Lists the objectives of the caller and their teams with what was decided in the middle of the cycle.",
                [&](Call<> const& c) { return midcycles.list(c.tx, c.viewer, c.id<CycleId>("cycle")); }),
      rest::put("/api/v1/objectives/{objective}/midcycle", signed_in,
                "Decides in the middle of a cycle whether an objective is kept, changed or dropped.",
                [&](Call<NewDecision> const& c) {
                  return midcycles.decide(c.tx, c.viewer, c.id<ObjectiveId>("objective"), c.body);
                }),
  };
}

}  // namespace waymark::okr
