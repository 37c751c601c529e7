#pragma once

#include "okr/draft/draft_shapes.hpp"
#include "okr/key_result/key_results.hpp"

namespace waymark::okr {

// An objective from its first words until it is published or thrown away.
class Writing {
 public:
  Writing(events::Events const& events, KeyResults const& key_results) : events_(events), key_results_(key_results) {}

  // Starts as a draft; published in the same step when asked for. Team members and leads write for their team, people
  // and their managers for a person, executives for the company. [OKR-42] [OKR-47]
  ObjectiveId create(db::Tx& tx, policy::Viewer const& viewer, NewObjective const& wanted) const;

  // Opens a draft to everybody. Needs a key result and nothing else; publishing twice is not an error. [OKR-44]
  void publish(db::Tx& tx, policy::Viewer const& viewer, ObjectiveId id) const;

  // Throws a draft away. What was ever published is cancelled instead.
  void remove(db::Tx& tx, policy::Viewer const& viewer, ObjectiveId id) const;

  // What the rules would say to a draft that is being written.
  AdviceAnswer advise(db::Tx& tx, policy::Viewer const& viewer, AdviceRequest const& draft, Language language) const;

 private:
  events::Events const& events_;
  KeyResults const& key_results_;
};

}  // namespace waymark::okr
