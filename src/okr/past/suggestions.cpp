#include "okr/past/suggestions.hpp"

#include <algorithm>

#include "core/base/id.hpp"
#include "core/base/problem.hpp"
#include "okr/cycle/conventions.hpp"
#include "okr/rules/closing_rules.hpp"

namespace waymark::okr {
namespace {

constexpr std::size_t cycles_looked_at = 2;

// Rises and falls have a step that can be gone on or gone again; a limit is kept or not.
bool has_way(store::OwnEnding const& row) {
  bool const figures = row.kind != Kind::yes_no && row.kind != Kind::milestones;
  return figures && (row.direction == Direction::rise || row.direction == Direction::fall) && row.last && row.grade;
}

Suggestion of(store::OwnEnding const& row, SuggestionKind kind) {
  Suggestion one{};
  one.kind = kind;
  one.source = row.id.text();
  one.title = row.title;
  one.cycle = CycleName{row.cycle_id, row.cycle};
  one.objective = ObjectiveName{row.objective_id, row.objective};
  one.measure = row.kind;
  one.direction = row.direction;
  one.unit = row.unit;
  one.kpi_id = row.kpi_id;
  return one;
}

std::optional<Suggestion> next_target(store::OwnEnding const& row) {
  if (!has_way(row)) return std::nullopt;
  auto one = of(row, SuggestionKind::carry);
  one.grade = row.grade;
  one.last = row.last;
  one.old_target = row.target;
  one.baseline = row.last;
  if (*row.grade < success_from && !row.carried && *row.last != row.target) {
    one.target = row.target;
    return one;
  }
  if (*row.grade < 1 || !row.baseline) return std::nullopt;
  one.kind = SuggestionKind::higher;
  one.target = *row.last + (row.target - *row.baseline);
  // Nobody falls below nothing, or has more than all.
  if (row.direction == Direction::fall && *one.target < 0) one.target = 0;
  if (row.kind == Kind::percent && *one.target > 100) one.target = 100;
  if (*one.target == *row.last) return std::nullopt;
  return one;
}

Suggestion learned(store::OwnEnding const& row) {
  auto one = of(row, SuggestionKind::learning);
  one.source = row.objective_id.text();
  one.title = row.objective;
  one.text = row.learning;
  one.unit = "";
  one.kpi_id.reset();
  return one;
}

Suggestion resolved(store::OwnResolve const& row) {
  Suggestion one{};
  one.kind = SuggestionKind::resolved;
  one.source = base::id_text(row.id);
  one.title = row.text;
  one.text = row.text;
  one.cycle = CycleName{row.cycle_id, row.cycle};
  return one;
}

Suggestion outside(KpiOutside const& kpi) {
  Suggestion one{};
  one.kind = SuggestionKind::kpi;
  one.source = kpi.id.text();
  one.title = kpi.name;
  one.unit = kpi.unit;
  one.last = kpi.value;
  one.low = kpi.low;
  one.high = kpi.high;
  one.kpi_id = kpi.id;
  return one;
}

SuggestionSwitch state_for(db::Tx& tx, PersonId person) {
  if (!makes_suggestions(tx)) return SuggestionSwitch::off_here;
  return store::wants_no_suggestions(tx, person) ? SuggestionSwitch::off_for_me : SuggestionSwitch::on;
}

Suggestions suggestions(db::Tx& tx, policy::Viewer const& viewer, Cycles const& cycles, KpisOutside const& kpis,
                        SuggestionQuery const& query) {
  auto const cycle = cycles.chosen(tx, viewer, query.cycle);
  Suggestions all{state_for(tx, viewer.person), {}};
  if (all.state != SuggestionSwitch::on || cycle.phase == Phase::closed) return all;
  auto const own = kpis ? kpis(tx, viewer.person) : std::vector<KpiOutside>{};
  all.items = suggested(store::own_endings(tx, viewer.person, cycle.kind, cycle.starts_on),
                        store::own_resolves(tx, viewer.person, cycle.kind, cycle.starts_on), own);
  auto const answered = store::answered_suggestions(tx, viewer.person, cycle.id);
  std::erase_if(all.items, [&](auto const& one) {
    return answered.contains({one.kind, base::id_of(one.source).value_or(0)});
  });
  return all;
}

void answer(db::Tx& tx, policy::Viewer const& viewer, Cycles const& cycles, SuggestionAnswer const& given) {
  auto const cycle = cycles.get(tx, viewer, given.cycle_id);
  auto const source = base::id_of(given.source);
  if (!source) throw base::invalid("source", "There is no such suggestion.");
  store::answer_suggestion(tx, viewer.person, cycle.id, given.kind, *source, given.accepted);
}

}  // namespace

std::vector<Suggestion> suggested(std::span<store::OwnEnding const> endings,
                                  std::span<store::OwnResolve const> resolves, std::span<KpiOutside const> kpis) {
  std::vector<Suggestion> all;
  std::vector<CycleId> looked_at;
  std::vector<ObjectiveId> learned_of;
  auto const counts = [&](CycleId cycle) {
    if (std::ranges::find(looked_at, cycle) != looked_at.end()) return true;
    if (looked_at.size() == cycles_looked_at) return false;
    looked_at.push_back(cycle);
    return true;
  };
  for (auto const& row : endings) {
    if (!counts(row.cycle_id)) break;
    if (auto one = next_target(row)) all.push_back(std::move(*one));
  }
  for (auto const& kpi : kpis) all.push_back(outside(kpi));
  for (auto const& row : endings) {
    if (!counts(row.cycle_id)) break;
    if (!row.answered_for || row.learning.empty() ||
        std::ranges::find(learned_of, row.objective_id) != learned_of.end())
      continue;
    learned_of.push_back(row.objective_id);
    all.push_back(learned(row));
  }
  for (auto const& row : resolves) {
    if (counts(row.cycle_id)) all.push_back(resolved(row));
  }
  return all;
}

std::vector<rest::Route> suggestion_routes(Cycles const& cycles, KpisOutside const& kpis) {
  using policy::signed_in;
  using rest::Call;
  using rest::Nothing;
  return {
      rest::get(
          "/api/v1/suggestions", signed_in, "Lists what the caller's own past suggests for a cycle.",
          [&](Call<Nothing, SuggestionQuery> const& c) { return suggestions(c.tx, c.viewer, cycles, kpis, c.query); }),
      rest::post("/api/v1/suggestion-answers", signed_in, "Takes or drops a suggestion, for the caller and one cycle.",
                 [&](Call<SuggestionAnswer> const& c) { answer(c.tx, c.viewer, cycles, c.body); }),
      rest::put("/api/v1/me/suggestions-off", signed_in, "Suggests nothing to the caller any more.",
                [](Call<> const& c) { store::want_suggestions(c.tx, c.viewer.person, false); }),
      rest::del("/api/v1/me/suggestions-off", signed_in, "Suggests things to the caller again.",
                [](Call<> const& c) { store::want_suggestions(c.tx, c.viewer.person, true); }),
  };
}

}  // namespace waymark::okr
