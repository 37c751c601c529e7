#include "okr/home/usage.hpp"

#include "okr/rules/score.hpp"

namespace waymark::okr {

TeamUsage team_usage(TeamName team, std::int64_t people, std::int64_t here) {
  if (people < usage_people) return {std::move(team), people, {}, {}};
  return {std::move(team), people, here,
          rounded(static_cast<double>(here) / static_cast<double>(people), here == people)};
}

std::vector<rest::Route> usage_routes() {
  return {rest::get("/api/v1/usage", policy::hr_or_administrator,
                    "Says how many of each team's people were here in the last four weeks, without naming anybody.",
                    [](rest::Call<> const& c) { return usage(c.tx); })};
}

}  // namespace waymark::okr
