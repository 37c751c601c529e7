#include "people/rules.hpp"

#include <gmock/gmock.h>
#include <rapidcheck/gtest.h>

#include <map>

#include "core/base/problem.hpp"

namespace waymark::people {
namespace {

using policy::Scope;
using policy::Viewer;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

constexpr policy::Set<Scope> every_scope{Scope::read, Scope::write, Scope::administer};

Viewer viewer(std::int64_t id, Roles roles, policy::Set<Scope> scopes = every_scope) {
  return {PersonId{id}, roles, scopes, 1};
}

Viewer const ana = viewer(1, {Role::employee});
Viewer const hugo = viewer(2, {Role::employee, Role::hr});
Viewer const sam = viewer(3, {Role::employee, Role::administrator});
Subject const ana_as_subject{PersonId{1}, true, false};
Subject const sam_as_subject{PersonId{3}, true, true};

TEST(Email, is_compared_without_case) {  // [PEO-1]
  EXPECT_EQ(email_key(" Ana@Example.ORG "), email_key("ana@example.org"));
  EXPECT_NE(email_key("ana@example.org"), email_key("anna@example.org"));
}

TEST(Email, looks_like_one) {  // [PEO-1]
  EXPECT_NO_THROW(check_email("a@b"));
  for (auto const* wrong : {"ana", "@example.org", "ana@", "a@b@c", "a b@c", "a,b@c", "<a@b>"})
    EXPECT_THROW(check_email(wrong), base::Problem) << wrong;
}

TEST(Absence, ends_after_it_begins_and_within_a_year) {  // [PEO-21]
  auto const monday = *base::Day::parse("2025-11-17");
  EXPECT_NO_THROW(check_absence(monday, monday));
  EXPECT_NO_THROW(check_absence(monday, monday + 366));
  EXPECT_THROW(check_absence(monday, monday - 1), base::Problem);
  EXPECT_THROW(check_absence(monday, monday + 367), base::Problem);
}

TEST(Settings, have_a_most_that_is_not_fewer_than_the_least) {  // [PEO-23]
  EXPECT_NO_THROW(check_limits("objectives_most", 3, 3));
  EXPECT_THROW(check_limits("objectives_most", 4, 3), base::Problem);
}

TEST(Lines, find_a_loop_of_any_depth) {  // [PEO-2] [PEO-5]
  std::map<std::int64_t, std::int64_t> above;
  for (std::int64_t i = 1; i < 500; ++i) above[i] = i + 1;
  auto const next = [&](std::int64_t id) { return above[id]; };
  EXPECT_TRUE(would_loop(500, 1, next));
  EXPECT_TRUE(would_loop(7, 7, next));
  EXPECT_FALSE(would_loop(1, 500, next));
}

RC_GTEST_PROP(Lines, never_have_a_loop,
              (std::vector<std::pair<std::uint8_t, std::uint8_t>> const& wishes)) {  // [PEO-2] [PEO-5]
  std::map<std::int64_t, std::int64_t> above;
  auto const next = [&](std::int64_t id) { return above[id]; };
  for (auto const& [below, over] : wishes) {
    if (over != 0 && !would_loop(below, over, next)) above[below] = over;
  }
  for (std::int64_t start = 1; start < 256; ++start) {
    int steps = 0;
    for (auto at = start; at != 0; at = next(at)) RC_ASSERT(++steps <= 256);
  }
}

TEST(Rights, of_everybody_end_at_themselves) {  // [PEO-7]
  EXPECT_THAT(person_rights(ana, ana_as_subject), ElementsAre("edit"));
  EXPECT_THAT(person_rights(ana, sam_as_subject), IsEmpty());
}

TEST(Rights, of_hr_and_administrators_cover_the_directory) {  // [PEO-8] [PEO-9]
  EXPECT_THAT(person_rights(hugo, ana_as_subject), ElementsAre("edit", "place", "invite", "hand_over", "end"));
  EXPECT_THAT(person_rights(sam, ana_as_subject),
              ElementsAre("edit", "place", "invite", "set_roles", "hand_over", "end"));
}

TEST(Rights, over_an_administrator_are_for_administrators) {  // [PEO-9] [PEO-12]
  EXPECT_THAT(person_rights(hugo, sam_as_subject), ElementsAre("edit", "place", "hand_over"));
  EXPECT_FALSE(may_readdress(hugo, sam_as_subject));
  EXPECT_THAT(person_rights(viewer(4, {Role::administrator}), sam_as_subject),
              ElementsAre("edit", "place", "invite", "set_roles", "hand_over", "end"));
  EXPECT_THAT(person_rights(sam, sam_as_subject), ElementsAre("edit", "place", "invite", "set_roles", "hand_over"));
}

TEST(Rights, to_open_an_account_end_with_the_first_password) {  // [IDN-16] [IDN-22]
  Subject const entered{PersonId{1}, true, false, {}, true};
  EXPECT_THAT(person_rights(hugo, entered), ElementsAre("edit", "place", "hand_over", "end"));
  EXPECT_THAT(person_rights(sam, entered), ElementsAre("edit", "place", "reopen", "set_roles", "hand_over", "end"));
}

TEST(Rights, of_a_token_end_at_its_scopes) {  // [PEO-8]
  auto const token = viewer(3, {Role::administrator}, {Scope::read, Scope::write});
  EXPECT_FALSE(governs(token));
  EXPECT_THAT(person_rights(token, ana_as_subject), ElementsAre("hand_over"));  // of OKRs: its role is enough
}

TEST(Rights, to_hand_over_are_of_whoever_stands_above) {  // [PEO-29]
  Subject const left{PersonId{9}, false, false, PersonId{1}};
  EXPECT_THAT(person_rights(ana, left), ElementsAre("hand_over"));
  EXPECT_FALSE(may_hand_over(viewer(5, {Role::auditor}), left));
}

TEST(Rights, to_write_objectives_follow_the_team) {
  EXPECT_THAT(team_rights(ana, {TeamKind::team, true, false}), ElementsAre("write_objective"));
  EXPECT_THAT(team_rights(ana, {TeamKind::team, false, true}), ElementsAre("write_objective"));
  EXPECT_THAT(team_rights(ana, {TeamKind::company, false, false}), IsEmpty());
  EXPECT_THAT(team_rights(viewer(5, {Role::executive}), {TeamKind::company, false, false}),
              ElementsAre("write_objective"));
  EXPECT_THAT(team_rights(hugo, {TeamKind::team, false, false}), ElementsAre("edit"));
}

TEST(Place, only_the_company_stands_under_nothing) {  // [PEO-4]
  EXPECT_NO_THROW(check_place(TeamKind::company, false, false));
  EXPECT_NO_THROW(check_place(TeamKind::team, true, true));
  EXPECT_THROW(check_place(TeamKind::company, true, false), base::Problem);
  EXPECT_THROW(check_place(TeamKind::company, false, true), base::Problem);
  EXPECT_THROW(check_place(TeamKind::department, false, true), base::Problem);
}

TEST(Language, is_one_of_two) {
  EXPECT_NO_THROW(check_language("de"));
  EXPECT_THROW(check_language("fr"), base::Problem);
}

TEST(NamedRoles, include_the_employee) {
  EXPECT_THAT(list_of(roles_of({Role::auditor})), ElementsAre(Role::employee, Role::auditor));
}

}  // namespace
}  // namespace waymark::people
