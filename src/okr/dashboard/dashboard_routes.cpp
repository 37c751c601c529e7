#include "okr/dashboard/dashboard_routes.hpp"

namespace waymark::okr {

using namespace policy;
using rest::Call;
using rest::Nothing;

std::vector<rest::Route> dashboard_routes(Dashboards const& dashboards) {
  return {
      rest::get("/api/v1/dashboard", signed_in,
                "Counts how the OKRs of the company, a team or a person stand: statuses, spread, confidence, load.",
                [&](Call<Nothing, DashboardQuery> const& c) { return dashboards.get(c.tx, c.viewer, c.query); }),
      rest::get("/api/v1/dashboard/key-results", signed_in,
                "Lists the key results that a dashboard counts: by status, by grade, or those not updated in time.",
                [&](Call<Nothing, CountedQuery> const& c) { return dashboards.key_results(c.tx, c.viewer, c.query); }),
      rest::get("/api/v1/dashboard/check-ins", signed_in,
                "Lists the check-ins of one week of a cycle whose confidence a dashboard counts.",
                [&](Call<Nothing, SaidQuery> const& c) { return dashboards.check_ins(c.tx, c.viewer, c.query); }),
      rest::get("/api/v1/dashboard/people", signed_in, "Lists who is in how many open objectives of a cycle, by name.",
                [&](Call<Nothing, LoadedQuery> const& c) { return dashboards.people(c.tx, c.viewer, c.query); }),
  };
}

}  // namespace waymark::okr
