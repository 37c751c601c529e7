#pragma once

#include "okr/relation.hpp"

namespace waymark::okr {

// Keeps in the history what changes of one objective. A change that asks for a reason and has none is refused. [OKR-46]
class ChangeKeeper {
 public:
  ChangeKeeper(db::Tx& tx, policy::Viewer const& viewer, ObjectiveId objective, State state, std::string reason);

  void of(std::optional<KeyResultId> key_result, std::string_view field, std::string const& before,
          std::string const& after) const;
  bool asks_reason(std::string_view field) const;
  void of(std::string_view field, std::string const& before, std::string const& after) const {
    of({}, field, before, after);
  }

 private:
  db::Tx& tx_;
  PersonId by_;
  ObjectiveId objective_;
  State state_;
  std::string reason_;
  std::vector<std::string> asking_;
};

}  // namespace waymark::okr
