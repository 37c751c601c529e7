#include "okr/talk/talk.hpp"

#include <fmt/format.h>

#include "core/base/problem.hpp"
#include "core/json/write.hpp"
#include "okr/check_in/check_in_store.hpp"
#include "okr/objective/named.hpp"
#include "okr/objective/news.hpp"
#include "okr/objective/objective_store.hpp"
#include "okr/talk/talk_store.hpp"

namespace waymark::okr {
namespace {

store::InitiativePlace place_of(db::Tx& tx, policy::Viewer const& viewer, InitiativeId id) {
  auto const place = store::initiative(tx, id);
  relation_through(tx, viewer, place ? std::optional{place->objective_id} : std::nullopt,
                   base::not_found("There is no such initiative."));
  return *place;
}

bool is_on(db::Tx& tx, CheckInId id, ObjectiveId objective) {
  auto const check_in = store::check_in(tx, id);
  auto const key_result = check_in ? store::key_result(tx, check_in->key_result_id) : std::nullopt;
  return key_result && key_result->objective_id == objective;
}

void check_active(db::Tx& tx, std::optional<PersonId> person, std::string const& path) {
  if (person && !store::is_active(tx, *person)) throw base::invalid(path, "There is no such person.");
}

// Only a draft is not everybody's to read.
void check_reads(db::Tx& tx, Relation const& relation, PersonId person, ObjectiveId objective,
                 std::string const& path) {
  if (relation.state != State::draft || may_see(tx, person, objective)) return;
  throw base::invalid(path, fmt::format("{} may not see this draft: share it with them first, or leave them out.",
                                        store::person(tx, person).name));
}

}  // namespace

Comment Comments::create(db::Tx& tx, policy::Viewer const& viewer, ObjectiveId objective,
                         NewComment const& wanted) const {
  auto const relation = relation_to(tx, viewer, objective);
  if (wanted.check_in_id && !is_on(tx, *wanted.check_in_id, objective))
    throw base::invalid("check_in_id", "There is no such check-in on this objective.");
  if (wanted.mention_ids.size() > 20) throw base::invalid("mention_ids", "At most 20 people can be mentioned.");
  for (std::size_t i = 0; i < wanted.mention_ids.size(); ++i) {
    auto const path = fmt::format("mention_ids[{}]", i);
    check_active(tx, wanted.mention_ids[i], path);
    check_reads(tx, relation, wanted.mention_ids[i], objective, path);
  }
  check_active(tx, wanted.thanked_id, "thanked_id");
  if (wanted.thanked_id) check_reads(tx, relation, *wanted.thanked_id, objective, "thanked_id");
  if (wanted.thanked_id == viewer.person) throw base::invalid("thanked_id", "A thank-you is for somebody else.");
  auto const id = tx.new_id<CommentId>();
  store::insert_comment(tx, id, objective, wanted, viewer.person);
  announce(events_, tx, happened.comment_made, id, objective, relation, viewer);
  return *store::comment(tx, id);
}

void Comments::remove(db::Tx& tx, policy::Viewer const& viewer, CommentId id) const {
  auto const place = store::place_of(tx, id);
  auto const relation = relation_through(tx, viewer, place ? std::optional{place->objective_id} : std::nullopt,
                                         base::not_found("There is no such comment."));
  if (place->author_id != viewer.person) throw base::forbidden("Only its author can take a comment back.");
  store::remove_comment(tx, id);
  announce(events_, tx, happened.comment_removed, id, place->objective_id, relation, viewer);
}

Initiative Initiatives::create(db::Tx& tx, policy::Viewer const& viewer, ObjectiveId objective,
                               NewInitiative const& wanted) const {
  auto const relation = open_to(tx, viewer, objective);
  check_active(tx, wanted.owner_id, "owner_id");
  if (wanted.key_result_id) check_belongs(tx, *wanted.key_result_id, objective, "key_result_id");
  auto const id = tx.new_id<InitiativeId>();
  store::insert(tx, id, objective, wanted);
  announce(events_, tx, happened.initiative_added, id, objective, relation, viewer);
  return place_of(tx, viewer, id).initiative;
}

Initiative Initiatives::change(db::Tx& tx, policy::Viewer const& viewer, InitiativeId id, std::int64_t seen,
                               InitiativeChange const& change) const {
  auto const objective = place_of(tx, viewer, id).objective_id;
  auto const relation = open_to(tx, viewer, objective);
  auto initiative = place_of(tx, viewer, id).initiative;
  if (initiative.version != seen) {
    auto problem = base::conflict("version_conflict", "This initiative was changed by somebody else meanwhile.");
    problem.current = json::text_of(initiative);
    throw problem;
  }
  initiative.title = change.title.value_or(initiative.title);
  initiative.state = change.state.value_or(initiative.state);
  change.due_on.apply_to(initiative.due_on);
  if (change.owner_id.given) {
    check_active(tx, change.owner_id.value, "owner_id");
    initiative.owner.reset();
    if (change.owner_id.value) initiative.owner = store::person(tx, *change.owner_id.value);
  }
  store::update(tx, initiative);
  announce(events_, tx, happened.initiative_changed, id, objective, relation, viewer);
  return place_of(tx, viewer, id).initiative;
}

void Initiatives::remove(db::Tx& tx, policy::Viewer const& viewer, InitiativeId id) const {
  auto const place = place_of(tx, viewer, id);
  auto const relation = open_to(tx, viewer, place.objective_id);
  store::remove_initiative(tx, id);
  announce(events_, tx, happened.initiative_removed, id, place.objective_id, relation, viewer);
}

}  // namespace waymark::okr
