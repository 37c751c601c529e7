#include "connect/okr_table.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>

#include "connect/real_okrs.hpp"

namespace waymark::connect {
namespace {

// What a round trip does not keep: the lines of the first file, and how a measure or an objective was found there.
OkrPlan without_origin(OkrPlan plan) {
  for (auto& objective : plan.objectives) {
    objective.line = 0;
    objective.from_reference = false;
    for (auto& result : objective.key_results) {
      result.line = 0;
      result.measure.explanation.clear();
    }
  }
  for (auto& link : plan.links) link.line = 0;
  std::stable_sort(plan.links.begin(), plan.links.end(),
                   [](auto const& a, auto const& b) { return a.child < b.child; });
  return plan;
}

OkrPlan again(OkrPlan const& plan) {
  return okr_plan(read_csv(write_csv(okr_table(plan))));
}

class RoundTrip : public testing::TestWithParam<std::filesystem::path> {};

TEST_P(RoundTrip, of_a_real_file_gives_the_same_plan) {
  auto const first = without_origin(okr_plan(read_csv(text_of(GetParam()))));
  auto const second = without_origin(again(first));
  EXPECT_TRUE(second.rejected.empty());
  EXPECT_TRUE(second.ignored_columns.empty());
  EXPECT_TRUE(first.cycles == second.cycles);
  EXPECT_TRUE(first.objectives == second.objectives);
  EXPECT_TRUE(first.links == second.links);
  EXPECT_TRUE(write_csv(okr_table(first)) == write_csv(okr_table(second)));
}

INSTANTIATE_TEST_SUITE_P(Files, RoundTrip, testing::ValuesIn(okr_files()),
                         [](auto const& file) { return file.param.stem().string(); });

rc::Gen<std::string> any_text() {
  auto const words =
      rc::gen::elementOf(std::vector<std::string>{"=grow", "-5", "Raise NPS from 3 to 9", "hire 5", "\"sure\"", "a,b",
                                                  ";", "'tis", "@home", "50%", "É", "名", "Q3", "x"});
  return rc::gen::map(rc::gen::nonEmpty(rc::gen::container<std::vector<std::string>>(words)),
                      [](std::vector<std::string> const& parts) {
                        std::string text;
                        for (auto const& part : parts) text += (text.empty() ? "" : " ") + part;
                        return text.substr(0, 200) == text ? text : parts.front();
                      });
}

double any_number() {
  return *rc::gen::map(rc::gen::inRange(-100000, 100000), [](int n) { return n / 8.0; });
}

template <class T, class Make>
std::optional<T> perhaps(Make make) {
  return *rc::gen::arbitrary<bool>() ? std::optional<T>(make()) : std::nullopt;
}

Measure any_measure() {
  Measure m;
  m.kind = *rc::gen::element(okr::Kind::number, okr::Kind::percent, okr::Kind::currency, okr::Kind::ratio,
                             okr::Kind::yes_no);
  m.has_measure = *rc::gen::arbitrary<bool>();
  if (m.kind == okr::Kind::yes_no) return m;
  m.direction = *rc::gen::element(okr::Direction::rise, okr::Direction::fall, okr::Direction::stay_above,
                                  okr::Direction::stay_below, okr::Direction::stay_within);
  m.target = any_number();
  m.unit = *rc::gen::element<std::string>("", "%", "€", "-x", "per day");
  auto const distance = 1 + std::abs(any_number());
  if (m.direction == okr::Direction::stay_within) m.low = m.target, m.high = m.target + distance;
  if (*rc::gen::arbitrary<bool>())
    m.baseline = m.direction == okr::Direction::fall ? m.target + distance : m.target - distance;
  return m;
}

PlannedKeyResult any_key_result(std::string key) {
  PlannedKeyResult result;
  result.key = std::move(key);
  result.title = *any_text();
  result.measure = any_measure();
  result.current = perhaps<double>([] { return any_number(); });
  result.weight = perhaps<double>([] { return std::abs(any_number()) / 100; });
  result.confidence = perhaps<int>([] { return *rc::gen::inRange(0, 11); });
  result.due = perhaps<base::Day>([] { return base::Day(*rc::gen::inRange(0, 30000)); });
  result.score = perhaps<double>([] { return *rc::gen::inRange(0, 11) / 10.0; });
  result.indicator = *rc::gen::element<std::string>("", "leading", "lagging");
  result.counter = *rc::gen::element<std::string>("", "=cost");
  bool const yes_no = result.measure.kind == okr::Kind::yes_no;
  if (yes_no && *rc::gen::arbitrary<bool>()) {
    result.measure.kind = okr::Kind::milestones;
    result.milestones = {{*any_text(), 0.5, true}, {*any_text(), 2, false}};
  }
  return result;
}

OkrPlan any_plan() {
  OkrPlan plan;
  plan.cycles = {{"Spring push", {base::Day(20000), base::Day(20089)}},
                 {"2026-Q4", {base::Day(20727), base::Day(20818)}}};
  auto const count = *rc::gen::inRange<std::size_t>(1, 6);
  for (std::size_t i = 0; i < count; ++i) {
    PlannedObjective objective;
    objective.key = fmt::format("o{}", i);
    objective.cycle = i == 0 ? 0 : *rc::gen::inRange<std::size_t>(0, 2);
    objective.level = *rc::gen::element(Level::company, Level::team, Level::department, Level::individual);
    if (objective.level != Level::company) objective.team = *rc::gen::element<std::string>("Web", "=Ops");
    objective.title = *any_text();
    objective.why = *rc::gen::element<std::string>("", "+1", "two\nlines");
    objective.state = *rc::gen::element<std::string>("", "draft", "published", "closed");
    objective.score = perhaps<double>([] { return *rc::gen::inRange(0, 11) / 10.0; });
    auto const results = *rc::gen::inRange<std::size_t>(0, 4);
    for (std::size_t k = 0; k < results; ++k)
      objective.key_results.push_back(any_key_result(fmt::format("k{}.{}", i, k)));
    for (std::size_t parent = 0; parent < i; ++parent) {
      if (*rc::gen::arbitrary<bool>()) plan.links.push_back({i, parent, {}, 0});
    }
    plan.objectives.push_back(std::move(objective));
  }
  return plan;
}

// [CONNECT-20]
RC_GTEST_PROP(OkrTable, importing_an_export_gives_the_same_plan, ()) {
  auto const plan = any_plan();
  auto const back = without_origin(again(plan));
  RC_ASSERT(back.rejected.empty());
  RC_ASSERT(back.objectives.size() == plan.objectives.size());
  for (std::size_t i = 0; i < plan.objectives.size(); ++i) {
    auto expected = plan.objectives[i];
    auto found = back.objectives[i];
    RC_ASSERT(plan.cycles[expected.cycle] == back.cycles[found.cycle]);
    found.cycle = expected.cycle;
    RC_ASSERT(found == expected);
  }
  RC_ASSERT(back.links == plan.links);
}

}  // namespace
}  // namespace waymark::connect
