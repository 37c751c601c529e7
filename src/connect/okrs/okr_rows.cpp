#include "connect/okrs/okr_rows.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "connect/okrs/okr_parents.hpp"
#include "connect/okrs/okr_row.hpp"
#include "core/base/normalised.hpp"
#include "core/base/problem.hpp"

namespace waymark::connect {
namespace {

/// Puts rows together to objectives and key results.
class Grouping {
 public:
  explicit Grouping(OkrPlan& plan) : plan_(plan) {}

  void add(OkrRow row) {
    auto& level = row.objective.level;
    if (level == okr::ObjectiveLevel::team && !row.objective.of_department && row.team.empty()) {
      plan_.notes.push_back({row.line, "the row names no team; its objective was put under the company"});
      level = okr::ObjectiveLevel::company;
    }
    auto const cycle = cycle_of(row);
    if (!row.team.empty()) row.team = team_of(row);
    auto const objective = objective_of(row, cycle);
    if (row.key_result) add_key_result(plan_.objectives[objective], row);
    references_.push_back({row.line, objective, std::move(row.parent_key), std::move(row.parent_objective),
                           std::move(row.parent_key_result_key), std::move(row.parent_key_result)});
    ++plan_.placed;
  }

  std::vector<ParentReference> const& references() const { return references_; }

 private:
  std::size_t cycle_of(OkrRow const& row) {
    auto const [found, is_new] = cycles_.emplace(base::normalised(row.cycle), plan_.cycles.size());
    if (is_new) plan_.cycles.push_back({row.cycle, row.days->first, row.days->last});
    auto const& cycle = plan_.cycles[found->second];
    if (CycleDays{cycle.first, cycle.last} != *row.days) {
      throw RowError{fmt::format("cycle \"{}\" has other days in an earlier row", row.cycle)};
    }
    return found->second;
  }

  std::string const& team_of(OkrRow const& row) {
    auto const [found, is_new] = teams_.emplace(base::normalised(row.team), plan_.teams.size());
    if (is_new) plan_.teams.push_back({row.team});
    auto& team = plan_.teams[found->second];
    if (row.objective.of_department) team.is_department = true;
    return team.name;
  }

  std::size_t objective_of(OkrRow& row, std::size_t cycle) {
    auto key = row.key.empty() ? text_key({row.cycle, row.team, row.objective.title}) : row.key;
    auto const [found, is_new] = objectives_.emplace(key, plan_.objectives.size());
    if (is_new) {
      row.objective.key = std::move(key);
      row.objective.cycle = cycle;
      row.objective.team = row.team;
      plan_.objectives.push_back(std::move(row.objective));
    } else {
      merge(plan_.objectives[found->second], row);
    }
    return found->second;
  }

  // A later row of the same objective fills what the earlier ones leave open.
  void merge(okr::PlannedObjective& first, OkrRow const& row) {
    auto const& later = row.objective;
    if (later.level != first.level || later.of_department != first.of_department)
      plan_.notes.push_back({row.line, "another level than in the first row of this objective; the first one holds"});
    if (first.why.empty()) first.why = later.why;
    if (first.owner.empty()) first.owner = later.owner;
    if (!first.score) first.score = later.score;
    if (!first.state) first.state = later.state;
    if (!first.ambition) first.ambition = later.ambition;
  }

  void add_key_result(okr::PlannedObjective& objective, OkrRow& row) {
    auto& result = *row.key_result;
    result.key = row.key_result_key.empty() ? text_key({objective.key, result.title}) : row.key_result_key;
    auto const same = [&](okr::PlannedKeyResult const& other) { return other.key == result.key; };
    auto const found = std::find_if(objective.key_results.begin(), objective.key_results.end(), same);
    if (found == objective.key_results.end()) {
      objective.key_results.push_back(std::move(result));
      return;
    }
    plan_.notes.push_back({row.line, fmt::format("the same key result as in line {}; counted once", found->line)});
    if (!found->score) found->score = result.score;
    if (!found->current) found->current = result.current;
  }

  OkrPlan& plan_;
  std::map<std::string, std::size_t> cycles_;
  std::map<std::string, std::size_t> teams_;
  std::map<std::string, std::size_t> objectives_;
  std::vector<ParentReference> references_;
};

constexpr std::uint64_t fnv(std::string_view text, std::uint64_t hash) {
  for (char const c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001B3u;
  return hash;
}

bool stands_on(okr::PlannedCycle const& cycle, int fiscal_start) {
  return names_fiscal_year(cycle.name) && cycle_days(cycle.name, fiscal_start) == CycleDays{cycle.first, cycle.last};
}

// Plans all rows but the refused ones, and adds to these what turns out to make a loop.
OkrPlan plan_without(std::vector<base::Remark>& refused, Table const& table, Columns const& columns, int fiscal_start) {
  OkrPlan plan;
  plan.rows = table.rows.size();
  plan.ignored_columns = columns.ignored();
  plan.rejected = refused;
  std::set<int> lines;
  for (auto const& remark : refused) lines.insert(remark.line);
  Grouping grouping(plan);
  for (auto const& row : table.rows) {
    if (lines.contains(row.line)) continue;
    auto const notes = plan.notes.size();
    try {
      grouping.add(okr_row(columns, row, fiscal_start, plan.notes));
    } catch (RowError const& error) {
      plan.notes.resize(notes);
      plan.rejected.push_back({row.line, error.reason});
    }
  }
  auto loops = link_parents(plan, grouping.references());
  refused.insert(refused.end(), loops.begin(), loops.end());
  base::sort_by_line(plan.rejected);
  base::sort_by_line(plan.notes);
  return plan;
}

}  // namespace

OkrPlan okr_plan(Table const& table, OkrRules const& rules) {
  Columns const columns(table.header, okr_fields(), rules.mapping);
  std::vector<base::Remark> refused;
  for (;;) {
    auto const known = refused.size();
    auto plan = plan_without(refused, table, columns, rules.fiscal_start);
    if (refused.size() != known) continue;
    for (auto const& cycle : plan.cycles)
      if (stands_on(cycle, rules.fiscal_start)) plan.fiscal_start = rules.fiscal_start;
    return plan;
  }
}

std::string text_key(std::initializer_list<std::string_view> texts) {
  std::uint64_t first = 0xCBF29CE484222325u;
  std::uint64_t second = 0x84222325CBF29CE4u;
  for (auto const text : texts) {
    auto const plain = base::normalised(text) + '\n';
    first = fnv(plain, first);
    second = fnv(plain, second ^ first);
  }
  return fmt::format("{:016x}{:016x}", first, second);
}

}  // namespace waymark::connect
