#include "okr/objective/changes.hpp"

#include <algorithm>

#include "core/base/problem.hpp"
#include "okr/cycle/conventions.hpp"
#include "okr/cycle/publication.hpp"
#include "okr/objective/objective_store.hpp"

namespace waymark::okr {
namespace {

bool is_one_of(std::vector<std::string> const& fields, std::string_view field) {
  return std::ranges::find(fields, field) != fields.end();
}

// [CHANGE-2]
base::Problem stays(std::string_view field) {
  auto problem = base::conflict("stays_as_published",
                                "Your organisation has settled that this stays as it was published. Close or cancel "
                                "it with what was learned, and write a new one; handing over stays possible.");
  problem.fields.push_back({std::string{field}, problem.detail});
  return problem;
}

}  // namespace

ChangeKeeper::ChangeKeeper(db::Tx& tx, policy::Viewer const& viewer, ObjectiveId objective, State state,
                           std::string reason)
    : ChangeKeeper(tx, viewer, objective, state, std::move(reason), store::extras(tx, objective).published_at) {}

ChangeKeeper::ChangeKeeper(db::Tx& tx, policy::Viewer const& viewer, ObjectiveId objective, State state,
                           std::string reason, std::optional<base::Millis> published_at)
    : tx_(tx),
      by_(viewer.person),
      objective_(objective),
      state_(state),
      reason_(std::move(reason)),
      settled_(are_words_settled(state, published_at, tx.now())),
      rules_(field_rules(state, published_at, tx.now(), change_rules(tx))) {}

void ChangeKeeper::of(std::optional<KeyResultId> key_result, std::string_view field, std::string const& before,
                      std::string const& after) const {
  if (before == after) return;
  allow(field);
  follows(key_result, field, before, after);
}

void ChangeKeeper::allow(std::string_view field) const {
  if (is_one_of(rules_.fixed, field)) throw stays(field);
  if (reason_.empty() && is_one_of(rules_.asking, field))
    throw base::invalid("reason", "This is published: say in a few words why it changes.");
}

void ChangeKeeper::follows(std::optional<KeyResultId> key_result, std::string_view field, std::string const& before,
                           std::string const& after) const {
  if (before == after || state_ != State::published) return;
  store::insert_change(tx_, objective_, key_result, field, before, after, reason_, by_);
}

}  // namespace waymark::okr
