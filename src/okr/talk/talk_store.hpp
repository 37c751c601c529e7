#pragma once

#include "core/db/db.hpp"
#include "okr/talk/talk_shapes.hpp"

// The rows of comments and initiatives.
namespace waymark::okr::store {

void insert_comment(db::Tx& tx, CommentId id, ObjectiveId objective, NewComment const& wanted, PersonId author);
std::vector<Comment> comments(db::Tx& tx, ObjectiveId objective);  // oldest first
std::optional<Comment> comment(db::Tx& tx, CommentId id);

struct CommentPlace {
  ObjectiveId objective_id;
  PersonId author_id;
};
BOOST_DESCRIBE_STRUCT(CommentPlace, (), (objective_id, author_id))
std::optional<CommentPlace> place_of(db::Tx& tx, CommentId id);
void remove_comment(db::Tx& tx, CommentId id);
// Where the person has not commented since, the newest first. [HOME-3]
std::vector<Mention> mentions_of(db::Tx& tx, PersonId person, std::int64_t since);

void insert(db::Tx& tx, InitiativeId id, ObjectiveId objective, NewInitiative const& wanted);
std::vector<Initiative> initiatives(db::Tx& tx, ObjectiveId objective);

struct InitiativePlace {
  ObjectiveId objective_id;
  Initiative initiative;
};
std::optional<InitiativePlace> initiative(db::Tx& tx, InitiativeId id);
void update(db::Tx& tx, Initiative const& changed);
void remove_initiative(db::Tx& tx, InitiativeId id);

}  // namespace waymark::okr::store
