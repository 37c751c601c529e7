#pragma once

#include "core/db/db.hpp"
#include "core/rest/route.hpp"
#include "okr/rules/ids.hpp"

// How many of a team's people were here lately. Nobody is named, and few people are no share. [SHARE-4]
namespace waymark::okr {

struct TeamUsage {
  TeamName team;
  std::int64_t people;
  std::optional<std::int64_t> here;  // none where they are too few to be told without naming somebody
  std::optional<double> share;
};
BOOST_DESCRIBE_STRUCT(TeamUsage, (), (team, people, here, share))

struct Usage {
  base::Day since;
  std::vector<TeamUsage> teams;  // with people, by name
};
BOOST_DESCRIBE_STRUCT(Usage, (), (since, teams))

// The days that count as lately, and the fewest people of whom a share is told.
inline constexpr int usage_days = 28;
inline constexpr std::int64_t usage_people = 5;

TeamUsage team_usage(TeamName team, std::int64_t people, std::int64_t here);

Usage usage(db::Tx& tx);

std::vector<rest::Route> usage_routes();

}  // namespace waymark::okr
