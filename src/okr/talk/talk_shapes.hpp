#pragma once

#include "okr/objective/objective_shapes.hpp"

namespace waymark::okr {

enum class InitiativeState { open, done, dropped };
BOOST_DESCRIBE_ENUM(InitiativeState, open, done, dropped)

// Work that should move a key result; never counts as progress.
struct Initiative {
  InitiativeId id;
  std::optional<KeyResultId> key_result_id;
  std::string title;
  std::optional<PersonName> owner;
  std::optional<base::Day> due_on;
  InitiativeState state;
  std::int64_t version;
};
BOOST_DESCRIBE_STRUCT(Initiative, (), (id, key_result_id, title, owner, due_on, state, version))

struct Comment {
  CommentId id;
  std::optional<CheckInId> check_in_id;
  PersonName author;
  std::string text;
  std::vector<PersonName> mentions;
  std::optional<PersonName> thanked;  // whom it says thank you to
  std::int64_t created_at;
};
BOOST_DESCRIBE_STRUCT(Comment, (), (id, check_in_id, author, text, mentions, thanked, created_at))

// A comment that names somebody, and where it stands.
struct Mention : Comment {
  ObjectiveName objective;
};
BOOST_DESCRIBE_STRUCT(Mention, (Comment), (objective))

struct NewComment {
  json::Text<1, 4000> text;
  std::optional<CheckInId> check_in_id{};
  std::vector<PersonId> mention_ids{};
  std::optional<PersonId> thanked_id{};  // a thank-you: whom it is for
};
BOOST_DESCRIBE_STRUCT(NewComment, (), (text, check_in_id, mention_ids, thanked_id))

struct NewInitiative {
  json::Text<1, 300> title;
  std::optional<KeyResultId> key_result_id;
  std::optional<PersonId> owner_id;
  std::optional<base::Day> due_on;
};
BOOST_DESCRIBE_STRUCT(NewInitiative, (), (title, key_result_id, owner_id, due_on))

struct InitiativeChange {
  std::optional<json::Text<1, 300>> title;
  json::Change<PersonId> owner_id;
  json::Change<base::Day> due_on;
  std::optional<InitiativeState> state;
};
BOOST_DESCRIBE_STRUCT(InitiativeChange, (), (title, owner_id, due_on, state))

}  // namespace waymark::okr
