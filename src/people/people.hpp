#pragma once

#include <functional>

#include "core/events/events.hpp"
#include "core/rest/route.hpp"
#include "people/directory.hpp"
#include "people/rules.hpp"
#include "people/settings_shapes.hpp"

namespace waymark::people {

struct KeptPlace;
struct TeamRow;

// Persons, teams, reporting lines and roles. Reads for other slices stand in directory.hpp.
class People {
 public:
  explicit People(events::Events& events) : events_(events) {}

  std::vector<rest::Route> routes() const;

  // Each is checked by the same rules as a request. `by`: who does it; no id for the command line and imports.
  PersonId create_person(db::Tx& tx, PersonId by, NewPerson const& given, std::string_view external_id = {}) const;
  void set_manager(db::Tx& tx, PersonId by, PersonId person, std::optional<PersonId> manager) const;
  void set_roles(db::Tx& tx, PersonId by, PersonId person, Roles roles) const;
  void depart(db::Tx& tx, PersonId by, PersonId person) const;

  // Gives back what they had before, as far as it is free; answers what is not. Roles are given anew, by those who may.
  std::vector<LostPlace> come_back(db::Tx& tx, PersonId by, PersonId person) const;

  TeamId create_team(db::Tx& tx, PersonId by, NewTeam const& given) const;
  void change_team(db::Tx& tx, PersonId by, TeamId team, TeamChange const& change) const;
  void join(db::Tx& tx, PersonId by, TeamId team, PersonId person) const;
  void leave(db::Tx& tx, PersonId by, TeamId team, PersonId person) const;

  // Throws conflict when the settings are no longer at the version that was seen.
  void change_settings(db::Tx& tx, policy::Viewer const& viewer, SettingsChange const& change, std::int64_t seen) const;

  // Tells the person alone of what somebody did to them, or of what befell their account.
  void tell_alone(db::Tx& tx, PersonId by, events::Kind<PersonId> const& kind, PersonId person,
                  std::optional<TeamId> team = {}) const;

  // Called in the transaction that changes what somebody may do; `here` is false when they leave.
  using AccessListener = std::function<void(db::Tx& tx, PersonId person, bool here)>;
  void on_access_change(AccessListener listener) { access_listeners_.push_back(std::move(listener)); }

 private:
  using Viewer = policy::Viewer;

  Person person(db::Tx& tx, Viewer const& viewer, PersonId id) const;
  Person change_person(db::Tx& tx, Viewer const& viewer, PersonId id, PersonChange const& change,
                       std::int64_t seen) const;
  Team team(db::Tx& tx, Viewer const& viewer, TeamId id) const;
  Team change_team(db::Tx& tx, Viewer const& viewer, TeamId id, TeamChange const& change, std::int64_t seen) const;

  std::vector<rest::Route> person_routes() const;
  std::vector<rest::Route> team_routes() const;
  std::vector<rest::Route> calendar_routes() const;
  std::vector<rest::Route> settings_routes() const;

  // Whether that person has this place again.
  bool give_back(db::Tx& tx, PersonId by, PersonId person, std::optional<PersonId> manager_before,
                 KeptPlace const& place) const;
  std::vector<LostPlace> give_back_all(db::Tx& tx, PersonId by, PersonId person) const;

  void tell_of_lead(db::Tx& tx, PersonId by, TeamRow const& team, std::optional<PersonId> before) const;
  void tell_access(db::Tx& tx, PersonId person, bool here) const;
  void tell(db::Tx& tx, PersonId by, events::Kind<PersonId> const& kind, PersonId person) const;
  void tell(db::Tx& tx, PersonId by, events::Kind<TeamId> const& kind, TeamId team) const;

  events::Events& events_;
  std::vector<AccessListener> access_listeners_;
};

}  // namespace waymark::people
