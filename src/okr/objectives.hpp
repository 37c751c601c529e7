#pragma once

#include "okr/key_results.hpp"
#include "okr/page_shapes.hpp"
#include "okr/relation.hpp"

namespace waymark::okr {

// The objectives of the company, its teams and its people. Every call acts as `viewer`: a draft that does not concern
// them does not exist for them.
class Objectives {
 public:
  Objectives(events::Events const& events, KeyResults const& key_results)
      : events_(events), key_results_(key_results) {}

  // One objective with everything its page needs, in the language of the viewer where none is given. Throws not_found.
  Objective get(db::Tx& tx, policy::Viewer const& viewer, ObjectiveId id, std::optional<Language> language = {}) const;

  struct PageOfCards {
    std::vector<ObjectiveWithKeyResults> items;
    std::optional<std::string> next;
    BOOST_DESCRIBE_CLASS(PageOfCards, (), (items, next), (), ())
  };
  PageOfCards list(db::Tx& tx, policy::Viewer const& viewer, ObjectiveFilter const& filter) const;

  // Starts as a draft; published in the same step when asked for. Team members and leads write for their team, people
  // and their managers for a person, executives for the company. [OKR-42] [OKR-47]
  Objective create(db::Tx& tx, policy::Viewer const& viewer, NewObjective const& wanted) const;

  // Throws conflict (with the current state) for a lost race, invalid for a published one without a reason. [OKR-46]
  Objective change(db::Tx& tx, policy::Viewer const& viewer, ObjectiveId id, std::int64_t seen,
                   ObjectiveChange const& change) const;

  // Opens a draft to everybody. Needs a key result and nothing else; publishing twice is not an error. [OKR-44]
  Objective publish(db::Tx& tx, policy::Viewer const& viewer, ObjectiveId id) const;

  // Makes it a draft again while nobody else has taken part. Throws conflict once they have. [WRITE-1] [WRITE-2]
  Objective take_back(db::Tx& tx, policy::Viewer const& viewer, ObjectiveId id) const;

  // Ends a published objective without a grade, with a reason. [OKR-60]
  Objective cancel(db::Tx& tx, policy::Viewer const& viewer, ObjectiveId id, std::string const& reason) const;

  // Throws a draft away. What was ever published is cancelled instead.
  void remove(db::Tx& tx, policy::Viewer const& viewer, ObjectiveId id) const;

  void add_contributor(db::Tx& tx, policy::Viewer const& viewer, ObjectiveId id, PersonId person) const;
  void remove_contributor(db::Tx& tx, policy::Viewer const& viewer, ObjectiveId id, PersonId person) const;

  // What the rules would say to a draft that is being written.
  AdviceAnswer advise(db::Tx& tx, policy::Viewer const& viewer, AdviceRequest const& draft, Language language) const;

 private:
  events::Events const& events_;
  KeyResults const& key_results_;
};

}  // namespace waymark::okr
