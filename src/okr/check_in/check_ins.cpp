#include "okr/check_in/check_ins.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <limits>

#include "core/base/problem.hpp"
#include "core/json/read.hpp"
#include "okr/check_in/check_in_store.hpp"
#include "okr/key_result/measured_start.hpp"
#include "okr/objective/named.hpp"
#include "okr/objective/news.hpp"
#include "okr/objective/objective_store.hpp"

namespace waymark::okr {
namespace {

// What a check-in says, and what it does to milestones.
struct Said {
  std::optional<double> value;
  std::vector<store::Turn> turned;
};

Said share_reached(db::Tx& tx, KeyResultId key_result, std::vector<MilestoneId> const& reached,
                   std::string const& path) {
  auto const milestones = store::milestones_of(tx, key_result);
  for (auto const& id : reached) {
    auto const known = std::any_of(milestones.begin(), milestones.end(), [&](auto const& m) { return m.id == id; });
    if (!known) throw base::invalid(json::joined(path, "reached"), "One of these is no milestone of this key result.");
  }
  Said said;
  std::vector<Milestone> steps;
  for (auto const& milestone : milestones) {
    auto const is_reached = std::find(reached.begin(), reached.end(), milestone.id) != reached.end();
    if (is_reached != milestone.reached_at.has_value()) {
      store::set_reached(tx, milestone.id, is_reached ? std::optional{tx.now()} : std::nullopt);
      said.turned.push_back({milestone.id, milestone.reached_at});
    }
    steps.push_back({milestone.weight, is_reached});
  }
  said.value = milestone_share(steps);
  return said;
}

// The value of a check-in, after the kind of its key result. Nothing for a note on what a KPI feeds.
Said value_of(db::Tx& tx, KeyResultId key_result, store::Spot const& spot, NewCheckIn const& wanted,
              std::string const& path) {
  auto const field = json::joined(path, "value");
  if (spot.kpi_id) {
    if (wanted.value) throw base::invalid(field, "The value of this key result comes from its KPI; leave it out.");
    return {};
  }
  if (spot.measure.kind == Kind::milestones) {
    if (wanted.value) throw base::invalid(field, "This key result is measured by milestones: say which are reached.");
    return share_reached(tx, key_result, wanted.reached, path);
  }
  if (!wanted.reached.empty()) throw base::invalid(json::joined(path, "reached"), "This key result has no milestones.");
  if (!wanted.value) throw base::invalid(field, "Where does it stand now? A check-in needs the value.");
  if (spot.measure.kind == Kind::yes_no && *wanted.value != 0 && *wanted.value != 1) {
    throw base::invalid(field, "This key result is yes or no: 1 or 0.");
  }
  return {wanted.value->value, {}};
}

// [OKR-116]
Source source_of(policy::Viewer const& viewer) {
  return viewer.proof == policy::Proof::token ? Source::api : Source::manual;
}

// [OKR-29]
CheckInSaid said(db::Tx& tx, KeyResultId key_result, store::Spot const& spot, NewCheckIn const& wanted,
                 std::optional<double> now) {
  auto const has_words = [](auto const& text) { return text && !text->empty(); };
  return {spot.ambition,
          static_cast<int>(wanted.confidence.value),
          !store::first_confidence(tx, key_result).has_value(),
          has_words(wanted.what_happened) || has_words(wanted.what_next) || has_words(wanted.help_needed),
          spot.progress,
          now};
}

}  // namespace

CheckedIn CheckIns::create(db::Tx& tx, policy::Viewer const& viewer, KeyResultId key_result, NewCheckIn const& wanted,
                           std::string const& path) const {
  store::hold_objective_of(tx, key_result);
  auto const found = store::spot(tx, key_result);
  auto const relation = still_open_through(tx, viewer, found ? std::optional{found->objective_id} : std::nullopt,
                                           base::not_found("There is no such key result."));
  auto const& spot = *found;
  if (relation.state == State::draft)
    throw base::conflict("still_draft", "Publish the objective first; then check in.");
  auto const [value, turned] = value_of(tx, key_result, spot, wanted, path);
  auto const current = value ? value : spot.current;
  auto const measure = value ? begin(tx, key_result, spot.measure, *value, tx.today()) : spot.measure;
  auto const reached = current ? progress(measure, *current) : std::nullopt;
  auto const advice = about_check_in(said(tx, key_result, spot, wanted, reached));
  auto const id = tx.new_id<CheckInId>();
  auto const help = wanted.help_needed.value_or("");
  store::insert(
      tx, {id, key_result, viewer.person, value, wanted.confidence.value, reached, wanted.what_happened.value_or(""),
           wanted.what_next.value_or(""), help, wanted.evidence.value_or(""), source_of(viewer), viewer.token});
  store::insert_turns(tx, id, turned);
  store::set_news(tx, key_result, current, wanted.confidence.value, reached, id);
  auto const objective_progress = add_up_progress(tx, spot.objective_id);
  if (!help.empty()) {
    auto const helper = helper_for(tx, viewer, spot.objective_id, wanted.help_from, json::joined(path, "help_from"));
    auto const blocker = tx.new_id<BlockerId>();
    store::insert_blocker(tx, {blocker, key_result, spot.objective_id, help, helper, viewer.person, id});
    announce(events_, tx, happened.blocker_raised, blocker, spot.objective_id, relation, viewer);
  }
  announce(events_, tx, happened.check_in_made, id, spot.objective_id, relation, viewer);
  return {id,      key_result,         spot.objective_id, value, wanted.confidence.value,
          reached, objective_progress, tx.now(),          advice};
}

CheckedInBatch CheckIns::create_all(db::Tx& tx, policy::Viewer const& viewer, CheckInBatch const& wanted) const {
  if (wanted.check_ins.empty() && wanted.skips.empty())
    throw base::invalid("check_ins", "There is nothing to check in.");
  if (wanted.check_ins.size() + wanted.skips.size() > 100)
    throw base::invalid("check_ins", "At most 100 check-ins go into one request.");
  CheckedInBatch made;
  for (auto const& line : wanted.check_ins) {
    made.items.push_back(create(tx, viewer, line.key_result_id, line, fmt::format("check_ins[{}]", made.items.size())));
  }
  for (auto const& line : wanted.skips) skip(tx, viewer, line);
  return made;
}

void CheckIns::skip(db::Tx& tx, policy::Viewer const& viewer, NewSkip const& wanted) const {
  auto const objective = objective_of(tx, viewer, wanted.key_result_id);
  auto const relation = still_open(tx, viewer, objective);
  if (relation.state == State::draft)
    throw base::conflict("still_draft", "Publish the objective first; then check in.");
  store::insert_skip(tx, wanted, viewer.person);
  announce(events_, tx, happened.key_result_skipped, wanted.key_result_id, objective, relation, viewer);
}

CheckIn CheckIns::get(db::Tx& tx, policy::Viewer const& viewer, CheckInId id) const {
  auto const check_in = store::check_in(tx, id);
  auto const key_result = check_in ? store::key_result(tx, check_in->key_result_id) : std::nullopt;
  relation_through(tx, viewer, key_result ? std::optional{key_result->objective_id} : std::nullopt,
                   base::not_found("There is no such check-in."));
  return *check_in;
}

CheckIns::PageOfCheckIns CheckIns::history(db::Tx& tx, policy::Viewer const& viewer, KeyResultId key_result,
                                           std::optional<std::string> const& after, std::int64_t limit) const {
  objective_of(tx, viewer, key_result);
  auto before_at = std::numeric_limits<std::int64_t>::max();
  auto before_id = before_at;
  if (after) {
    auto const id = base::id_of(*after);
    auto const last = id ? store::check_in(tx, {*id}) : std::nullopt;
    if (!last || last->key_result_id != key_result) throw base::invalid("after", "This is no cursor of this list.");
    before_at = last->at;
    before_id = last->id.value;
  }
  PageOfCheckIns page{store::history(tx, key_result, before_at, before_id, limit + 1), {}};
  if (static_cast<std::int64_t>(page.items.size()) > limit) {
    page.items.pop_back();
    page.next = page.items.back().id.text();
  }
  return page;
}

CheckIn CheckIns::acknowledge(db::Tx& tx, policy::Viewer const& viewer, CheckInId id) const {
  auto const check_in = get(tx, viewer, id);
  auto const objective = objective_of(tx, check_in.key_result_id);
  auto const relation = relation_to(tx, viewer, objective);
  if (!relation.leads) throw base::forbidden("Whoever leads this work acknowledges its check-ins.");
  if (store::acknowledge(tx, id, viewer.person))
    announce(events_, tx, happened.check_in_acknowledged, id, objective, relation, viewer);
  return get(tx, viewer, id);
}

void CheckIns::follow(db::Tx& tx, KpiId kpi, double value, PersonId author,
                      std::optional<base::Day> measured_on) const {
  for (auto const& [key_result, objective] : store::following(tx, kpi)) {
    store::hold(tx, objective);
    auto const spot = store::spot(tx, key_result);
    if (!spot || spot->state != State::published) continue;  // closed a moment ago
    kpis_.give(tx, key_result, {measured_on.value_or(tx.today()), value}, author);
  }
}

void CheckIns::stop_following(db::Tx& tx, KpiId kpi, std::string const& name, PersonId by) const {
  for (auto const& [key_result, objective] : store::following(tx, kpi)) {
    store::hold(tx, objective);
    store::insert_change(tx, objective, key_result, "kpi", name, "", "The KPI was put away.", by);
  }
  store::stop_following(tx, kpi);
}

}  // namespace waymark::okr
