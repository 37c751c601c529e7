#include "okr/transfer/import.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "audit/audit.hpp"
#include "okr/alignment/alignment_store.hpp"
#include "okr/cycle/cycle_store.hpp"
#include "okr/key_result/key_results.hpp"
#include "okr/objective/news.hpp"
#include "okr/objective/objective_store.hpp"
#include "okr/transfer/grades.hpp"
#include "okr/transfer/keys.hpp"
#include "okr/transfer/places.hpp"

namespace waymark::okr {
namespace {

class Import {
 public:
  Import(db::Tx& tx, people::People const& people, events::Events const& events, policy::Viewer const& viewer,
         Plan const& plan)
      : tx_(tx), events_(events), viewer_(viewer), plan_(plan), places_(tx, people, viewer, plan, made_) {}

  Imported run() {
    for (auto const& objective : plan_.objectives) add(objective);
    if (!plan_.links.empty()) store::lock_links(tx_);
    for (auto const& link : plan_.links) add(link);
    for (auto const& [id, objective] : fresh_) finish(id, *objective);
    places_.set_phases();
    if (made_.anything()) {
      auto const by = audit::actor_of(viewer_);
      audit::record(tx_, by.person, "okrs.imported", "import", 0, {},
                    {.in_place_of = by.in_place_of,
                     .codes = audit::code("objectives", std::to_string(made_.objectives)) + ";" +
                              audit::code("key_results", std::to_string(made_.key_results))});
    }
    return std::move(made_);
  }

 private:
  void add(PlannedObjective const& planned) {
    auto const known = objective_with_key(tx_, planned.key);
    auto const id = known ? *known : insert(planned);
    objectives_.push_back(id);
    auto& keys = key_results_.emplace_back(known ? key_results_by_key(tx_, id) : std::map<std::string, KeyResultId>{});
    ++(known ? made_.known_objectives : made_.objectives);
    bool const open = !known || relation_to(tx_, viewer_, id).open();
    auto const before = made_.key_results;
    for (auto const& result : planned.key_results) {
      if (keys.contains(result.key))
        ++made_.known_key_results;
      else if (open)
        keys.emplace(result.key, insert(id, planned.cycle, result, static_cast<std::int64_t>(keys.size())));
      else
        made_.notes.push_back({result.line, "its objective is closed already; the key result was left out"});
    }
    if (made_.key_results > before) refresh_progress(tx_, id);
    if (!known) fresh_.emplace_back(id, &planned);
  }

  ObjectiveId insert(PlannedObjective const& planned) {
    auto const id = tx_.new_id<ObjectiveId>();
    auto const cycle = places_.cycle(planned.cycle);
    auto const owner = places_.owner_of(planned);
    auto const position = store::count_open(tx_, cycle, owner.team, owner.person);
    store::insert(tx_, {id,
                        cycle,
                        owner.level,
                        owner.team,
                        owner.person,
                        owner.accountable,
                        planned.title,
                        planned.why,
                        planned.ambition.value_or(Ambition::aspirational),
                        position,
                        "",
                        {},
                        planned.key,
                        viewer_.person});
    if (planned.state != State::draft) store::set_state(tx_, id, State::published);
    return id;
  }

  KeyResultId insert(ObjectiveId objective, std::size_t cycle, PlannedKeyResult const& planned, std::int64_t position) {
    store::FreshKeyResult fresh{};
    fresh.id = tx_.new_id<KeyResultId>();
    fresh.objective_id = objective;
    fresh.title = planned.title;
    fresh.measure = kept(planned.measure);
    fresh.baseline_on = planned.baseline_on;
    fresh.unit = planned.unit;
    fresh.weight = planned.weight.value_or(1);
    if (!planned.owner.empty()) fresh.owner_id = places_.person(planned.owner, planned.line);
    auto const& days = plan_.cycles[cycle];
    if (planned.due && (*planned.due < days.first || days.last < *planned.due))
      made_.notes.push_back({planned.line, "the due day lies outside the cycle and was left out"});
    else
      fresh.due_on = planned.due;
    fresh.paced_from = planned.since.value_or(days.first);
    fresh.indicator = planned.indicator;
    fresh.counter = planned.counter;
    fresh.measured = planned.measured;
    fresh.position = position;
    fresh.import_key = planned.key;
    store::insert(tx_, fresh);
    ++made_.key_results;
    made_.measured += fresh.measured;
    made_.check_ins += bring_value(tx_, viewer_.person, fresh.id, fresh.measure, planned);
    return fresh.id;
  }

  void add(PlannedLink const& planned) {
    auto const child = objectives_[planned.child];
    auto const parent = objectives_[planned.parent];
    std::optional<KeyResultId> result;
    if (planned.parent_key_result) {
      auto const& key = plan_.objectives[planned.parent].key_results[*planned.parent_key_result].key;
      auto const& keys = key_results_[planned.parent];
      if (auto const found = keys.find(key); found != keys.end()) result = found->second;
    }
    auto const existing = store::links_from(tx_, child);
    auto const same = [&](auto const& other) {
      return other.parent_id == parent && other.parent_key_result_id == result;
    };
    if (std::any_of(existing.begin(), existing.end(), same)) return;
    if (loops(child, parent)) {
      made_.notes.push_back(
          {planned.line, "the objectives support each other already the other way round; the link was left out"});
      return;
    }
    auto const is_primary = [](auto const& other) { return other.primary; };
    bool const primary = std::none_of(existing.begin(), existing.end(), is_primary);
    store::insert(tx_, {tx_.new_id<LinkId>(), child, parent, result, primary, LinkState::accepted, viewer_.person});
    links_.push_back({child.value, parent.value});
    ++made_.links;
  }

  // A plan has no loops of its own; together with links that are there already it may have.
  bool loops(ObjectiveId child, ObjectiveId parent) {
    if (made_.known_objectives == 0) return false;
    if (links_.empty()) links_ = store::all_links(tx_);
    return would_loop(links_, child.value, parent.value);
  }

  // The end of a new objective, once its key results and links are there.
  void finish(ObjectiveId id, PlannedObjective const& planned) {
    bool const over = plan_.cycles[planned.cycle].last < tx_.today();
    auto const grade = grade_of(planned);
    if (planned.state == State::cancelled) {
      store::set_state(tx_, id, State::cancelled);
    } else if (grade && (planned.state == State::closed || (!planned.state && over))) {
      close_imported(tx_, viewer_.person, id, planned, *grade, key_results_by_key(tx_, id));
      ++made_.closed;
    } else if (planned.state == State::closed || (planned.score && planned.state != State::draft)) {
      made_.notes.push_back(
          {planned.line, grade ? "the cycle is still running; the objective stays open and its score was left out"
                               : "a closed objective needs a score; it stays open"});
    }
    announce(events_, tx_, happened.objective_imported, id, id, relation_to(tx_, viewer_, id), viewer_);
  }

  db::Tx& tx_;
  events::Events const& events_;
  policy::Viewer const& viewer_;
  Plan const& plan_;
  Imported made_;
  Places places_;
  std::vector<ObjectiveId> objectives_;                          // in the order of the plan
  std::vector<std::map<std::string, KeyResultId>> key_results_;  // the same
  std::vector<std::pair<ObjectiveId, PlannedObjective const*>> fresh_;
  std::vector<Link> links_;
};

}  // namespace

Imported import_plan(db::Tx& tx, people::People const& people, events::Events const& events,
                     policy::Viewer const& viewer, Plan const& plan) {
  return Import(tx, people, events, viewer, plan).run();
}

}  // namespace waymark::okr
