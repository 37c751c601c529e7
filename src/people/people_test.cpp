#include "people/people.hpp"

#include <gmock/gmock.h>

#include <set>
#include <thread>

#include "core/base/problem.hpp"
#include "people/person_store.hpp"
#include "people/team_store.hpp"
#include "testing/databases.hpp"

namespace waymark::people {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;

constexpr PersonId nobody{};

constexpr db::Sql select_news{"test.news", "SELECT kind FROM core_event WHERE subject_id = :subject ORDER BY id"};
constexpr db::Sql select_audit{"test.audit", "SELECT action FROM audit_event WHERE subject_id = :subject ORDER BY id"};

class Acts : public testing::OnBothDatabases {
 protected:
  NewPerson someone(std::string const& name, std::optional<PersonId> manager = {}) {
    return {.name = name,
            .email = name + "@example.org",
            .title = {},
            .manager_id = manager,
            .team_ids = {},
            .roles = {},
            .language = {}};
  }
  PersonId add(std::string const& name, std::optional<PersonId> manager = {}) {
    return db->write([&](db::Tx& tx) { return people.create_person(tx, nobody, someone(name, manager)); });
  }
  TeamId add_team(std::string const& name, TeamKind kind = TeamKind::team, std::optional<TeamId> parent = {}) {
    return db->write([&](db::Tx& tx) { return people.create_team(tx, nobody, {name, kind, parent, {}}); });
  }
  void give(PersonId person, Roles roles) {
    db->write([&](db::Tx& tx) { people.set_roles(tx, nobody, person, roles); });
  }
  template <class F>
  auto read(F&& work) {
    return db->read(std::forward<F>(work));
  }
  // What a refused act says: the field and the sentence, or the slug.
  template <class F>
  std::string refusal(F&& act) {
    try {
      db->write([&](db::Tx& tx) { act(tx); });
    } catch (base::Problem const& problem) {
      return problem.fields.empty() ? problem.slug : problem.fields.front().path + ": " + problem.detail;
    }
    return "not refused";
  }

