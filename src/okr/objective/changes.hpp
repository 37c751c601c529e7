#pragma once

#include "okr/cycle/publication.hpp"
#include "okr/objective/relation.hpp"

namespace waymark::okr {

// Keeps in the history what changes of one objective. A change that asks for a reason and has none is refused, and so
// is one of what stays as it was published. [OKR-46] [CHANGE-2]
class ChangeKeeper {
 public:
  ChangeKeeper(db::Tx& tx, policy::Viewer const& viewer, ObjectiveId objective, State state, std::string reason);

  void of(std::optional<KeyResultId> key_result, std::string_view field, std::string const& before,
          std::string const& after) const;
  // What follows from another change, or from one of the cycle, and is therefore asked nothing.
  void follows(std::optional<KeyResultId> key_result, std::string_view field, std::string const& before,
               std::string const& after) const;
  // Refuses a change of this field where it stays as published, and where its reason is missing.
  void allow(std::string_view field) const;
  bool settled() const { return settled_; }
  void of(std::string_view field, std::string const& before, std::string const& after) const {
    of({}, field, before, after);
  }

 private:
  ChangeKeeper(db::Tx& tx, policy::Viewer const& viewer, ObjectiveId objective, State state, std::string reason,
               std::optional<base::Millis> published_at);

  db::Tx& tx_;
  PersonId by_;
  ObjectiveId objective_;
  State state_;
  std::string reason_;
  bool settled_;  // others know its words
  FieldRules rules_;
};

}  // namespace waymark::okr
