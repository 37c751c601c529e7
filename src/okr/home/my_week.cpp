#include "okr/home/my_week.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "okr/alignment/alignment.hpp"
#include "okr/check_in/check_in_store.hpp"
#include "okr/draft/draft_store.hpp"
#include "okr/home/own_work.hpp"
#include "okr/objective/cards.hpp"
#include "okr/objective/many_store.hpp"
#include "okr/talk/talk_store.hpp"
#include "people/conventions.hpp"

namespace waymark::okr {
namespace {

// The day of the next check-in, from three days before it on, so that Friday's is there on Wednesday.
std::optional<base::Day> due_by(DueKeyResult const& key_result, Frame const& frame, base::Day known, base::Day today) {
  if (key_result.standing.status == Status::not_started) return std::nullopt;
  auto const news = key_result.last_check_in ? std::max(base::day_of(key_result.last_check_in->at), known)
                                             : awaited_since(frame.starts_on, known, key_result.due_on);
  auto const next = next_check_in(frame.cadence, news, key_result.due_on);
  return next && *next - 3 <= today ? next : std::nullopt;
}

// What is due, the latest first, then what is due soonest; and what is not. [HOME-2]
void tell_key_results(db::Tx& tx, PersonId person, MyWeek& week) {
  std::vector<std::pair<base::Day, DueKeyResult>> due;
  DueKeyResults const all{tx, store::key_results_of_person(tx, person, week.cycle.id)};
  for (auto const& row : all.rows()) {
    auto key_result = all.shown(row);
    auto const frame = frame_of(all.objective_of(row));
    if (auto const day = due_by(key_result, frame, known_on(row, frame), tx.today())) {
      due.emplace_back(*day, std::move(key_result));
    } else {
      week.not_due.push_back(std::move(key_result));
    }
  }
  std::ranges::stable_sort(due, {}, [](auto const& one) {
    return std::pair{-one.second.standing.days_late, one.first};
  });
  for (auto& one : due) week.due.push_back(std::move(one.second));
}

// What somebody has taken on, with the way from there up to the company. [HOME-6]
std::vector<OwnInitiative> own_initiatives(db::Tx& tx, PersonId person) {
  auto all = store::initiatives_of_person(tx, person);
  std::set<ObjectiveId> objectives;
  for (auto const& initiative : all) objectives.insert(initiative.objective.id);
  std::map<ObjectiveId, std::vector<ObjectiveName>> above;
  for (auto& one : store::ancestors(tx, std::vector(objectives.begin(), objectives.end())))
    if (one.state != State::cancelled) above[one.start_id].push_back({one.id, std::move(one.title)});
  for (auto& initiative : all) initiative.above = above[initiative.objective.id];
  return all;
}

}  // namespace

MyWeek my_week(db::Tx& tx, policy::Viewer const& viewer, Cycles const& cycles, BoardQuery const& query) {
  MyWeek week{};
  week.cycle = cycles.chosen(tx, viewer, query.cycle);
  tell_key_results(tx, viewer.person, week);
  week.blockers = store::blockers_waiting_for(tx, viewer.person);
  week.questions = questions_for(tx, viewer);
  week.shared = store::drafts_waiting_for(tx, viewer.person);
  week.drafts = cards_without_key_results(tx, store::drafts_of(tx, viewer.person));
  week.mentions = store::mentions_of(tx, viewer.person, tx.now() - 14 * base::ms_per_day);
  week.vision = people::conventions(tx).vision;
  week.company = cards_without_key_results(tx, store::of_company(tx, viewer.person, week.cycle.id));
  week.teams = store::teams_of(tx, viewer.person);
  week.is_new = !store::has_begun(tx, viewer.person);
  week.initiatives = own_initiatives(tx, viewer.person);
  return week;
}

}  // namespace waymark::okr
