#pragma once

#include "okr/closing/closing_shapes.hpp"
#include "okr/key_result/key_results.hpp"

namespace waymark::okr {

// The end of an objective.
class Closing {
 public:
  Closing(events::Events const& events, KeyResults const& key_results) : events_(events), key_results_(key_results) {}

  // What the form starts with: the grade and outcomes that the figures suggest.
  ClosureSuggestion suggest(db::Tx& tx, policy::Viewer const& viewer, ObjectiveId id) const;

  // Closes the objective with all of its key results, or nothing. Another grade than the suggested one needs a reason,
  // a missed key result a cause. With `carry_to` a draft that points back is made there, starting from the last values.
  // [OKR-57] [OKR-58]
  void close(db::Tx& tx, policy::Viewer const& viewer, ObjectiveId id, NewClosure const& wanted) const;

  // What was closed or cancelled goes on, with a reason, while its cycle is not closed. How it had ended stays in its
  // history; the learning leaves the retro until it ends again. What is open already is not an error. [OKR-101]
  void reopen(db::Tx& tx, policy::Viewer const& viewer, ObjectiveId id, std::string const& reason) const;

 private:
  ObjectiveId carry(db::Tx& tx, policy::Viewer const& viewer, ObjectiveId from, CycleId to) const;

  events::Events const& events_;
  KeyResults const& key_results_;
};

}  // namespace waymark::okr
