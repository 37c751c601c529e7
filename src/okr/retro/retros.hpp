#pragma once

#include "core/events/events.hpp"
#include "core/policy/viewer.hpp"
#include "okr/retro/retro_shapes.hpp"

namespace waymark::okr {

// What a team takes from a cycle, line by line: two who write at once lose nothing. Everybody reads it; members and
// leads of the team write it. [OKR-59] [OKR-88]
class Retros {
 public:
  explicit Retros(events::Events const& events) : events_(events) {}

  Retro get(db::Tx& tx, policy::Viewer const& viewer, TeamId team, CycleId cycle) const;
  RetroCard add(db::Tx& tx, policy::Viewer const& viewer, TeamId team, CycleId cycle, NewRetroCard const& wanted) const;
  RetroCard change(db::Tx& tx, policy::Viewer const& viewer, RetroCardId id, std::int64_t seen,
                   RetroCardChange const& change) const;
  void remove(db::Tx& tx, policy::Viewer const& viewer, RetroCardId id) const;

  LearningPage learnings(db::Tx& tx, policy::Viewer const& viewer, LearningFilter const& filter) const;

 private:
  void tell(db::Tx& tx, policy::Viewer const& viewer, TeamId team, RetroCardId card) const;

  events::Events const& events_;
};

}  // namespace waymark::okr
