#include "connect/okrs/okr_row.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <boost/describe/enum_from_string.hpp>
#include <cmath>

#include "connect/csv/cells.hpp"
#include "connect/okrs/planned_measure.hpp"
#include "core/base/normalised.hpp"
#include "core/base/signs.hpp"
#include "core/base/text.hpp"

namespace waymark::connect {
namespace {

constexpr std::array<Field, 42> fields = {{
    {"cycle", "|period|quarter|okr_cycle|timeframe|time_frame|cycle_name|zyklus|quartal|zeitraum|", true},
    {"cycle_start", "|period_start|starts_on|"},
    {"cycle_end", "|period_end|ends_on|"},
    {"level", "|scope|objective_level|ebene|"},
    {"team", "|team_name|department|group|unit_name|abteilung|bereich|"},
    {"owner", "|objective_owner|responsible|assignee|owner_email|owner_name|verantwortlich|"},
    {"key", "|objective_key|objective_id|"},
    {"parent_key", "|parent_id|parent_objective_key|"},
    {"parent_objective", "|parent|parent_title|supports|aligned_to|aligned_with|parent_goal|"},
    {"objective", "|objective_title|goal|objective_name|title|ziel|", true},
    {"why", "|description|objective_description|reason|warum|"},
    {"ambition", "|objective_type|"},
    {"state", "|objective_state|"},
    {"score", "|final_score|grade|final_grade|bewertung|"},
    {"parent_key_result_key", "||"},
    {"parent_key_result", "|parent_kr|"},
    {"key_result_key", "|kr_id|key_result_id|"},
    {"key_result", "|kr|key_results|key_result_title|kr_title|result|schlüsselergebnis|"},
    {"key_result_owner", "|kr_owner|"},
    {"accountable", "|accountable_person|"},
    {"key_result_score", "||"},
    {"kind", "|metric_kind|metric_type|kr_type|"},
    {"measured", "||"},
    {"direction", "||"},
    {"baseline", "|start_value|initial_value|startwert|"},
    {"baseline_on", "||"},
    {"change_percent", "|change|"},
    {"target", "|target_value|goal_value|zielwert|"},
    {"low", "|lower_limit|"},
    {"high", "|upper_limit|"},
    {"commit", "|commit_level|"},
    {"stretch", "|stretch_level|"},
    {"unit", "|metric_unit|einheit|"},
    {"current", "|current_value|actual|istwert|"},
    {"weight", "|gewicht|"},
    {"confidence", "|zuversicht|"},
    {"since", "|counts_from|start_date|seit|"},
    {"due", "|due_on|due_date|deadline|fällig|"},
    {"indicator", "|leading_lagging|"},
    {"counter", "|counter_metric|"},
    {"milestones", "|milestone|"},
    {"row", "|row_id|"},
}};

using Cells = Columns const&;

constexpr int longest_cycle = 3 * 366;

[[noreturn]] void reject(std::string reason) {
  throw RowError{std::move(reason)};
}

std::optional<double> number(Cells cells, Row const& row, std::string_view field) {
  auto const text = cells.text(row, field);
  if (text.empty()) return {};
  auto const value = number_in(text);
  if (!value) reject(fmt::format("{} \"{}\" is no number", field, text));
  return value;
}

// A score outside 0..1 is not clamped: it is no score, and the file's owner is told.
std::optional<double> score(Cells cells, Row const& row, std::string_view field, std::vector<base::Remark>& notes) {
  auto const text = cells.text(row, field);
  if (text.empty()) return {};
  auto value = number_in(text);
  if (value && text.back() == '%') *value /= 100;
  if (value && *value >= 0 && *value <= 1) return value;
  notes.push_back({row.line, value ? fmt::format("score {} is outside 0 to 1 and was left out", text)
                                   : fmt::format("score \"{}\" is no number and was left out", text)});
  return {};
}

std::optional<base::Day> day(Cells cells, Row const& row, std::string_view field) {
  auto const text = cells.text(row, field);
  if (text.empty()) return {};
  auto const found = base::Day::parse(text);
  if (!found) reject(fmt::format("{} \"{}\" is no day; write it as 2026-03-31", field, text));
  return found;
}

std::string one_of(Cells cells, Row const& row, std::string_view field, std::string_view allowed) {
  auto const text = column_name(cells.text(row, field));
  if (text.empty() || allowed.find("|" + text + "|") != std::string_view::npos) return text;
  reject(fmt::format("{} \"{}\" is none of {}", field, text, allowed.substr(1, allowed.size() - 2)));
}

void set_level(okr::PlannedObjective& objective, Cells cells, Row const& row, std::string const& team_name) {
  using enum okr::ObjectiveLevel;
  auto const text = column_name(cells.text(row, "level"));
  auto const is = [&](std::string_view names) { return names.find("|" + text + "|") != std::string_view::npos; };
  objective.of_department = is("|department|division|abteilung|bereich|");
  if (text.empty())
    objective.level = team_name.empty() ? company : team;
  else if (is("|company|organisation|organization|unternehmen|"))
    objective.level = company;
  else if (objective.of_department || is("|team|group|squad|"))
    objective.level = team;
  else if (is("|individual|person|personal|employee|"))
    objective.level = person;
  else
    reject(fmt::format("level \"{}\" is none of company, department, team, individual", text));
}

std::optional<CycleDays> days_of(Cells cells, Row const& row, std::string const& cycle, int fiscal_start) {
  auto const first = day(cells, row, "cycle_start");
  auto const last = day(cells, row, "cycle_end");
  if (first.has_value() != last.has_value()) reject("a cycle needs both its first and its last day");
  if (first && !(*first < *last)) reject("the cycle ends before it starts");
  if (first && *last - *first > longest_cycle) reject("the cycle is longer than three years");
  if (first) return CycleDays{*first, *last};
  auto const read = cycle_days(cycle, fiscal_start);
  if (!read || read->last - read->first > longest_cycle)
    reject(fmt::format("cycle \"{}\" cannot be read; write it as 2026-Q4, FY27-Q1, 2026-H1 or 2026", cycle));
  return read;
}

// Longer than this the product does not keep it, and nothing is cut off silently.
std::string within(std::string text, std::size_t most, std::string_view field) {
  if (base::letters(text) > most) reject(fmt::format("the {} has more than {} letters", field, most));
  if (auto const fault = base::fault_of_name(text); !fault.empty()) reject(fmt::format("the {} {}", field, fault));
  return text;
}

// The value of this name; none where the cell was empty.
template <class E>
std::optional<E> named(std::string const& text) {
  E value{};
  return boost::describe::enum_from_string(text.c_str(), value) ? std::optional{value} : std::nullopt;
}

// Of a start that the file knows, a change in percent is a target.
void set_change(Measure& m) {
  m.target = m.baseline ? *m.baseline + std::abs(*m.baseline) * *m.change_percent / 100 : 0;
  if (m.baseline) m.change_percent.reset();
}

// What the columns say about the measure; nothing where they say nothing and the sentence has to be read.
std::optional<Measure> stated_measure(Cells cells, Row const& row) {
  auto const kind = one_of(cells, row, "kind", "|number|percent|currency|ratio|yes_no|milestones|");
  auto const direction = one_of(cells, row, "direction", "|rise|fall|stay_above|stay_below|stay_within|");
  auto const target = number(cells, row, "target");
  Measure m;
  m.low = number(cells, row, "low");
  m.high = number(cells, row, "high");
  m.baseline = number(cells, row, "baseline");
  m.change_percent = number(cells, row, "change_percent");
  if (m.baseline) m.baseline_on = day(cells, row, "baseline_on");
  m.unit = within(cells.text(row, "unit"), 30, "unit");
  if (kind.empty() && !target && !m.high && !m.change_percent) return {};
  bool const counted = kind != "yes_no" && kind != "milestones";
  if (counted && !target && !m.high && !m.change_percent) reject("the key result has a kind and no target");
  if (target && m.change_percent && !m.baseline_on) reject("the key result has a target and a change in percent");
  m.has_measure = one_of(cells, row, "measured", "|yes|no|") != "no";
  auto const otherwise = m.unit == "%" ? okr::Kind::percent : okr::Kind::number;
  m.kind = named<okr::Kind>(kind).value_or(otherwise);
  m.target = target.value_or(m.high.value_or(1));
  if (m.change_percent && !target) set_change(m);
  bool const falls = m.change_percent ? *m.change_percent < 0 : m.baseline && m.target < *m.baseline;
  auto const natural = !target && m.low ? okr::Direction::stay_within
                       : falls          ? okr::Direction::fall
                                        : okr::Direction::rise;
  m.direction = named<okr::Direction>(direction).value_or(natural);
  return m;
}

std::vector<okr::PlannedMilestone> milestones_of(std::string const& text) {
  std::vector<okr::PlannedMilestone> milestones;
  for (auto const line : base::split(text, '\n')) {
    auto const cell = base::collapsed(line);
    if (cell.empty()) continue;
    auto const first = cell.find(' ');
    auto const second = first == std::string::npos ? first : cell.find(' ', first + 1);
    auto const weight =
        second == std::string::npos ? std::nullopt : number_in(cell.substr(first + 1, second - first - 1));
    if (!weight || *weight <= 0)
      reject(fmt::format("milestone \"{}\" is not written as: open|reached WEIGHT TITLE", cell));
    milestones.push_back({cell.substr(second + 1), *weight, cell.substr(0, first) == "reached"});
  }
  return milestones;
}

okr::PlannedKeyResult key_result_of(Cells cells, Row const& row, std::string title, std::vector<base::Remark>& notes) {
  okr::PlannedKeyResult result;
  result.line = row.line;
  auto const stated = stated_measure(cells, row);
  set_measure(result, stated ? *stated : measure_of(title));
  result.title = within(std::move(title), 500, "key result");
  result.owner = cells.text(row, "key_result_owner");
  result.current = number(cells, row, "current");
  result.measure.commit = number(cells, row, "commit");
  result.measure.stretch = number(cells, row, "stretch");
  result.weight = number(cells, row, "weight");
  if (result.weight && (*result.weight < 0 || *result.weight > 1000)) reject("weight is not between 0 and 1000");
  if (auto const confidence = number(cells, row, "confidence")) {
    if (*confidence < 0 || *confidence > 10 || std::floor(*confidence) != *confidence)
      reject("confidence is no whole number from 0 to 10");
    result.confidence = static_cast<int>(*confidence);
  }
  result.since = day(cells, row, "since");
  result.due = day(cells, row, "due");
  result.indicator = named<okr::Indicator>(one_of(cells, row, "indicator", "|leading|lagging|"));
  result.counter = within(cells.text(row, "counter"), 300, "counter-metric");
  result.milestones = milestones_of(cells.paragraph(row, "milestones"));
  if (auto const fault = fault_of(result); !fault.empty()) reject(fault);
  result.score = score(cells, row, cells.has("key_result_score") ? "key_result_score" : "score", notes);
  return result;
}

}  // namespace

std::span<Field const> okr_fields() {
  return fields;
}

OkrRow okr_row(Columns const& cells, Row const& row, int fiscal_start, std::vector<base::Remark>& notes) {
  OkrRow read;
  read.line = row.line;
  read.cycle = within(cells.text(row, "cycle"), 100, "cycle");
  read.team = within(cells.text(row, "team"), 200, "team");
  read.parent_objective = within(cells.text(row, "parent_objective"), 300, "parent objective");
  read.parent_key_result = within(cells.text(row, "parent_key_result"), 500, "parent key result");
  read.key = cells.text(row, "key");
  read.key_result_key = cells.text(row, "key_result_key");
  read.parent_key = cells.text(row, "parent_key");
  read.parent_key_result_key = cells.text(row, "parent_key_result_key");
  auto title = cells.text(row, "objective");
  auto result = cells.text(row, "key_result");
  if (title.empty()) reject(result.empty() ? "the row names no objective" : "the key result has no objective");
  if (read.cycle.empty()) reject("the row names no cycle");
  read.days = days_of(cells, row, read.cycle, fiscal_start);
  auto& objective = read.objective;
  set_level(objective, cells, row, read.team);
  objective.line = row.line;
  objective.title = within(std::move(title), 300, "objective");
  objective.owner = cells.text(row, "owner");
  objective.accountable = cells.text(row, "accountable");
  objective.why = within(cells.paragraph(row, "why"), 2000, "why");
  objective.ambition = named<okr::Ambition>(one_of(cells, row, "ambition", "|committed|aspirational|"));
  objective.state = named<okr::State>(one_of(cells, row, "state", "|draft|published|closed|cancelled|"));
  if (!result.empty()) read.key_result = key_result_of(cells, row, std::move(result), notes);
  if (!read.key_result || cells.has("key_result_score")) objective.score = score(cells, row, "score", notes);
  return read;
}

}  // namespace waymark::connect
