#include <fmt/format.h>
#include <gmock/gmock.h>

#include <algorithm>

#include "connect/testing/import_world.hpp"
#include "connect/testing/real_okrs.hpp"
#include "okr/cycle/cycles.hpp"
#include "okr/objective/objectives.hpp"
#include "okr/testing/any_plan.hpp"
#include "people/directory.hpp"

namespace waymark::connect {
namespace {

using ::testing::HasSubstr;

class ImportOkrs : public Importing {
 protected:
  std::string exported() { return world.exported(); }

  okr::ObjectiveWithKeyResults objective(std::string_view title) {
    okr::ObjectiveFilter filter{};
    filter.limit = 200;
    auto const all = db->read([&](db::Tx& tx) { return okr::Objectives{events_}.list(tx, viewer, filter).items; });
    auto const found = std::ranges::find(all, title, &okr::ObjectiveWithKeyResults::title);
    if (found == all.end()) throw std::runtime_error("no objective " + std::string(title));
    return *found;
  }

  std::vector<okr::KeyResult> results(std::string_view title) { return objective(title).key_results; }

  std::vector<okr::Cycle> cycles() {
    return db->read([&](db::Tx& tx) { return okr::Cycles{events_, {}}.list(tx, viewer).items; });
  }

 private:
  events::Events events_;
};

TEST_P(ImportOkrs, makes_cycles_teams_objectives_and_links) {
  auto const made = okrs(text_of(okr_files().front()));
  EXPECT_EQ(made.cycles, 3);
  EXPECT_EQ(made.teams, 3);
  EXPECT_EQ(made.objectives, 7);
  EXPECT_EQ(made.key_results, 7);
  EXPECT_EQ(made.measured, 6);
  EXPECT_EQ(made.links, 4);
  auto const first = objective("Make the first hour a delight");
  EXPECT_EQ(first.level, okr::ObjectiveLevel::team);
  EXPECT_EQ(first.accountable.id, viewer.person);
  ASSERT_TRUE(first.parent_id);
  EXPECT_EQ(*first.parent_id, objective("Become the tool people open on Monday").id);
  EXPECT_EQ(objective("Become the tool people open on Monday").level, okr::ObjectiveLevel::company);
}

// [CONNECT-18]
TEST_P(ImportOkrs, twice_changes_nothing) {
  auto const sample = text_of(okr_files().front());
  okrs(sample);
  auto const before = exported();
  auto const again = okrs(sample);
  EXPECT_FALSE(again.anything());
  EXPECT_EQ(again.known_objectives, 7);
  EXPECT_EQ(again.known_key_results, 7);
  EXPECT_TRUE(exported() == before);
}

// [CONNECT-18]
TEST_P(ImportOkrs, adds_what_is_new_in_a_file_that_grew) {
  okrs("cycle,objective,kr\n2025,Win,Hire 5 people\n");
  auto const made = okrs("cycle,objective,kr\n2025,Win,Hire 5 people\n2025,Win,Publish 3 reports\n2025,Rest,\n");
  EXPECT_EQ(made.objectives, 1);
  EXPECT_EQ(made.key_results, 1);
  EXPECT_EQ(made.cycles, 0);
  EXPECT_EQ(results("Win").size(), 2u);
}

TEST_P(ImportOkrs, keeps_measures_and_values) {
  okrs("cycle,objective,kr,current,confidence,weight\n2025,Win,Raise NPS from 31 to 45,38,6,2\n2025,Win,Ship it,,,\n");
  auto const found = results("Win");
  ASSERT_EQ(found.size(), 2u);
  EXPECT_EQ(found[0].baseline, 31);
  EXPECT_EQ(found[0].target, 45);
  EXPECT_EQ(found[0].current, 38);
  EXPECT_EQ(found[0].confidence, 6);
  EXPECT_EQ(found[0].progress, 0.5);
  EXPECT_TRUE(found[0].measured);
  EXPECT_EQ(found[1].kind, okr::Kind::yes_no);
  EXPECT_FALSE(found[1].measured);
  EXPECT_EQ(objective("Win").progress, 0.5) << "the other one was never measured";
}

// [CONNECT-19]
TEST_P(ImportOkrs, closes_what_is_over_and_graded) {
  okrs("cycle,objective,kr,final score\n2018-Q2,Won,A,0.6\n2018-Q2,Won,B,1\n2018-Q2,Open,C,\n2017-Q1,Graded,,0.36\n");
  EXPECT_EQ(objective("Won").state, okr::State::closed);
  EXPECT_EQ(objective("Won").grade, 0.8);
  EXPECT_EQ(objective("Graded").grade, 0.36);
  EXPECT_EQ(objective("Open").state, okr::State::published);
  EXPECT_EQ(results("Won")[0].progress, 0.6);
  EXPECT_FALSE(results("Won")[0].current);
  auto const cycles = this->cycles();
  ASSERT_EQ(cycles.size(), 2u);
  EXPECT_EQ(cycles[0].phase, okr::Phase::closing) << "one objective is open";
  EXPECT_EQ(cycles[1].phase, okr::Phase::closed);
}

TEST_P(ImportOkrs, gives_objectives_to_the_persons_who_are_named) {
  directory("name,email,team\nAda Berg,ada@acme.example,Web\n");
  auto const made = okrs(
      "cycle,level,team,owner,objective\n2025,individual,Web,ada@acme.example,Learn\n2025,team,Web,Ada "
      "Berg,Ship\n2025,team,Web,Nobody,Rest\n");
  auto const ada = db->read([](db::Tx& tx) { return people::find_by_email(tx, "ada@acme.example"); });
  EXPECT_EQ(objective("Learn").person_id, ada);
  EXPECT_EQ(objective("Ship").accountable.id, *ada);
  EXPECT_EQ(objective("Rest").accountable.id, viewer.person);
  EXPECT_EQ(made.teams, 0);
  ASSERT_EQ(made.notes.size(), 1u);
  EXPECT_THAT(made.notes[0].text, HasSubstr("nobody here is \"Nobody\""));
}

// [CONNECT-9]
TEST_P(ImportOkrs, invents_no_start) {
  okrs("cycle,objective,kr\n2025,Win,Decrease first reply time to 7 hours\n2025,Win,Improve resolution rates to 95%\n");
  auto const found = results("Win");
  ASSERT_EQ(found.size(), 2u);
  EXPECT_EQ(found[0].direction, okr::Direction::fall);
  EXPECT_FALSE(found[0].baseline);
  EXPECT_EQ(found[0].target, 7);
  EXPECT_EQ(found[0].unit, "h");
  EXPECT_EQ(found[1].direction, okr::Direction::rise);
  EXPECT_FALSE(found[1].baseline);
}

TEST_P(ImportOkrs, puts_a_quarter_under_its_year) {
  okrs("cycle,objective\n2026-Q1,Run\n2026,Grow\n");
  auto const cycles = this->cycles();
  auto const quarter =
      std::find_if(cycles.begin(), cycles.end(), [](auto const& c) { return c.kind == okr::CycleKind::quarter; });
  auto const year =
      std::find_if(cycles.begin(), cycles.end(), [](auto const& c) { return c.kind == okr::CycleKind::annual; });
  ASSERT_TRUE(quarter != cycles.end() && year != cycles.end());
  EXPECT_EQ(quarter->parent_id, year->id);
}

// [CONNECT-20]
TEST_P(ImportOkrs, an_export_into_an_empty_organisation_gives_the_same_export) {
  okrs(text_of(okr_files().front()));
  okrs(
      "cycle,objective,kr,kind,current,milestones,state\n"
      "2025-Q4,Steps,Three steps,milestones,,\"reached 1 one\nopen 2 =two\",\n2025-Q4,Later,Think,,,,draft\n");
  auto const csv = exported();
  Elsewhere elsewhere;
  auto const plan = okr_plan(read_csv(csv));
  EXPECT_TRUE(plan.rejected.empty());
  elsewhere.world.okrs(plan);
  EXPECT_EQ(elsewhere.world.exported(), csv);
}

TEST_P(ImportOkrs, leaves_a_link_out_that_would_make_a_loop_with_what_is_there) {
  okrs("cycle,team,objective,parent objective\n2025,A,One,Two\n2025,B,Two,\n");
  auto const made = okrs("cycle,team,objective,parent objective\n2025,B,Two,One\n2025,A,One,\n");
  EXPECT_EQ(made.links, 0);
  ASSERT_EQ(made.notes.size(), 1u);
  EXPECT_THAT(made.notes[0].text, HasSubstr("support each other already"));
}

// [CONNECT-20]
TEST_P(ImportOkrs, any_plan_survives_the_way_out_and_in) {
  constexpr int most = 6;  // each makes two databases
  int tried = 0;
  EXPECT_TRUE(rc::check("export, import, export", [&tried] {
    if (++tried > most) return;
    auto const plan = *rc::gen::noShrink(rc::gen::resize(60, rc::gen::exec(okr::any_plan)));
    Elsewhere first;
    first.world.okrs(plan);
    auto const csv = first.world.exported();
    auto const again = okr_plan(read_csv(csv));
    RC_ASSERT(again.rejected.empty());
    Elsewhere second;
    second.world.okrs(again);
    RC_ASSERT(second.world.exported() == csv);
  }));
}

// [CONNECT-17]
TEST_P(ImportOkrs, nothing_is_kept_when_it_fails_on_the_way) {
  auto const before = exported();
  auto const plan = okr_plan(read_csv(text_of(okr_files().front())));
  events::Events events;
  people::People people{events};
  auto const broken = [&](db::Tx& tx) {
    okr::import_plan(tx, people, events, viewer, plan);
    throw std::runtime_error("the power went out");
  };
  EXPECT_THROW(db->write(broken), std::runtime_error);
  EXPECT_EQ(exported(), before);
}

TEST_P(ImportOkrs, every_real_file_whole_and_twice) {
  for (auto const& file : okr_files()) {
    auto const csv = text_of(file);
    auto const plan = okr_plan(read_csv(csv));
    auto const made = okrs(csv);
    EXPECT_EQ(made.objectives, static_cast<std::int64_t>(plan.objectives.size())) << file;
    EXPECT_EQ(made.key_results, static_cast<std::int64_t>(plan.key_results())) << file;
    EXPECT_EQ(made.links, static_cast<std::int64_t>(plan.links.size())) << file;
    EXPECT_FALSE(okrs(csv).anything()) << file;
  }
}

INSTANTIATE_TEST_SUITE_P(Databases, ImportOkrs, waymark::testing::on_both_databases, waymark::testing::name_of);

}  // namespace
}  // namespace waymark::connect
