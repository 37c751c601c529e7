#include "okr/page/objective_page.hpp"

#include <algorithm>

#include "okr/alignment/alignment.hpp"
#include "okr/alignment/alignment_store.hpp"
#include "okr/check_in/check_in_store.hpp"
#include "okr/closing/closing_store.hpp"
#include "okr/cycle/conventions.hpp"
#include "okr/draft/draft_store.hpp"
#include "okr/key_result/trends.hpp"
#include "okr/objective/cards.hpp"
#include "okr/objective/objective_store.hpp"
#include "okr/objective/publication_store.hpp"
#include "okr/objective/relation.hpp"
#include "okr/objective/role_fit.hpp"
#include "okr/rules/sentence.hpp"
#include "okr/talk/talk_store.hpp"

namespace waymark::okr {
namespace {

std::vector<std::string> may(Relation const& relation, policy::Viewer const& viewer) {
  std::vector<std::string> acts;
  acts.push_back("comment");
  if (relation.state == State::draft) acts.push_back("vote");
  if (relation.open()) acts.push_back("link");
  if (relation.may_end(viewer) && relation.phase != Phase::closed) {
    if (relation.state == State::published) acts.insert(acts.end(), {"close", "cancel"});
    if (!relation.open()) acts.push_back("reopen");
  }
  if (!relation.concerned(viewer) || !relation.open()) return acts;
  acts.push_back("edit");
  if (relation.state == State::draft || relation.may_end(viewer)) acts.push_back("move");
  if (relation.state == State::draft) {
    acts.push_back("publish");
    if (relation.may_withdraw(viewer)) acts.push_back("delete");
    acts.push_back("share");
  } else {
    acts.push_back("check_in");
    if (relation.leads) acts.push_back("acknowledge");
  }
  return acts;
}

std::vector<Advice> advice_on(db::Tx& tx, Objective const& objective, Language language) {
  std::vector<DraftKeyResult> drafts;
  for (auto const& key_result : objective.key_results)
    drafts.push_back({key_result.title, key_result.kind, key_result.indicator});
  auto advice = about_objective_text(objective.title, language);
  for (auto& more : about_key_results(objective.title, drafts, language)) advice.push_back(std::move(more));
  if (auto count = about_key_result_count(static_cast<int>(drafts.size()), key_result_limits(tx, objective.level)))
    advice.push_back(std::move(*count));
  return advice;
}

void add_links(db::Tx& tx, policy::Viewer const& viewer, Relation const& relation, Objective& page) {
  page.ancestors = store::ancestors(tx, page.id);
  page.supports = supports_of(tx, viewer, page.id, relation.concerned(viewer));
  page.supported_by = supporters_of(tx, viewer, page.id, relation.concerned(viewer));
  page.dependencies = dependencies_of(tx, viewer, page.id);
}

// Those whom an objective concerns may act on its blockers too. [OKR-53]
std::vector<Blocker> blockers_of(db::Tx& tx, policy::Viewer const& viewer, Relation const& relation, ObjectiveId id) {
  auto all = store::blockers_of(tx, viewer.person, id);
  for (auto& blocker : all) {
    if (!blocker.resolved_at && relation.concerned(viewer)) blocker.may = {"resolve", "hand_over"};
  }
  return all;
}

// Counted among those that the viewer sees.
Place place_of(db::Tx& tx, policy::Viewer const& viewer, store::ObjectiveRow const& row) {
  auto const all = store::siblings_seen_by(tx, viewer.person, row);
  auto const at = std::ranges::find(all, row.id);
  return {at - all.begin(), static_cast<std::int64_t>(all.size())};
}

// Who cancelled it last, when and why, as its history says.
std::optional<ChangeLine> cancellation(std::vector<ChangeLine> const& changes) {
  std::optional<ChangeLine> last;
  for (auto const& change : changes) {
    bool const cancels = change.field == "state" && change.after == json::name_of(State::cancelled);
    if (cancels && (!last || last->id < change.id)) last = change;
  }
  return last;
}

void add_draft(db::Tx& tx, policy::Viewer const& viewer, Objective& page) {
  page.votes = store::votes(tx, page.id, viewer.person);
  page.readers = store::readers(tx, page.id);
  page.reader_teams = store::reader_teams(tx, page.id);
}

// What it was carried on to is a draft first.
void hide_what_is_hidden(db::Tx& tx, policy::Viewer const& viewer, Objective& page) {
  if (!page.carried_to || page.carried_to->state != State::draft) return;
  if (may_see(tx, viewer.person, page.carried_to->id)) return;
  page.carried_to.reset();
  if (page.closure) page.closure->carried_to.reset();
}

Objective objective_page(db::Tx& tx, policy::Viewer const& viewer, ObjectiveId id, Language language) {
  auto const relation = relation_to(tx, viewer, id);
  auto const row = *store::objective(tx, id);
  auto const extras = store::extras(tx, id);
  Objective page{};
  static_cast<ObjectiveWithKeyResults&>(page) = card_of(row, store::of_objective(tx, id), tx.today());
  std::vector<std::string> titles;
  for (auto const& key_result : page.key_results) titles.push_back(key_result.title);
  page.sentence = sentence(page.title, titles, language);
  page.cycle = {row.cycle_id, extras.cycle_name};
  if (row.team_id)
    page.team =
        TeamName{*row.team_id, extras.team_name.value_or(""), extras.team_kind.value_or(people::TeamKind::team)};
  if (row.person_id) page.person = PersonName{*row.person_id, extras.person_name.value_or("")};
  add_links(tx, viewer, relation, page);
  page.contributors = store::contributors(tx, id);
  for (auto const& dropped : store::dropped_of_objective(tx, id))
    page.dropped.push_back(key_result_of(dropped, frame_of(row), tx.today()));
  page.check_ins = store::check_ins_of(tx, id, 200);
  page.milestones = store::milestones(tx, id);
  page.blockers = blockers_of(tx, viewer, relation, id);
  page.initiatives = store::initiatives(tx, id);
  page.comments = store::comments(tx, id);
  page.changes = store::changes(tx, id);
  if (relation.open() && relation.concerned(viewer)) page.advice = advice_on(tx, page, language);
  page.limit_reason = extras.limit_reason;
  page.carried_from = extras.carried_from;
  page.carried_to = store::carried_to(tx, id);
  if (row.state != State::draft) page.published_at = extras.published_at;
  if (row.state == State::closed) page.closure = store::closure(tx, id, row.ambition);
  if (row.state == State::cancelled) page.cancellation = cancellation(page.changes);
  hide_what_is_hidden(tx, viewer, page);
  page.past_closures = store::past_closures(tx, id, row.ambition);
  if (extras.changed_by && extras.changed_at)
    page.changed = LastChange{{*extras.changed_by, extras.changed_by_name.value_or("")}, *extras.changed_at};
  page.role = role_fit(tx, viewer, row);
  page.place = place_of(tx, viewer, row);
  page.chain = {store::level_in_cycle(tx, id), depth(tx).most};
  page.skips = store::skips_of(tx, id);
  if (relation.state == State::draft) add_draft(tx, viewer, page);
  auto rules = field_rules(row.state, extras.published_at, tx.now(), change_rules(tx));
  page.asks_reason = std::move(rules.asking);
  page.fixed = std::move(rules.fixed);
  page.may = may(relation, viewer);
  bool const untold = row.state == State::published && is_untold(extras.published_at.value_or(0), tx.now());
  if (relation.concerned(viewer) && (untold || relation.may_withdraw(viewer)) &&
      may_be_taken_back(row.state, store::traces_of_others(tx, id, viewer.person)))
    page.may.push_back("take_back");
  return page;
}

}  // namespace

Objective ObjectivePages::get(db::Tx& tx, policy::Viewer const& viewer, ObjectiveId id,
                              std::optional<Language> language) const {
  auto page = objective_page(tx, viewer, id, language.value_or(store::language_of(tx, viewer.person)));
  if (std::ranges::find(page.may, "edit") != page.may.end()) {
    for (auto& advice : trends(tx, key_results_, id)) page.advice.push_back(std::move(advice));
  }
  return page;
}

}  // namespace waymark::okr
