#include "okr/cycle/cycle_routes.hpp"

#include "core/rest/created.hpp"

namespace waymark::okr {

using namespace policy;
using rest::Call;

std::vector<rest::Route> cycle_routes(Cycles const& cycles) {
  return {
      rest::get("/api/v1/cycles", signed_in, "Lists the cycles, newest first.",
                [&](Call<> const& c) { return cycles.list(c.tx, c.viewer); }),
      rest::post(
          "/api/v1/cycles", hr_or_administrator, "Makes a cycle.",
          [&](Call<NewCycle> const& c) { return rest::created(cycles.create(c.tx, c.viewer, c.body), "cycles"); }),
      rest::get("/api/v1/cycles/{cycle}", signed_in, "Shows one cycle.",
                [&](Call<> const& c) { return cycles.get(c.tx, c.viewer, c.id<CycleId>("cycle")); }),
      rest::patch("/api/v1/cycles/{cycle}", hr_or_administrator, "Changes a cycle, or moves it to its next phase.",
                  [&](Call<CycleChange> const& c) {
                    return cycles.change(c.tx, c.viewer, c.id<CycleId>("cycle"), c.seen_version(), c.body);
                  }),
      rest::get("/api/v1/cycles/{cycle}/summary", signed_in,
                "Shows how a cycle stands: what is open, grades, retros that are missing.",
                [&](Call<> const& c) { return cycles.summary(c.tx, c.viewer, c.id<CycleId>("cycle")); }),
      rest::get("/api/v1/cycles/{cycle}/calendar", signed_in,
                "Shows the days of a cycle: planning, check-ins, mid-cycle, closing, retros.",
                [&](Call<> const& c) { return cycles.calendar(c.tx, c.viewer, c.id<CycleId>("cycle")); }),
  };
}

}  // namespace waymark::okr
