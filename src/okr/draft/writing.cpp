#include "okr/draft/writing.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "core/base/problem.hpp"
#include "okr/alignment/alignment.hpp"
#include "okr/cycle/conventions.hpp"
#include "okr/draft/drafts.hpp"
#include "okr/key_result/trends.hpp"
#include "okr/objective/news.hpp"
#include "okr/objective/objective_store.hpp"
#include "okr/objective/writers.hpp"
#include "okr/rules/sentence.hpp"

namespace waymark::okr {
namespace {

// Whether one more is too many, counted like on the board: what is published, with the drafts beside it. [OKR-25]
std::optional<Advice> about_one_more(db::Tx& tx, policy::Viewer const& viewer, AdviceRequest const& draft,
                                     Limits limits) {
  auto rows = draft.team_id ? store::of_team(tx, viewer.person, *draft.team_id, *draft.cycle_id)
                            : store::of_person(tx, *draft.person_id, *draft.cycle_id);
  if (draft.person_id) std::erase_if(rows, [&](auto const& row) { return row.person_id != draft.person_id; });
  auto const count = [&](State state) {
    return static_cast<int>(std::ranges::count(rows, state, &store::ObjectiveRow::state));
  };
  auto advice = about_objective_count(count(State::published) + 1, count(State::draft), limits);
  return advice && advice->hint == Hint::many_objectives ? advice : std::nullopt;
}

std::vector<Advice> with(std::vector<Advice> advice, std::optional<Advice> more) {
  if (more) advice.push_back(std::move(*more));
  return advice;
}

}  // namespace

ObjectiveId Writing::create(db::Tx& tx, policy::Viewer const& viewer, NewObjective const& wanted) const {
  Owner const owner{wanted.team_id, wanted.person_id};
  check_writer(tx, viewer, owner);
  auto const cycle = open_cycle(tx, wanted.cycle_id);
  auto const accountable = wanted.accountable_id.value_or(wanted.person_id.value_or(viewer.person));
  check_active(tx, accountable, "accountable_id");
  auto const position = store::count_open(tx, cycle.id, wanted.team_id, wanted.person_id);
  auto const id = tx.new_id<ObjectiveId>();
  store::insert(tx, {id,
                     cycle.id,
                     level_of(tx, owner),
                     wanted.team_id,
                     wanted.person_id,
                     accountable,
                     wanted.title,
                     wanted.why.value_or(""),
                     wanted.ambition.value_or(Ambition::aspirational),
                     position,
                     wanted.limit_reason.value_or(""),
                     {},
                     {},
                     viewer.person});
  std::int64_t place = 0;
  for (auto const& key_result : wanted.key_results) {
    key_results_.write(tx, id, key_result, place, fmt::format("key_results[{}]", place));
    ++place;
  }
  refresh_progress(tx, id);
  for (auto const person : wanted.contributor_ids) {
    check_active(tx, person, "contributor_ids");
    store::add_contributor(tx, id, person);
  }
  if (wanted.parent_id) link(tx, viewer, id, {*wanted.parent_id, wanted.parent_key_result_id, true});
  announce(events_, tx, happened.objective_created, id, id, relation_to(tx, viewer, id), viewer);
  if (wanted.publish.value_or(false)) publish(tx, viewer, id);
  return id;
}

void Writing::publish(db::Tx& tx, policy::Viewer const& viewer, ObjectiveId id) const {
  auto const relation = open_to(tx, viewer, id);
  if (relation.state == State::published) return;
  if (relation.phase == Phase::closed) throw base::conflict("cycle_closed", "This cycle is closed.");
  if (relation.level == ObjectiveLevel::person) check_individual_okrs(tx);
  if (store::count(tx, id) == 0) {
    throw base::conflict("no_key_result",
                         "Add at least one key result first: without one nobody can tell whether you get there.");
  }
  store::set_state(tx, id, State::published);
  key_results_.take_kpi_values(tx, viewer, id);
  announce(events_, tx, happened.objective_published, id, id, relation_to(tx, viewer, id), viewer);
}

void Writing::remove(db::Tx& tx, policy::Viewer const& viewer, ObjectiveId id) const {
  store::hold(tx, id);
  auto const relation = concerned_with(tx, viewer, id);
  if (relation.state != State::draft)
    throw base::conflict("not_a_draft", "Only a draft can be deleted. Cancel what was published: its history stays.");
  check_withdraws(viewer, relation);
  announce(events_, tx, happened.objective_deleted, id, id, relation, viewer);
  store::remove(tx, id);
}

AdviceAnswer Writing::advise(db::Tx& tx, policy::Viewer const& viewer, AdviceRequest const& draft,
                             Language language) const {
  AdviceAnswer answer;
  auto const title = draft.title.value_or("");
  std::vector<std::string> titles;
  std::vector<DraftKeyResult> drafts;
  for (auto const& key_result : draft.key_results) {
    auto const kind = key_result.kind.value_or(Kind::number);
    titles.push_back(key_result.title);
    drafts.push_back({key_result.title, kind, key_result.indicator});
    answer.key_results.push_back(with(about_key_result_text(key_result.title, kind != Kind::yes_no, language),
                                      trend_of_kpi(tx, key_results_, key_result, draft.cycle_id)));
  }
  answer.sentence = sentence(title, titles, language);
  if (!title.empty()) answer.objective = about_objective_text(title, language);
  for (auto& advice : about_key_results(title, drafts, language)) answer.objective.push_back(std::move(advice));
  bool const is_owned = draft.team_id || draft.person_id;
  auto const level = is_owned ? level_of(tx, {draft.team_id, draft.person_id}) : ObjectiveLevel::team;
  answer.objective = with(std::move(answer.objective),
                          about_key_result_count(static_cast<int>(drafts.size()), key_result_limits(tx, level)));
  if (draft.cycle_id && is_owned) {
    answer.objective =
        with(std::move(answer.objective), about_one_more(tx, viewer, draft, objective_limits(tx, level)));
    auto words = title;
    for (auto const& more_words : titles) words += ' ' + more_words;
    answer.parents = parents_for(tx, *draft.cycle_id, draft.team_id, draft.person_id, words);
  }
  return answer;
}

}  // namespace waymark::okr
