#include "okr/changes.hpp"

#include <algorithm>

#include "core/base/problem.hpp"
#include "okr/objective_store.hpp"
#include "okr/publication.hpp"

namespace waymark::okr {

ChangeKeeper::ChangeKeeper(db::Tx& tx, policy::Viewer const& viewer, ObjectiveId objective, State state,
                           std::string reason)
    : tx_(tx),
      by_(viewer.person),
      objective_(objective),
      state_(state),
      reason_(std::move(reason)),
      asking_(fields_asking_reason(state, store::extras(tx, objective).published_at, tx.now())) {}

bool ChangeKeeper::asks_reason(std::string_view field) const {
  return std::ranges::find(asking_, field) != asking_.end();
}

void ChangeKeeper::of(std::optional<KeyResultId> key_result, std::string_view field, std::string const& before,
                      std::string const& after) const {
  if (before == after || state_ != State::published) return;
  if (reason_.empty() && asks_reason(field))
    throw base::invalid("reason", "This is published: say in a few words why it changes.");
  store::insert_change(tx_, objective_, key_result, field, before, after, reason_, by_);
}

}  // namespace waymark::okr
