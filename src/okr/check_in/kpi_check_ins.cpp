#include "okr/check_in/kpi_check_ins.hpp"

#include "okr/check_in/check_in_store.hpp"
#include "okr/key_result/key_results.hpp"
#include "okr/key_result/measured_start.hpp"
#include "okr/objective/news.hpp"

namespace waymark::okr {

void KpiCheckIns::give(db::Tx& tx, KeyResultId key_result, Sample const& measured, PersonId author) const {
  auto const [day, value] = measured;
  auto const row = *store::key_result(tx, key_result);
  policy::Viewer const by{.person = author, .roles = {}, .scopes = {}};
  auto const reached = progress(begin(tx, key_result, store::measure_of(row), value, day), value);
  auto const id = tx.new_id<CheckInId>();
  // What was measured on another day is news of that day, whenever we hear of it.
  auto const at = day < tx.today() ? (day + 1).start_ms() - 1 : tx.now();
  store::insert(tx, {id, key_result, author, value, {}, reached, "", "", "", "", Source::kpi, {}, at});
  store::set_news(tx, key_result, value, row.confidence, reached, id, at);
  add_up_progress(tx, row.objective_id);
  announce(events_, tx, happened.check_in_made, id, row.objective_id, relation_to(tx, by, row.objective_id), by);
}

}  // namespace waymark::okr
