#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "okr/objective/objective_shapes.hpp"
#include "okr/transfer/import.hpp"

namespace waymark::okr {

// The cycles, teams and persons that an import's objectives stand in; made where they are missing.
class Places {
 public:
  Places(db::Tx& tx, people::People const& people, policy::Viewer const& viewer, Plan const& plan, Imported& made);

  struct Owner {
    ObjectiveLevel level;
    std::optional<TeamId> team;
    std::optional<PersonId> person;
    PersonId accountable;
  };

  CycleId cycle(std::size_t index);
  Owner owner_of(PlannedObjective const& planned);
  // The person with this e-mail address or name; a note where there is none.
  std::optional<PersonId> person(std::string const& text, int line);
  // Puts new cycles into the phase that fits today and their objectives.
  void set_phases();

 private:
  TeamId company() const;
  TeamId team(std::string const& name);
  CycleId make_cycle(PlannedCycle const& planned);

  db::Tx& tx_;
  people::People const& people_;
  policy::Viewer const& viewer_;
  Plan const& plan_;
  Imported& made_;
  std::map<std::size_t, CycleId> cycles_;
  std::vector<CycleId> new_cycles_;
  std::map<std::string, TeamId> teams_;
  std::map<std::string, std::optional<PersonId>> persons_;
};

}  // namespace waymark::okr