  events::Events events;
  People people{events};
};
INSTANTIATE_TEST_SUITE_P(People, Acts, testing::on_both_databases, testing::name_of);

TEST_P(Acts, an_address_belongs_to_one_person) {  // [PEO-1]
  auto const ana = add("ana");
  EXPECT_EQ(refusal([&](db::Tx& tx) { people.create_person(tx, nobody, someone("ANA")); }), "email_taken");
  EXPECT_EQ(read([](db::Tx& tx) { return find_by_email(tx, "Ana@EXAMPLE.org"); }), ana);
}

TEST_P(Acts, reporting_lines_have_no_loop) {  // [PEO-2]
  auto const iris = add("iris");
  auto const ana = add("ana", iris);
  auto const ben = add("ben", ana);
  EXPECT_THAT(refusal([&](db::Tx& tx) { people.set_manager(tx, nobody, iris, ben); }),
              HasSubstr("manager_id: ben reports to this person"));
  EXPECT_THAT(refusal([&](db::Tx& tx) { people.set_manager(tx, nobody, ana, ana); }), HasSubstr("manager_id"));
  EXPECT_EQ(read([&](db::Tx& tx) { return manager_of(tx, iris); }), std::nullopt);
}

TEST_P(Acts, who_has_left_leads_nobody_and_joins_nothing) {  // [PEO-3]
  auto const zed = add("zed");
  auto const company = add_team("Lumen", TeamKind::company);
  db->write([&](db::Tx& tx) { people.depart(tx, nobody, zed); });
  EXPECT_THAT(refusal([&](db::Tx& tx) { people.create_person(tx, nobody, someone("ben", zed)); }),
              HasSubstr("manager_id: zed has left"));
  EXPECT_THAT(refusal([&](db::Tx& tx) {
                people.create_team(tx, nobody, {"Sales", TeamKind::team, {}, zed});
              }),
              HasSubstr("lead_id: zed has left"));
  EXPECT_EQ(refusal([&](db::Tx& tx) { people.join(tx, nobody, company, zed); }), "has_left");
}

TEST_P(Acts, a_team_stands_under_the_one_company) {  // [PEO-4]
  EXPECT_THAT(refusal([&](db::Tx& tx) {
                people.create_team(tx, nobody, {"Early", TeamKind::team, {}, {}});
              }),
              HasSubstr("parent_id"));
  auto const company = add_team("Lumen", TeamKind::company);
  auto const team = add_team("Apps");
  EXPECT_EQ(read([&](db::Tx& tx) { return parent_of(tx, team); }), company);
  EXPECT_THAT(refusal([&](db::Tx& tx) {
                people.create_team(tx, nobody, {"Second", TeamKind::company, {}, {}});
              }),
              HasSubstr("kind"));
}

TEST_P(Acts, the_team_tree_has_no_loop) {  // [PEO-5]
  add_team("Lumen", TeamKind::company);
  auto const engineering = add_team("Engineering", TeamKind::department);
  auto const apps = add_team("Apps", TeamKind::team, engineering);
  TeamChange under_itself{};
  under_itself.parent_id = {true, apps};
  EXPECT_THAT(refusal([&](db::Tx& tx) { people.change_team(tx, nobody, engineering, under_itself); }),
              HasSubstr("parent_id: Apps is this team or stands under it"));
}

TEST_P(Acts, a_team_has_its_own_name) {  // [PEO-6]
  add_team("Lumen", TeamKind::company);
  add_team("Apps");
  EXPECT_EQ(refusal([&](db::Tx& tx) {
              people.create_team(tx, nobody, {"APPS", TeamKind::team, {}, {}});
            }),
            "team_name_taken");
}

TEST_P(Acts, who_leads_a_team_belongs_to_it) {  // [PEO-28]
  add_team("Lumen", TeamKind::company);
  auto const lena = add("lena");
  auto const mia = add("mia");
  auto const apps = db->write([&](db::Tx& tx) {
    return people.create_team(tx, nobody, {"Apps", TeamKind::team, {}, lena});
  });
  auto const members = [&] {
    std::vector<std::string> names;
    for (auto const& member : read([&](db::Tx& tx) { return members_of(tx, apps); })) names.push_back(member.name);
    return names;
  };
  EXPECT_THAT(members(), ElementsAre("lena"));
  TeamChange handed_over{};
  handed_over.lead_id = {true, mia};
  db->write([&](db::Tx& tx) { people.change_team(tx, nobody, apps, handed_over); });
  EXPECT_THAT(members(), ElementsAre("lena", "mia"));
  EXPECT_EQ(refusal([&](db::Tx& tx) { people.leave(tx, nobody, apps, mia); }), "leads_team");
  EXPECT_EQ(refusal([&](db::Tx& tx) { people.leave(tx, nobody, apps, lena); }), "not refused");
}

TEST_P(Acts, there_is_always_an_administrator) {  // [PEO-10]
  auto const sam = add("sam");
  give(sam, {Role::administrator});
  EXPECT_EQ(refusal([&](db::Tx& tx) { people.set_roles(tx, sam, sam, {}); }), "last_administrator");
  EXPECT_EQ(refusal([&](db::Tx& tx) { people.depart(tx, nobody, sam); }), "last_administrator");
  auto const tom = add("tom");
  give(tom, {Role::administrator});
  EXPECT_EQ(refusal([&](db::Tx& tx) { people.set_roles(tx, sam, sam, {Role::auditor}); }), "not refused");
  EXPECT_THAT(read([&](db::Tx& tx) { return list_of(roles_of(tx, sam)); }), ElementsAre(Role::employee, Role::auditor));
}

TEST_P(Acts, of_two_at_once_make_no_loop_and_leave_an_administrator) {  // [PEO-2] [PEO-10]
  auto const ana = add("ana");
  auto const ben = add("ben");
  give(ana, {Role::administrator});
  give(ben, {Role::administrator});
  for (int round = 0; round < 5; ++round) {
    auto const other_way = [&](PersonId one, PersonId other) {
      return std::thread{[=, this] {
        refusal([&](db::Tx& tx) { people.set_manager(tx, nobody, one, other); });
        refusal([&](db::Tx& tx) { people.set_roles(tx, nobody, one, {}); });
      }};
    };
    auto first = other_way(ana, ben);
    auto second = other_way(ben, ana);
    first.join();
    second.join();
    EXPECT_NE(read([&](db::Tx& tx) { return manager_of(tx, ana).has_value(); }),
              read([&](db::Tx& tx) { return manager_of(tx, ben).has_value(); }));
    EXPECT_EQ(read([](db::Tx& tx) { return administrators(tx); }), 1);
    db->write([&](db::Tx& tx) {
      for (auto const person : {ana, ben}) {
        people.set_manager(tx, nobody, person, {});
        people.set_roles(tx, nobody, person, {Role::administrator});
      }
    });
  }
}

TEST_P(Acts, who_leaves_gives_everything_back) {  // [PEO-11]
  auto const iris = add("iris");
  auto const ana = add("ana", iris);
  auto const ben = add("ben", ana);
  add_team("Lumen", TeamKind::company);
  auto const apps = db->write([&](db::Tx& tx) {
    return people.create_team(tx, nobody, {"Apps", TeamKind::team, {}, ana});
  });
  db->write([&](db::Tx& tx) { people.join(tx, nobody, apps, ana); });
  give(ana, {Role::hr});
  std::vector<std::pair<PersonId, bool>> heard;
  people.on_access_change([&](db::Tx&, PersonId person, bool here) { heard.emplace_back(person, here); });

  db->write([&](db::Tx& tx) { people.depart(tx, iris, ana); });

  EXPECT_THAT(heard, ElementsAre(std::pair{ana, false}));
  EXPECT_EQ(read([&](db::Tx& tx) { return manager_of(tx, ben); }), iris);
  EXPECT_FALSE(read([&](db::Tx& tx) { return team_row(tx, apps)->lead_id; }));
  EXPECT_THAT(read([&](db::Tx& tx) { return members_of(tx, apps); }), IsEmpty());
  EXPECT_EQ(read([&](db::Tx& tx) { return roles_of(tx, ana); }), Roles{Role::employee});
  EXPECT_FALSE(read([&](db::Tx& tx) { return is_active(tx, ana); }));
  EXPECT_EQ(read([&](db::Tx& tx) { return name_of(tx, ana)->name; }), "ana");
  EXPECT_EQ(refusal([&](db::Tx& tx) { people.depart(tx, iris, ana); }), "has_left");
}

TEST_P(Acts, who_comes_back_has_what_is_still_free) {  // [PEO-13]
  add_team("Lumen", TeamKind::company);
  auto const iris = add("iris");
  auto const ana = add("ana", iris);
  auto const ben = add("ben", ana);
  auto const cam = add("cam", ana);
  auto const led = [&](std::string const& name, PersonId lead) {
    return db->write([&](db::Tx& tx) { return people.create_team(tx, nobody, {name, TeamKind::team, {}, lead}); });
  };
  auto const apps = led("Apps", ana);
  auto const devices = led("Devices", ana);
  give(ana, {Role::hr});
  db->write([&](db::Tx& tx) {
    people.depart(tx, iris, ana);
    TeamChange taken{};
    taken.lead_id = {true, ben};
    people.change_team(tx, iris, devices, taken);
    people.set_manager(tx, iris, cam, ben);
  });

  auto const lost = db->write([&](db::Tx& tx) { return people.come_back(tx, iris, ana); });

  EXPECT_TRUE(read([&](db::Tx& tx) { return is_active(tx, ana); }));
  EXPECT_EQ(read([&](db::Tx& tx) { return manager_of(tx, ana); }), iris);
  EXPECT_EQ(read([&](db::Tx& tx) { return manager_of(tx, ben); }), ana);
  EXPECT_EQ(read([&](db::Tx& tx) { return manager_of(tx, cam); }), ben);
  EXPECT_EQ(read([&](db::Tx& tx) { return team_row(tx, apps)->lead_id; }), ana);
  EXPECT_EQ(read([&](db::Tx& tx) { return team_row(tx, devices)->lead_id; }), ben);
  EXPECT_TRUE(read([&](db::Tx& tx) { return is_member(tx, apps, ana) && is_member(tx, devices, ana); }));
  EXPECT_EQ(read([&](db::Tx& tx) { return roles_of(tx, ana); }), Roles{Role::employee});
  std::vector<std::pair<PlaceKind, std::string>> names;
  for (auto const& place : lost) names.emplace_back(place.kind, place.name);
  EXPECT_THAT(names, ElementsAre(std::pair{PlaceKind::lead, "Devices"}, std::pair{PlaceKind::report, "cam"},
                                 std::pair{PlaceKind::role, "hr"}));
}

TEST_P(Acts, what_was_given_back_makes_no_loop) {  // [PEO-2] [PEO-13]
  auto const iris = add("iris");
  auto const ana = add("ana", iris);
  auto const ben = add("ben", ana);
  db->write([&](db::Tx& tx) {
    people.depart(tx, iris, ana);
    people.set_manager(tx, iris, ben, std::nullopt);
    people.set_manager(tx, iris, iris, ben);
  });

  auto const lost = db->write([&](db::Tx& tx) { return people.come_back(tx, iris, ana); });

  ASSERT_EQ(lost.size(), 1);
  EXPECT_EQ(lost[0].kind, PlaceKind::report);
  EXPECT_EQ(read([&](db::Tx& tx) { return manager_of(tx, ana); }), iris);
  EXPECT_EQ(read([&](db::Tx& tx) { return manager_of(tx, ben); }), std::nullopt);
}

TEST_P(Acts, a_change_of_something_older_is_refused) {  // [PEO-14]
  auto const ana = add("ana");
  auto const seen = read([&](db::Tx& tx) { return *person_row(tx, ana); });
  db->write([&](db::Tx& tx) { update_person(tx, seen); });
  EXPECT_EQ(refusal([&](db::Tx& tx) { update_person(tx, seen); }), "version_conflict");
}

TEST_P(Acts, the_directory_shows_everybody_once) {  // [PEO-15]
  for (auto const* name : {"Cam", "ana", "Ben", "dora", "Eve"}) add(name);
  std::vector<std::string> names;
  PersonFilter filter{};
  for (int page = 0; page < 5; ++page) {
    auto const lines = read([&](db::Tx& tx) { return person_lines(tx, filter, 2); });
    for (auto const& line : lines) names.push_back(line.name);
    if (lines.size() < 2) break;
    filter.after = json::Text<1, 400>{lines.back().id.text()};
  }
  EXPECT_THAT(names, ElementsAre("ana", "Ben", "Cam", "dora", "Eve"));
  filter.after = json::Text<1, 400>{"?"};
  EXPECT_THAT(refusal([&](db::Tx& tx) { person_lines(tx, filter, 2); }), HasSubstr("after"));
}

TEST_P(Acts, the_directory_can_be_narrowed) {  // [PEO-15]
  auto const ana = add("ana");
  auto const ben = add("Ben_Öz", ana);
  auto const zed = add("zed", ana);
  auto const company = add_team("Lumen", TeamKind::company);
  db->write([&](db::Tx& tx) {
    people.join(tx, nobody, company, ben);
    people.depart(tx, nobody, zed);
  });
  auto const found = [&](auto PersonFilter::*field, auto const& value) {
    PersonFilter filter{};
    filter.*field = value;
    std::vector<PersonId> ids;
    for (auto const& line : read([&](db::Tx& tx) { return person_lines(tx, filter, 50); })) ids.push_back(line.id);
    return ids;
  };
  EXPECT_THAT(found(&PersonFilter::text, json::Text<1, 100>{"n_ö"}), ElementsAre(ben));
  EXPECT_THAT(found(&PersonFilter::text, json::Text<1, 100>{"%"}), IsEmpty());
  EXPECT_THAT(found(&PersonFilter::team, company), ElementsAre(ben));
  EXPECT_THAT(found(&PersonFilter::manager, ana), ElementsAre(ben));
  EXPECT_THAT(found(&PersonFilter::left, true), ElementsAre(zed));
}

TEST_P(Acts, teams_come_after_the_team_above) {  // [PEO-16]
  auto const company = add_team("Zenith", TeamKind::company);
  auto const engineering = add_team("Engineering", TeamKind::department);
  add_team("Apps", TeamKind::team, engineering);
  std::set<TeamId> seen;
  auto const lines = read([](db::Tx& tx) { return team_lines(tx); });
  ASSERT_THAT(lines, SizeIs(3));
  EXPECT_EQ(lines.front().id, company);
  for (auto const& line : lines) {
    EXPECT_TRUE(!line.parent_id || seen.contains(*line.parent_id)) << line.name;
    seen.insert(line.id);
  }
}

TEST_P(Acts, somebody_leads_through_others) {  // [PEO-17]
  auto const iris = add("iris");
  auto const ana = add("ana", iris);
  auto const ben = add("ben", ana);
  auto const leads_now = [&](PersonId above, PersonId below) {
    return read([&](db::Tx& tx) { return leads(tx, above, below); });
  };
  EXPECT_TRUE(leads_now(ana, ben));
  EXPECT_TRUE(leads_now(iris, ben));
  EXPECT_FALSE(leads_now(ben, iris));
  EXPECT_FALSE(leads_now(ben, ben));
  EXPECT_TRUE(read([&](db::Tx& tx) { return is_manager(tx, ana); }));
  EXPECT_FALSE(read([&](db::Tx& tx) { return is_manager(tx, ben); }));
}

TEST_P(Acts, are_announced_and_written_down) {  // [PEO-18]
  auto const ana = add("ana");
  give(ana, {Role::auditor});
  db->write([&](db::Tx& tx) { people.depart(tx, nobody, ana); });
  EXPECT_THAT(read([&](db::Tx& tx) { return tx.rows<std::string>(select_news, ana); }),
              ElementsAre("person.made", "person.changed", "person.left"));
  EXPECT_THAT(read([&](db::Tx& tx) { return tx.rows<std::string>(select_audit, ana); }),
              ElementsAre("person.made", "person.roles_set", "person.left"));
}

}  // namespace
}  // namespace waymark::people
