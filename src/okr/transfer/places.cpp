#include "okr/transfer/places.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "core/base/normalised.hpp"
#include "core/base/problem.hpp"
#include "core/base/text.hpp"
#include "okr/cycle/cycle_store.hpp"
#include "people/directory.hpp"

namespace waymark::okr {
namespace {

CycleKind kind_of(PlannedCycle const& planned) {
  auto const length = planned.last - planned.first + 1;
  if (length >= 364 && length <= 371) return CycleKind::annual;
  return length >= 89 && length <= 98 ? CycleKind::quarter : CycleKind::custom;
}

// The year that holds a shorter cycle, where there is exactly one.
std::optional<CycleId> parent_of(std::vector<store::CycleRow> const& cycles, PlannedCycle const& planned) {
  std::optional<CycleId> parent;
  for (auto const& cycle : cycles) {
    bool const holds =
        cycle.starts_on <= planned.first && planned.last <= cycle.ends_on && cycle.kind == CycleKind::annual;
    if (!holds || kind_of(planned) == CycleKind::annual) continue;
    if (parent) return {};
    parent = cycle.id;
  }
  return parent;
}

}  // namespace

Places::Places(db::Tx& tx, people::People const& people, policy::Viewer const& viewer, Plan const& plan, Imported& made)
    : tx_(tx), people_(people), viewer_(viewer), plan_(plan), made_(made) {
  std::vector<std::size_t> order(plan.cycles.size());
  for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
  auto const length = [&](std::size_t i) { return plan.cycles[i].last - plan.cycles[i].first; };
  std::stable_sort(order.begin(), order.end(),
                   [&](auto a, auto b) { return length(a) > length(b); });  // years before quarters
  for (auto const i : order) cycle(i);
}

CycleId Places::cycle(std::size_t index) {
  auto const [found, is_new] = cycles_.try_emplace(index);
  if (!is_new) return found->second;
  auto const& planned = plan_.cycles[index];
  for (auto const& row : store::cycles(tx_)) {
    if (base::folded(row.name) != base::folded(planned.name)) continue;
    if (row.starts_on != planned.first || row.ends_on != planned.last) {
      made_.notes.push_back({1, fmt::format("the cycle \"{}\" is there already with the days {} to {}; they stay",
                                            row.name, row.starts_on.to_string(), row.ends_on.to_string())});
    }
    return found->second = row.id;
  }
  return found->second = make_cycle(planned);
}

CycleId Places::make_cycle(PlannedCycle const& planned) {
  store::CycleRow row{};
  row.id = tx_.new_id<CycleId>();
  row.name = planned.name;
  row.kind = kind_of(planned);
  row.parent_id = parent_of(store::cycles(tx_), planned);
  row.starts_on = planned.first;
  row.ends_on = planned.last;
  row.midcycle_on = planned.first + (planned.last - planned.first) / 2;
  row.phase = tx_.today() < row.starts_on ? Phase::planning : Phase::active;
  row.cadence = Cadence::weekly;
  row.version = 1;
  store::insert(tx_, row);
  new_cycles_.push_back(row.id);
  ++made_.cycles;
  return row.id;
}

void Places::set_phases() {
  for (auto const id : new_cycles_) {
    auto row = *store::cycle(tx_, id);
    if (tx_.today() <= row.ends_on) continue;
    row.phase = store::open_objectives(tx_, id) == 0 ? Phase::closed : Phase::closing;
    store::update(tx_, row);
  }
}

TeamId Places::company() const {
  if (auto const id = people::company(tx_)) return *id;
  throw base::conflict("no_organisation", "There is no organisation yet. Run waymark init first.");
}

TeamId Places::team(std::string const& name) {
  auto const [found, is_new] = teams_.try_emplace(base::normalised(name));
  if (!is_new) return found->second;
  if (auto const id = people::find_team(tx_, name)) return found->second = *id;
  auto const same = [&](PlannedTeam const& team) { return base::normalised(team.name) == base::normalised(name); };
  auto const planned = std::find_if(plan_.teams.begin(), plan_.teams.end(), same);
  people::NewTeam wanted;
  wanted.name = name;
  wanted.kind =
      planned != plan_.teams.end() && planned->is_department ? people::TeamKind::department : people::TeamKind::team;
  wanted.parent_id = company();
  ++made_.teams;
  return found->second = people_.create_team(tx_, viewer_.person, wanted);
}

std::optional<PersonId> Places::person(std::string const& text, int line) {
  auto const [found, is_new] = persons_.try_emplace(base::folded(text));
  if (!is_new) return found->second;
  if (text.find('@') != std::string::npos) {
    found->second = people::find_by_email(tx_, text);
  } else if (base::letters(text) <= 100) {
    people::PersonFilter filter;
    filter.text = text;
    for (auto const& candidate : people::person_lines(tx_, filter, 50)) {
      if (base::folded(candidate.name) == base::folded(text)) found->second = candidate.id;
    }
  }
  if (found->second && !people::is_active(tx_, *found->second)) found->second.reset();
  if (!found->second)
    made_.notes.push_back({line, fmt::format("nobody here is \"{}\"; the one who imports stands in", text)});
  return found->second;
}

Places::Owner Places::owner_of(PlannedObjective const& planned) {
  auto const stated = planned.owner.empty() ? std::nullopt : person(planned.owner, planned.line);
  auto const answers = planned.accountable.empty() ? std::nullopt : person(planned.accountable, planned.line);
  auto const accountable = answers ? *answers : stated.value_or(viewer_.person);
  if (planned.level == ObjectiveLevel::person && stated) return {ObjectiveLevel::person, {}, stated, accountable};
  if (planned.level == ObjectiveLevel::company || planned.team.empty())
    return {ObjectiveLevel::company, company(), {}, accountable};
  auto const id = team(planned.team);
  auto const level = id == company() ? ObjectiveLevel::company : ObjectiveLevel::team;
  return {level, id, {}, accountable};
}

}  // namespace waymark::okr
