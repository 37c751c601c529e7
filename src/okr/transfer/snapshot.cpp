#include "okr/transfer/snapshot.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "okr/alignment/alignment_store.hpp"
#include "okr/closing/closing_store.hpp"
#include "okr/cycle/cycle_store.hpp"
#include "okr/objective/cards.hpp"
#include "okr/objective/key_result_store.hpp"
#include "okr/objective/objective_store.hpp"
#include "okr/transfer/keys.hpp"
#include "people/directory.hpp"

namespace waymark::okr {
namespace {

constexpr std::int64_t page_size = 500;

class Snapshot {
 public:
  Snapshot(db::Tx& tx, policy::Viewer const& viewer) : tx_(tx), viewer_(viewer) {}

  Plan take() {
    auto cycles = store::cycles(tx_);
    std::reverse(cycles.begin(), cycles.end());  // oldest first
    for (auto const& cycle : cycles) {
      cycles_.emplace(cycle.id, plan_.cycles.size());
      plan_.cycles.push_back({cycle.name, cycle.starts_on, cycle.ends_on});
    }
    for (std::int64_t after = 0;;) {
      auto const rows = store::page(tx_, viewer_.person, {}, after, page_size);
      for (auto const& row : rows) add(row);
      if (rows.size() < static_cast<std::size_t>(page_size)) break;
      after = rows.back().id.value;
    }
    for (auto const& [id, index] : objectives_) add_links(id, index);
    return std::move(plan_);
  }

 private:
  std::string email_of(policy::PersonId person) {
    auto const [found, is_new] = emails_.try_emplace(person);
    if (is_new) found->second = people::email_of(tx_, person).value_or("");
    return found->second;
  }

  void add(store::ObjectiveRow const& row) {
    auto const extras = store::extras(tx_, row.id);
    PlannedObjective objective;
    objective.key = import_key_of(tx_, row.id);
    objective.cycle = cycles_.at(row.cycle_id);
    set_owner(objective, row, extras);
    objective.title = row.title;
    objective.why = row.why;
    objective.ambition = row.ambition;
    objective.state = row.state;
    objective.score = row.grade;
    set_key_results(objective, row);
    objectives_.emplace_back(row.id, plan_.objectives.size());
    indices_.emplace(row.id, plan_.objectives.size());
    plan_.objectives.push_back(std::move(objective));
  }

  void set_owner(PlannedObjective& objective, store::ObjectiveRow const& row, store::ObjectiveExtras const& extras) {
    objective.owner = email_of(row.accountable_id);
    objective.level = row.level;
    if (row.level == ObjectiveLevel::person) {
      objective.owner = email_of(*row.person_id);
      if (row.accountable_id != *row.person_id) objective.accountable = email_of(row.accountable_id);
    } else if (row.level == ObjectiveLevel::team) {
      objective.of_department = extras.team_kind == people::TeamKind::department;
      objective.team = extras.team_name.value_or("");
      if (teams_.insert(objective.team).second) plan_.teams.push_back({objective.team, objective.of_department});
    }
  }

  void set_key_results(PlannedObjective& objective, store::ObjectiveRow const& row) {
    std::map<KeyResultId, std::string> keys;
    for (auto const& [key, id] : key_results_by_key(tx_, row.id)) keys.emplace(id, key);
    auto const closure = store::closure(tx_, row.id, row.ambition);
    for (auto const& result : store::of_objective(tx_, row.id)) {
      auto planned = key_result(result, keys.at(result.id));
      if (row.state != State::draft) planned.since = paced_from(result, frame_of(row));
      if (closure) set_score(planned, result.id, *closure);
      key_result_index_.emplace(result.id, objective.key_results.size());
      objective.key_results.push_back(std::move(planned));
    }
  }

  static void set_score(PlannedKeyResult& planned, KeyResultId id, Closure const& closure) {
    for (auto const& part : closure.key_results) {
      if (part.key_result_id == id) planned.score = part.grade;
    }
  }

  PlannedKeyResult key_result(store::KeyResultRow const& row, std::string const& key) {
    PlannedKeyResult planned;
    planned.key = key;
    planned.title = row.title;
    if (row.owner_id) planned.owner = email_of(*row.owner_id);
    planned.measured = row.measured;
    planned.measure = store::measure_of(row);
    planned.baseline_on = row.baseline_on;
    planned.unit = row.unit;
    if (row.kind == Kind::milestones) {
      for (auto const& step : store::milestones_of(tx_, row.id))
        planned.milestones.push_back({step.title, step.weight, step.reached_at.has_value()});
    } else {
      planned.current = row.current;
    }
    if (!row.current && row.progress) planned.score = row.progress;
    planned.weight = row.weight;
    if (row.confidence) planned.confidence = static_cast<int>(*row.confidence);
    planned.due = row.due_on;
    planned.indicator = row.indicator;
    planned.counter = row.counter;
    return planned;
  }

  void add_links(ObjectiveId id, std::size_t index) {
    auto links = store::links_from(tx_, id);
    std::stable_sort(links.begin(), links.end(), [](auto const& a, auto const& b) { return a.primary > b.primary; });
    for (auto const& link : links) {
      auto const parent = indices_.find(link.parent_id);
      if (parent == indices_.end() || link.state != LinkState::accepted) continue;
      std::optional<std::size_t> result;
      if (link.parent_key_result_id) {
        auto const found = key_result_index_.find(*link.parent_key_result_id);
        if (found != key_result_index_.end()) result = found->second;
      }
      plan_.links.push_back({index, parent->second, result, 0});
    }
  }

  db::Tx& tx_;
  policy::Viewer const& viewer_;
  Plan plan_;
  std::map<CycleId, std::size_t> cycles_;
  std::set<std::string> teams_;
  std::vector<std::pair<ObjectiveId, std::size_t>> objectives_;
  std::map<ObjectiveId, std::size_t> indices_;
  std::map<KeyResultId, std::size_t> key_result_index_;
  std::map<policy::PersonId, std::string> emails_;
};

}  // namespace

Plan snapshot(db::Tx& tx, policy::Viewer const& viewer) {
  return Snapshot(tx, viewer).take();
}

}  // namespace waymark::okr
