#pragma once

#include <fmt/format.h>
#include <rapidcheck.h>

#include <cmath>

#include "okr/transfer/plan.hpp"

// For tests: plans of every shape, such as no file would hold.
namespace waymark::okr {

inline rc::Gen<std::string> any_text() {
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

inline double any_number() {
  return *rc::gen::map(rc::gen::inRange(-100000, 100000), [](int n) { return n / 8.0; });
}

template <class T, class Make>
std::optional<T> perhaps(Make make) {
  return *rc::gen::arbitrary<bool>() ? std::optional<T>(make()) : std::nullopt;
}

// Of a result that counts, or of a yes/no one.
inline Measure any_measure() {
  Measure m{.kind = Kind::yes_no, .baseline = {}};
  m.kind = *rc::gen::element(Kind::number, Kind::percent, Kind::currency, Kind::ratio, Kind::yes_no);
  if (m.kind == Kind::yes_no) return m;
  m.direction = *rc::gen::element(Direction::rise, Direction::fall, Direction::stay_above, Direction::stay_below,
                                  Direction::stay_within);
  m.target = any_number();
  auto const distance = 1 + std::abs(any_number());
  if (m.direction == Direction::stay_within) m.low = m.target, m.high = m.target + distance;
  if (*rc::gen::arbitrary<bool>())
    m.baseline = m.direction == Direction::fall ? m.target + distance : m.target - distance;
  bool const turns = m.direction == Direction::rise || m.direction == Direction::fall;
  if (turns && !m.baseline && *rc::gen::arbitrary<bool>()) {
    m.change_percent = m.direction == Direction::fall ? -distance : distance;
    m.target = 0;
  }
  return m;
}

inline PlannedKeyResult any_key_result(std::string key) {
  PlannedKeyResult result;
  result.key = std::move(key);
  result.title = *any_text();
  result.measured = *rc::gen::arbitrary<bool>();
  result.measure = any_measure();
  if (result.measure.kind != Kind::yes_no) result.unit = *rc::gen::element<std::string>("", "%", "€", "-x", "per day");
  result.current = perhaps<double>([] { return any_number(); });
  result.weight = perhaps<double>([] { return std::abs(any_number()) / 100; });
  result.confidence = perhaps<int>([] { return *rc::gen::inRange(0, 11); });
  result.due = perhaps<base::Day>([] { return base::Day(*rc::gen::inRange(0, 30000)); });
  result.score = perhaps<double>([] { return *rc::gen::inRange(0, 11) / 10.0; });
  result.indicator = perhaps<Indicator>([] { return *rc::gen::element(Indicator::leading, Indicator::lagging); });
  result.counter = *rc::gen::element<std::string>("", "=cost");
  bool const yes_no = result.measure.kind == Kind::yes_no;
  if (yes_no && *rc::gen::arbitrary<bool>()) {
    result.measure.kind = Kind::milestones;
    result.milestones = {{*any_text(), 0.5, true}, {*any_text(), 2, false}};
  }
  return result;
}

inline Plan any_plan() {
  Plan plan;
  plan.cycles = {{"Spring push", base::Day(20000), base::Day(20089)}, {"2026-Q4", base::Day(20727), base::Day(20818)}};
  auto const count = *rc::gen::inRange<std::size_t>(1, 6);
  for (std::size_t i = 0; i < count; ++i) {
    PlannedObjective objective;
    objective.key = fmt::format("o{}", i);
    objective.cycle = i == 0 ? 0 : *rc::gen::inRange<std::size_t>(0, 2);
    objective.level = *rc::gen::element(ObjectiveLevel::company, ObjectiveLevel::team, ObjectiveLevel::person);
    if (objective.level == ObjectiveLevel::team) objective.of_department = *rc::gen::arbitrary<bool>();
    if (objective.level != ObjectiveLevel::company) objective.team = *rc::gen::element<std::string>("Web", "=Ops");
    objective.title = *any_text();
    objective.why = *rc::gen::element<std::string>("", "+1", "two\nlines");
    objective.state = perhaps<State>([] { return *rc::gen::element(State::draft, State::published, State::closed); });
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

}  // namespace waymark::okr
