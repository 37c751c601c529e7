#include "app/commands/import_report.hpp"

#include <fmt/format.h>

#include <map>

#include "core/json/write.hpp"

namespace waymark::app {
namespace {

constexpr std::size_t most_notes = 20;  // for a person to read; --json has all

std::vector<Line> lines_of(std::vector<base::Remark> const& remarks) {
  std::vector<Line> lines;
  for (auto const& remark : remarks) lines.push_back({remark.line, remark.text});
  return lines;
}

// What was counted, in words for one of it. "of them with a measure" is the same for one.
std::string_view in_words(Count const& count) {
  static std::map<std::string_view, std::string_view> const of_one{
      {"cycles", "cycle"},
      {"teams", "team"},
      {"objectives", "objective"},
      {"key results", "key result"},
      {"links", "link"},
      {"check-ins", "check-in"},
      {"closed objectives", "closed objective"},
      {"objectives that were there", "objective that was there"},
      {"key results that were there", "key result that was there"},
      {"persons", "person"},
      {"reporting lines", "reporting line"},
      {"memberships", "membership"},
      {"roles", "role"},
      {"persons who were there", "person who was there"}};
  auto const one = of_one.find(count.what);
  return count.number == 1 && one != of_one.end() ? one->second : std::string_view{count.what};
}

}  // namespace

ImportReport report_of(connect::OkrPlan const& plan, okr::Imported const& made) {
  ImportReport report;
  report.rows = static_cast<std::int64_t>(plan.rows);
  report.made = {{"cycles", made.cycles},
                 {"teams", made.teams},
                 {"objectives", made.objectives},
                 {"key results", made.key_results},
                 {"of them with a measure", made.measured},
                 {"links", made.links},
                 {"check-ins", made.check_ins},
                 {"closed objectives", made.closed},
                 {"objectives that were there", made.known_objectives},
                 {"key results that were there", made.known_key_results}};
  report.rejected = lines_of(plan.rejected);
  report.notes = lines_of(plan.notes);
  for (auto const& note : lines_of(made.notes)) report.notes.push_back(note);
  report.ignored_columns = plan.ignored_columns;
  return report;
}

ImportReport report_of(connect::PeoplePlan const& plan, connect::PeopleMade const& made) {
  ImportReport report;
  report.rows = static_cast<std::int64_t>(plan.rows);
  report.made = {{"teams", made.teams},
                 {"persons", made.persons},
                 {"reporting lines", made.managers},
                 {"memberships", made.memberships},
                 {"roles", made.roles},
                 {"persons who were there", made.known}};
  report.rejected = lines_of(plan.rejected);
  report.notes = lines_of(plan.notes);
  report.ignored_columns = plan.ignored_columns;
  return report;
}

void say(ImportReport const& report, bool as_json) {
  if (as_json) return fmt::print("{}\n", json::text_of(report));
  fmt::print("{} {} read.{}\n", report.rows, report.rows == 1 ? "row" : "rows",
             report.kept ? "" : " Nothing is kept; this is what would be made:");
  for (auto const& count : report.made) {
    if (count.number > 0) fmt::print("{:>8} {}\n", count.number, in_words(count));
  }
  for (auto const& line : report.rejected) fmt::print("cannot read line {}: {}\n", line.line, line.text);
  for (std::size_t i = 0; i < std::min(most_notes, report.notes.size()); ++i) {
    fmt::print("line {}: {}\n", report.notes[i].line, report.notes[i].text);
  }
  if (report.notes.size() > most_notes)
    fmt::print("and {} more remarks; --json has them all.\n", report.notes.size() - most_notes);
  if (!report.ignored_columns.empty()) fmt::print("Columns not used: {}\n", fmt::join(report.ignored_columns, ", "));
}

}  // namespace waymark::app
