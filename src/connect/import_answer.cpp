#include "connect/import_answer.hpp"

#include <fmt/format.h>

#include "connect/okrs/okr_row.hpp"

namespace waymark::connect {
namespace {

constexpr std::size_t most_things = 200;
constexpr std::size_t most_remarks = 500;

std::vector<ImportRemark> told(std::vector<base::Remark> const& remarks) {
  std::vector<ImportRemark> lines;
  for (std::size_t i = 0; i < std::min(most_remarks, remarks.size()); ++i)
    lines.push_back({remarks[i].line, remarks[i].text});
  return lines;
}

void add(ImportAnswer& answer, ImportedThing thing) {
  if (answer.things.size() < most_things) answer.things.push_back(std::move(thing));
}

std::string measure_text(okr::PlannedKeyResult const& result) {
  if (!result.measured) return {};
  auto const& measure = result.measure;
  auto const unit = result.unit.empty() ? std::string{} : " " + result.unit;
  if (measure.change_percent && !measure.baseline) return fmt::format("{:+} %", *measure.change_percent);
  if (measure.baseline) return fmt::format("{} → {}{}", *measure.baseline, measure.target, unit);
  return fmt::format("{}{}", measure.target, unit);
}

std::string place_of(OkrPlan const& plan, okr::PlannedObjective const& objective) {
  auto const& cycle = plan.cycles[objective.cycle].name;
  return objective.team.empty() ? cycle : cycle + " · " + objective.team;
}

}  // namespace

void tell_plan(ImportAnswer& answer, OkrPlan const& plan) {
  answer.rows = static_cast<std::int64_t>(plan.rows);
  answer.rejected = told(plan.rejected);
  answer.notes = told(plan.notes);
  answer.fiscal_start = plan.fiscal_start;
  answer.cycles.clear();
  for (auto const& [name, first, last] : plan.cycles) answer.cycles.push_back({name, first, last});
  for (auto const& objective : plan.objectives) {
    add(answer, {objective.line, "objective", objective.title, place_of(plan, objective), objective.owner});
    for (auto const& result : objective.key_results)
      add(answer, {result.line, "key_result", result.title, "", measure_text(result)});
  }
}

void tell_plan(ImportAnswer& answer, PeoplePlan const& plan) {
  answer.rows = static_cast<std::int64_t>(plan.rows);
  answer.rejected = told(plan.rejected);
  answer.notes = told(plan.notes);
  for (auto const& person : plan.people) {
    auto const team = person.units.empty() ? std::string{} : plan.units[person.units.front()].name;
    add(answer, {person.line, "person", person.name, team, person.email});
  }
}

void tell_made(ImportAnswer& answer, okr::Imported const& made) {
  answer.made = {{"cycles", made.cycles},
                 {"teams", made.teams},
                 {"objectives", made.objectives},
                 {"key_results", made.key_results},
                 {"links", made.links},
                 {"check_ins", made.check_ins},
                 {"closed", made.closed},
                 {"known_objectives", made.known_objectives},
                 {"known_key_results", made.known_key_results}};
  for (auto& note : told(made.notes)) answer.notes.push_back(std::move(note));
}

void tell_made(ImportAnswer& answer, PeopleMade const& made) {
  answer.made = {{"persons", made.persons},         {"teams", made.teams}, {"managers", made.managers},
                 {"memberships", made.memberships}, {"roles", made.roles}, {"known_persons", made.known}};
}

void tell_columns(ImportAnswer& answer, std::vector<std::string> const& header, std::span<Field const> fields,
                  Mapping const& mapping) {
  auto const uses = field_of_each(header, fields, mapping);
  for (std::size_t i = 0; i < header.size(); ++i) answer.columns.push_back({header[i], uses[i]});
  for (auto const& field : fields) answer.fields.push_back({std::string{field.name}, field.required});
}

}  // namespace waymark::connect
