#pragma once

#include "core/rest/route.hpp"
#include "okr/alignment/alignment.hpp"
#include "okr/cycle/cycles.hpp"
#include "okr/objective/objectives.hpp"
#include "okr/pair/pairs.hpp"
#include "okr/talk/talk.hpp"

namespace waymark::okr {

// Pairs of objectives that may be the same work or pull against each other, and what people do about them. Each step
// is an act that there is anyway; what is new is that it is kept with the pair. [PAIR-3]
class Pairing {
 public:
  Pairing(Cycles const& cycles, Objectives const& objectives, Alignment const& alignment, Comments const& comments)
      : cycles_(cycles), objectives_(objectives), alignment_(alignment), comments_(comments) {}

  // A hundred at most.
  Pairs in_cycle(db::Tx& tx, policy::Viewer const& viewer, CycleId cycle) const;

  // With those that were and about which something was done. A draft meets what is published, for its own people; the
  // other side is not told. Throws not_found.
  Pairs of_objective(db::Tx& tx, policy::Viewer const& viewer, ObjectiveId objective) const;

  // Throws conflict where the two are no pair (any more); otherwise what the act itself throws. Only those whom one of
  // the two concerns, or who may end it, say that both stay.
  Pair act(db::Tx& tx, policy::Viewer const& viewer, ObjectiveId objective, ObjectiveId other,
           NewPairAct const& wanted) const;

  std::vector<rest::Route> routes() const;

 private:
  std::optional<CommentId> take(db::Tx& tx, policy::Viewer const& viewer, ObjectiveId objective, ObjectiveId other,
                                NewPairAct const& wanted) const;
  CommentId say(db::Tx& tx, policy::Viewer const& viewer, ObjectiveId objective, ObjectiveId other,
                std::string const& text) const;

  Cycles const& cycles_;
  Objectives const& objectives_;
  Alignment const& alignment_;
  Comments const& comments_;
};

}  // namespace waymark::okr
