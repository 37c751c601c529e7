#include "okr/key_result/followers.hpp"

#include "core/base/problem.hpp"
#include "okr/objective/cards.hpp"

namespace waymark::okr {

FollowerPage followers(db::Tx& tx, FollowerFilter const& filter) {
  auto const after = filter.after ? base::id_of(*filter.after) : 0;
  if (!after) throw base::invalid("after", "This is no cursor of this list.");
  auto const most = filter.limit.value_or(50).value;
  FollowerPage page;
  std::vector<KeyResultId> shown;
  for (auto const& [id, objective] : store::followers(tx, filter.kpi, {*after}, most + 1)) {
    if (std::ssize(shown) == most) {
      page.next = shown.back().text();
      break;
    }
    shown.push_back(id);
  }
  page.items = due_key_results(tx, shown);
  return page;
}

}  // namespace waymark::okr
