#include "okr/objective/objectives.hpp"

#include "core/base/problem.hpp"
#include "okr/objective/cards.hpp"
#include "okr/objective/news.hpp"
#include "okr/objective/objective_store.hpp"
#include "okr/objective/writers.hpp"

namespace waymark::okr {
namespace {

bool passes(ObjectiveFilter const& filter, ObjectiveCard const& card) {
  auto const status = card.standing.status;
  if (filter.stale && *filter.stale != (card.standing.days_late > 0)) return false;
  if (filter.at_risk && *filter.at_risk != (status == Status::at_risk || status == Status::off_track)) return false;
  return !filter.unlinked || *filter.unlinked != card.parent_id.has_value();
}

// Does it ask for what no statement knows, so that many are looked at for a few?
bool is_judged_by(ObjectiveFilter const& filter) {
  return filter.stale || filter.at_risk || filter.unlinked;
}

std::int64_t place_after(std::optional<json::Text<1, 400>> const& cursor) {
  if (!cursor) return 0;
  auto const id = base::id_of(*cursor);
  if (!id) throw base::invalid("after", "This is no cursor of this list.");
  return *id;
}

}  // namespace

Objectives::PageOfCards Objectives::list(db::Tx& tx, policy::Viewer const& viewer,
                                         ObjectiveFilter const& filter) const {
  auto const limit = static_cast<std::size_t>(filter.limit.value_or(50).value);
  auto const batch = is_judged_by(filter) ? 100 : limit + 1;
  PageOfCards page;
  auto after = place_after(filter.after);
  for (;;) {
    auto const rows = store::page(tx, viewer.person, filter, after, static_cast<std::int64_t>(batch));
    for (auto& card : cards_of(tx, rows)) {
      auto const id = card.id;
      if (passes(filter, card)) {
        if (page.items.size() == limit) {
          page.next = page.items.back().id.text();
          return page;
        }
        page.items.push_back(std::move(card));
      }
      after = id.value;
    }
    if (rows.size() < batch) return page;
  }
}

void Objectives::cancel(db::Tx& tx, policy::Viewer const& viewer, ObjectiveId id, std::string const& reason) const {
  auto const relation = to_end(tx, viewer, id, "objective.cancelled");
  check_open(relation);
  if (relation.state == State::draft) throw base::conflict("still_draft", "This is a draft: delete it instead.");
  if (reason.empty()) throw base::invalid("reason", "Say in a few words why it is cancelled; its history stays.");
  store::insert_change(tx, id, {}, "state", "published", "cancelled", reason, viewer.person);
  store::set_state(tx, id, State::cancelled);
  announce(events_, tx, happened.objective_cancelled, id, id, relation, viewer);
}

void Objectives::add_contributor(db::Tx& tx, policy::Viewer const& viewer, ObjectiveId id, PersonId person) const {
  auto const relation = open_to(tx, viewer, id);
  check_active(tx, person, "person");
  store::add_contributor(tx, id, person);
  announce(events_, tx, happened.objective_changed, id, id, relation, viewer);
}

void Objectives::remove_contributor(db::Tx& tx, policy::Viewer const& viewer, ObjectiveId id, PersonId person) const {
  auto const relation = open_to(tx, viewer, id);
  if (!store::remove_contributor(tx, id, person)) throw base::not_found("This person is no contributor.");
  announce(events_, tx, happened.objective_changed, id, id, relation, viewer);
}

}  // namespace waymark::okr
