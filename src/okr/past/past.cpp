#include "okr/past/past.hpp"

#include <algorithm>
#include <span>
#include <unordered_map>

#include "core/base/problem.hpp"
#include "okr/objective/cards.hpp"
#include "okr/objective/many_store.hpp"
#include "okr/past/past_store.hpp"
#include "people/directory.hpp"

namespace waymark::okr {
namespace {

constexpr std::ptrdiff_t values_shown = 8;
constexpr std::size_t cycles_shown = 2;

using Rows = std::vector<store::PastRow>;

std::vector<std::span<store::PastRow const>> by_cycle(Rows const& rows) {
  std::vector<std::span<store::PastRow const>> cycles;
  for (auto from = rows.begin(); from != rows.end();) {
    auto const until = std::find_if(from, rows.end(), [&](auto const& row) { return row.cycle_id != from->cycle_id; });
    cycles.emplace_back(from, until);
    from = until;
  }
  return cycles;
}

Owner team_owner(db::Tx& tx, TeamId team) {
  if (!people::team_name(tx, team)) throw base::not_found("There is no such team.");
  return {team, {}};
}

// Cycles in which something is still open say nothing yet.
std::vector<EndedCycle> ended_cycles(Rows const& rows, std::vector<store::EndingRow> const& endings) {
  std::unordered_map<ObjectiveId, std::vector<Ending>> parts;
  for (auto const& one : endings) parts[one.objective_id].push_back({one.grade, one.first_confidence});
  std::vector<EndedCycle> cycles;
  for (auto const cycle : by_cycle(rows)) {
    if (!std::ranges::all_of(cycle, [](auto const& row) { return row.grade.has_value(); })) continue;
    EndedCycle ended{{cycle.front().cycle_id, cycle.front().cycle}, {}};
    for (auto const& row : cycle) ended.objectives.push_back({*row.grade, row.ambition, std::move(parts[row.id])});
    cycles.push_back(std::move(ended));
  }
  return cycles;
}

PastKeyResult past_key_result(KeyResult&& key_result, std::span<store::SaidOf const> said) {
  PastKeyResult past{std::move(key_result), {}, {}};
  for (auto const& one : said) {
    if (!past.first_confidence) past.first_confidence = one.confidence;
    if (one.value) past.values.push_back(*one.value);
  }
  auto const more = std::max(std::ssize(past.values) - values_shown, std::ptrdiff_t{0});
  past.values.erase(past.values.begin(), past.values.begin() + more);
  return past;
}

// In this order.
std::vector<PastObjective> past_objectives(db::Tx& tx, std::vector<ObjectiveId> const& ids) {
  auto rows = store::objectives(tx, ids);
  std::ranges::sort(rows, {}, [&](auto const& row) { return std::ranges::find(ids, row.id) - ids.begin(); });
  auto cards = cards_of(tx, rows);
  std::vector<KeyResultId> key_results;
  for (auto const& card : cards) {
    for (auto const& key_result : card.key_results) key_results.push_back(key_result.id);
  }
  auto const said = store::said_of(tx, key_results);
  std::vector<PastObjective> all;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    auto& past = all.emplace_back(PastObjective{std::move(static_cast<ObjectiveCard&>(cards[i])), {}, {}});
    if (rows[i].grade) past.verdict = verdict(*rows[i].grade, rows[i].ambition, rows[i].learned);
    for (auto& key_result : cards[i].key_results) {
      auto const own = std::ranges::equal_range(said, key_result.id, {}, &store::SaidOf::key_result_id);
      past.key_results.push_back(past_key_result(std::move(key_result), {own.begin(), own.end()}));
    }
  }
  return all;
}

PastCycle past_cycle(db::Tx& tx, Owner const& owner, std::span<store::PastRow const> rows) {
  PastCycle cycle{{rows.front().cycle_id, rows.front().cycle}, {}, {}};
  std::vector<double> given;
  std::vector<ObjectiveId> ids;
  for (auto const& row : rows) {
    if (row.grade) given.push_back(*row.grade);
    ids.push_back(row.id);
  }
  cycle.objectives = past_objectives(tx, ids);
  if (owner.team_id) cycle.grades = given_grades(given, std::ssize(rows));
  return cycle;
}

Owner owner_of(db::Tx& tx, policy::Viewer const& viewer, PastQuery const& query) {
  if (query.team && query.person) throw base::invalid("person", "Ask for a team or for a person.");
  if (query.team) return team_owner(tx, *query.team);
  auto const person = query.person.value_or(viewer.person);
  if (!may_write_for_person(tx, viewer, person))
    throw base::forbidden("What somebody reached before is laid out for them, and for those who write for them.");
  return {{}, person};
}

}  // namespace

Aims aims(db::Tx& tx, policy::Viewer const& viewer, Cycles const& cycles, AimsQuery const& query) {
  auto const cycle = cycles.chosen(tx, viewer, query.cycle);
  auto const owner = query.team ? team_owner(tx, *query.team) : Owner{{}, viewer.person};
  auto const ended = ended_cycles(store::past_of(tx, owner, cycle.kind, cycle.starts_on), store::endings_of(tx, owner));
  return {low_aims(ended)};
}

Past past(db::Tx& tx, policy::Viewer const& viewer, Cycles const& cycles, PastQuery const& query) {
  auto const cycle = cycles.chosen(tx, viewer, query.cycle);
  auto const owner = owner_of(tx, viewer, query);
  auto const rows = store::past_of(tx, owner, cycle.kind, cycle.starts_on - 1);
  Past all;
  for (auto const before : by_cycle(rows)) {
    if (all.cycles.size() == cycles_shown) break;
    all.cycles.push_back(past_cycle(tx, owner, before));
  }
  return all;
}

PastObjective figures_of(db::Tx& tx, policy::Viewer const& viewer, ObjectiveId objective) {
  relation_to(tx, viewer, objective);
  return past_objectives(tx, {objective}).at(0);
}

std::vector<rest::Route> past_routes(Cycles const& cycles) {
  using namespace policy;
  using rest::Call;
  using rest::Nothing;
  return {
      rest::get("/api/v1/aims", signed_in,
                "Says whether the targets of a team, or the caller's own, look too low over the cycles that ended.",
                [&](Call<Nothing, AimsQuery> const& c) { return aims(c.tx, c.viewer, cycles, c.query); }),
      rest::get("/api/v1/past", signed_in,
                "Shows what a team or a person reached in the cycles before, for whoever plans the next.",
                [&](Call<Nothing, PastQuery> const& c) { return past(c.tx, c.viewer, cycles, c.query); }),
      rest::get("/api/v1/objectives/{objective}/figures", signed_in,
                "Shows the last values of an objective's key results and how sure one was of them.",
                [](Call<> const& c) { return figures_of(c.tx, c.viewer, c.id<ObjectiveId>("objective")); }),
  };
}

}  // namespace waymark::okr
