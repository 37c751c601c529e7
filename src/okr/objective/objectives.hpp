#pragma once

#include "core/events/events.hpp"
#include "okr/objective/objective_shapes.hpp"
#include "okr/objective/relation.hpp"

namespace waymark::okr {

// The objectives of the company, its teams and its people. Every call acts as `viewer`: a draft that does not concern
// them does not exist for them.
class Objectives {
 public:
  explicit Objectives(events::Events const& events) : events_(events) {}

  struct PageOfCards {
    std::vector<ObjectiveWithKeyResults> items;
    std::optional<std::string> next;
    BOOST_DESCRIBE_CLASS(PageOfCards, (), (items, next), (), ())
  };
  PageOfCards list(db::Tx& tx, policy::Viewer const& viewer, ObjectiveFilter const& filter) const;

  // Throws conflict for a lost race, which is answered with the current state; invalid for a published one without a
  // reason. [OKR-46]
  void change(db::Tx& tx, policy::Viewer const& viewer, ObjectiveId id, std::int64_t seen,
              ObjectiveChange const& change) const;

  // Makes it a draft again while nobody else has taken part. Throws conflict once they have. [WRITE-1] [WRITE-2]
  void take_back(db::Tx& tx, policy::Viewer const& viewer, ObjectiveId id) const;

  // Ends a published objective without a grade, with a reason. [OKR-60]
  void cancel(db::Tx& tx, policy::Viewer const& viewer, ObjectiveId id, std::string const& reason) const;

  void add_contributor(db::Tx& tx, policy::Viewer const& viewer, ObjectiveId id, PersonId person) const;
  void remove_contributor(db::Tx& tx, policy::Viewer const& viewer, ObjectiveId id, PersonId person) const;

 private:
  events::Events const& events_;
};

}  // namespace waymark::okr
