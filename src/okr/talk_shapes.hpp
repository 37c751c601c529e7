#pragma once

#include "okr/objective_shapes.hpp"

namespace waymark::okr {

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
