#include "okr/objective/authorship.hpp"

#include <gtest/gtest.h>

namespace waymark::okr {
namespace {

constexpr TeamId company{1}, works{2}, night_shift{3};
constexpr PersonId iris{11}, marek{12}, stefan{13}, clara{14};

// Iris leads the company, Marek the works in it, Stefan the night shift in them.
Leads world() {
  std::vector<people::TeamPlace> const places{{company, {}}, {works, company}, {night_shift, works}};
  std::vector<TeamLead> const leads{{company, iris}, {works, marek}, {night_shift, stefan}};
  return {people::TeamTree{places}, leads};
}

Authorship of_team(PersonId author, bool member = true) {
  return {ObjectiveLevel::team, night_shift, {}, author, false, member};
}

// [SHARE-1]
TEST(Authorship, a_member_who_leads_neither_the_team_nor_one_above_drafts_from_below) {
  EXPECT_TRUE(is_from_below(of_team(clara), world()));
  EXPECT_FALSE(is_from_below(of_team(stefan), world()));
  EXPECT_FALSE(is_from_below(of_team(marek), world()));
  EXPECT_FALSE(is_from_below(of_team(iris), world()));
  EXPECT_FALSE(is_from_below(of_team(clara, false), world()));
}

// [SHARE-1]
TEST(Authorship, what_is_a_persons_own_comes_from_below_where_they_wrote_it) {
  EXPECT_TRUE(is_from_below({ObjectiveLevel::person, {}, clara, clara, false, false}, world()));
  EXPECT_FALSE(is_from_below({ObjectiveLevel::person, {}, clara, stefan, false, false}, world()));
}

// [SHARE-1]
TEST(Authorship, the_companys_and_what_was_imported_are_not_asked) {
  Authorship imported = of_team(clara);
  imported.imported = true;
  std::vector const all{of_team(clara), of_team(stefan), imported,
                        Authorship{ObjectiveLevel::company, company, {}, clara, false, true}};
  EXPECT_EQ(from_below(all, world()), (FromBelow{1, 2}));
}

}  // namespace
}  // namespace waymark::okr
