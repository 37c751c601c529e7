#include "connect/directory/people_import.hpp"

#include <fmt/format.h>

#include "audit/audit.hpp"
#include "core/base/problem.hpp"

namespace waymark::connect {
namespace {

using people::PersonId;
using people::TeamId;

class Import {
 public:
  Import(db::Tx& tx, people::People const& people, policy::Viewer const& viewer, PeoplePlan const& plan)
      : tx_(tx), people_(people), by_(audit::actor_of(viewer)), plan_(plan) {}

  PeopleMade run() {
    make_units();
    for (auto const& person : plan_.people) persons_.push_back(person_of(person));
    for (std::size_t i = 0; i < plan_.people.size(); ++i) release_from_file(plan_.people[i], persons_[i]);
    for (std::size_t i = 0; i < plan_.people.size(); ++i) set_manager(plan_.people[i], persons_[i]);
    audit::record(tx_, by_.person, "people.imported", "import", 0, {},
                  {.in_place_of = by_.in_place_of, .codes = audit::code("persons", std::to_string(made_.persons))});
    return made_;
  }

 private:
  void make_units() {
    units_.resize(plan_.units.size());
    for (bool const departments : {true, false}) {
      for (std::size_t i = 0; i < plan_.units.size(); ++i) {
        if (plan_.units[i].is_department == departments) units_[i] = unit_of(plan_.units[i]);
      }
    }
  }

  TeamId unit_of(PlannedUnit const& planned) {
    if (auto const known = people::find_team(tx_, planned.name)) return *known;
    people::NewTeam wanted;
    wanted.name = planned.name;
    wanted.kind = planned.is_department ? people::TeamKind::department : people::TeamKind::team;
    if (planned.parent) wanted.parent_id = units_[*planned.parent];
    ++made_.teams;
    return people_.create_team(tx_, by_.person, wanted);
  }

  std::optional<PersonId> known(PlannedPerson const& planned) {
    if (!planned.external_id.empty()) {
      if (auto const id = people::find_by_external_id(tx_, planned.external_id)) return id;
    }
    return people::find_by_email(tx_, planned.email);
  }

  PersonId person_of(PlannedPerson const& planned) {
    auto const id = known(planned);
    if (!id) return make(planned);
    ++made_.known;
    for (auto const unit : planned.units) join(*id, units_[unit]);
    if (!planned.roles.empty()) set_roles(*id, people::roles_of(planned.roles));
    return *id;
  }

  PersonId make(PlannedPerson const& planned) {
    people::NewPerson wanted;
    wanted.name = planned.name;
    wanted.email = planned.email;
    wanted.title = planned.title;
    wanted.roles = planned.roles;
    if (!planned.language.empty()) wanted.language = planned.language;
    for (auto const unit : planned.units) wanted.team_ids.push_back(units_[unit]);
    ++made_.persons;
    made_.memberships += static_cast<std::int64_t>(wanted.team_ids.size());
    return people_.create_person(tx_, by_.person, wanted, planned.external_id);
  }

  void join(PersonId person, TeamId team) {
    if (people::is_member(tx_, team, person)) return;
    people_.join(tx_, by_.person, team, person);
    ++made_.memberships;
  }

  void set_roles(PersonId person, people::Roles roles) {
    if (people::roles_of(tx_, person) == roles) return;
    people_.set_roles(tx_, by_.person, person, roles);
    ++made_.roles;
  }

  std::optional<PersonId> manager_of(PlannedPerson const& planned) {
    if (planned.manager) return persons_[*planned.manager];
    if (planned.manager_elsewhere.empty()) return {};
    if (auto const id = people::find_by_email(tx_, planned.manager_elsewhere)) return id;
    throw base::invalid(
        fmt::format("line {}", planned.line),
        fmt::format("the manager {} is neither in the file nor in the directory", planned.manager_elsewhere));
  }

  // Reporting lines that change are undone first, so that no half-way state makes a loop.
  void release_from_file(PlannedPerson const& planned, PersonId person) {
    auto const now = people::manager_of(tx_, person);
    auto const wanted = manager_of(planned);
    if (now && wanted && now != wanted) people_.set_manager(tx_, by_.person, person, {});
  }

  void set_manager(PlannedPerson const& planned, PersonId person) {
    auto const wanted = manager_of(planned);
    if (!wanted || people::manager_of(tx_, person) == wanted) return;
    people_.set_manager(tx_, by_.person, person, wanted);
    ++made_.managers;
  }

  db::Tx& tx_;
  people::People const& people_;
  audit::Actor by_;
  PeoplePlan const& plan_;
  std::vector<TeamId> units_;
  std::vector<PersonId> persons_;
  PeopleMade made_;
};

}  // namespace

PeopleMade import_people(db::Tx& tx, people::People const& people, policy::Viewer const& viewer,
                         PeoplePlan const& plan) {
  return Import(tx, people, viewer, plan).run();
}

}  // namespace waymark::connect
