#include "core/base/problem.hpp"
#include "okr/check_in/check_in_store.hpp"
#include "okr/check_in/check_ins.hpp"
#include "okr/check_in/withdrawal_rules.hpp"
#include "okr/key_result/measured_start.hpp"
#include "okr/objective/news.hpp"
#include "okr/objective/objective_store.hpp"

namespace waymark::okr {
namespace {

void refuse(NoWithdrawal why) {
  switch (why) {
    case NoWithdrawal::of_somebody_else: throw base::forbidden("Only its author can withdraw a check-in.");
    case NoWithdrawal::not_the_newest:
      throw base::conflict("not_the_newest", "There is a newer check-in; correct this one with another.");
    case NoWithdrawal::too_late:
      throw base::conflict("too_late_to_withdraw",
                           "A check-in can be withdrawn for ten minutes; correct this one with another.");
  }
}

// Start, value, confidence and progress as the check-ins that are left say them.
void bring_back(db::Tx& tx, KeyResultId key_result, ObjectiveId objective) {
  auto row = *store::key_result(tx, key_result);
  begin_again(tx, row);
  auto const measure = store::measure_of(row);
  auto const left = store::news_left(tx, key_result);
  store::set_start(tx, key_result, measure, row.baseline_on);
  store::set_news_back(tx, key_result, left, left.value ? progress(measure, *left.value) : std::nullopt);
  add_up_progress(tx, objective);
}

}  // namespace

CheckIn CheckIns::withdraw(db::Tx& tx, policy::Viewer const& viewer, CheckInId id) const {
  auto const key_result = get(tx, viewer, id).key_result_id;
  store::hold_objective_of(tx, key_result);
  auto const check_in = get(tx, viewer, id);
  if (check_in.withdrawn_at && check_in.author.id == viewer.person) return check_in;
  auto const newest = store::news_left(tx, key_result).check_in == std::optional{id};
  auto const why = why_it_stays({check_in.author.id == viewer.person, newest, tx.now() - check_in.at});
  if (why) refuse(*why);
  auto const objective = objective_of(tx, key_result);
  auto const relation = still_open(tx, viewer, objective);
  store::turn_milestones_back(tx, id);
  store::remove_blockers_of(tx, id);
  store::withdraw(tx, id);
  bring_back(tx, key_result, objective);
  announce(events_, tx, happened.check_in_withdrawn, id, objective, relation, viewer);
  return get(tx, viewer, id);
}

}  // namespace waymark::okr
