#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "okr/transfer/import.hpp"
#include "okr/objective/objective_shapes.hpp"

namespace waymark::connect {

/// The cycles, teams and persons that an import's objectives stand in; made where they are missing.
class Places {
 public:
  Places(db::Tx& tx, people::People const& people, policy::Viewer const& viewer, okr::Plan const& plan, OkrsMade& made);

  struct Owner {
    okr::ObjectiveLevel level;
    std::optional<okr::TeamId> team;
    std::optional<okr::PersonId> person;
    okr::PersonId accountable;
  };

  okr::CycleId cycle(std::size_t index);
  Owner owner_of(okr::PlannedObjective const& planned);
  /// The person with this e-mail address or name; a note where there is none.
  std::optional<okr::PersonId> person(std::string const& text, int line);
  /// Puts new cycles into the phase that fits today and their objectives.
  void set_phases();

 private:
  okr::TeamId company() const;
  okr::TeamId team(std::string const& name);
  okr::CycleId make_cycle(okr::PlannedCycle const& planned);

  db::Tx& tx_;
  people::People const& people_;
  policy::Viewer const& viewer_;
  okr::Plan const& plan_;
  OkrsMade& made_;
  std::map<std::size_t, okr::CycleId> cycles_;
  std::vector<okr::CycleId> new_cycles_;
  std::map<std::string, okr::TeamId> teams_;
  std::map<std::string, std::optional<okr::PersonId>> persons_;
};

}  // namespace waymark::connect
