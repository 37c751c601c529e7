#include "audit/audit.hpp"
#include "core/base/problem.hpp"
#include "people/happened.hpp"
#include "people/people.hpp"
#include "people/person_store.hpp"

namespace waymark::people {
namespace {

using rest::Call;
using rest::Nothing;

rest::Page<PersonLine> page(db::Tx& tx, PersonFilter const& filter) {
  auto const most = filter.limit.value_or(50).value;
  rest::Page<PersonLine> page{person_lines(tx, filter, most + 1), {}};
  if (std::ssize(page.items) > most) {
    page.items.pop_back();
    page.next = page.items.back().id.text();
  }
  return page;
}

Subject subject_of(db::Tx& tx, PersonRow const& row) {
  return {row.id, !row.left_at, roles_of(tx, row.id).has(Role::administrator), above_of(tx, row.id),
          has_entered(tx, row.id)};
}

PersonRow existing(db::Tx& tx, PersonId id) {
  auto row = person_row(tx, id);
  if (!row) throw base::not_found("There is no such person.");
  return *std::move(row);
}

void require(bool may) {
  if (!may)
    throw base::forbidden("Only HR or an administrator may do that; for an administrator, only another administrator.");
}

// Who is no administrator makes no administrators, and nobody else with power either. [PEO-9]
void check_roles_given(policy::Viewer const& viewer, std::vector<Role> const& roles) {
  if (viewer.is(Role::administrator) || roles_of(roles) == Roles{Role::employee}) return;
  throw base::forbidden("Only an administrator gives roles.");
}

}  // namespace

std::vector<rest::Route> People::person_routes() const {
  return {
      rest::get("/api/v1/people", policy::signed_in, "The directory, by name.",
                [](Call<Nothing, PersonFilter> const& call) { return page(call.tx, call.query); }),
      rest::get("/api/v1/people/{person}", policy::signed_in, "One person.",
                [this](Call<> const& call) { return person(call.tx, call.viewer, call.id<PersonId>("person")); }),
      rest::post("/api/v1/people", policy::hr_or_administrator, "Adds a person.",
                 [this](Call<NewPerson> const& call) {
                   check_roles_given(call.viewer, call.body.roles);
                   auto const id = create_person(call.tx, call.viewer.person, call.body);
                   return rest::Created<Person>{person(call.tx, call.viewer, id), "/api/v1/people/" + id.text()};
                 }),
      rest::patch("/api/v1/people/{person}", policy::signed_in,
                  "Changes a person; everybody may change their own name and language.",
                  [this](Call<PersonChange> const& call) {
                    return change_person(call.tx, call.viewer, call.id<PersonId>("person"), call.body,
                                         call.seen_version());
                  }),
      rest::put("/api/v1/people/{person}/roles", policy::administrator, "Gives a person exactly these roles.",
                [this](Call<RolesOfPerson> const& call) {
                  auto const id = call.id<PersonId>("person");
                  if (call.body.roles.empty())
                    throw base::invalid("roles", "Say which roles; who has no other one is an employee.");
                  set_roles(call.tx, call.viewer.person, id, roles_of(call.body.roles));
                  return person(call.tx, call.viewer, id);
                }),
      rest::put("/api/v1/people/{person}/departure", policy::hr_or_administrator,
                "Somebody leaves: access ends at once.",
                [this](Call<> const& call) {
                  auto const id = call.id<PersonId>("person");
                  auto const row = existing(call.tx, id);
                  if (!row.left_at) require(may_end(call.viewer, subject_of(call.tx, row)));
                  depart(call.tx, call.viewer.person, id);
                  return person(call.tx, call.viewer, id);
                }),
      rest::del("/api/v1/people/{person}/departure", policy::hr_or_administrator,
                "Somebody comes back to the places they had, as far as these are free; answers what is lost.",
                [this](Call<> const& call) {
                  auto const id = call.id<PersonId>("person");
                  auto lost = come_back(call.tx, call.viewer.person, id);
                  return ReturnedPerson{person(call.tx, call.viewer, id), std::move(lost)};
                }),
  };
}

Person People::person(db::Tx& tx, Viewer const& viewer, PersonId id) const {
  auto const row = existing(tx, id);
  auto const roles = roles_of(tx, id);
  auto const subject = subject_of(tx, row);
  auto manager = row.manager_id ? std::optional{PersonName{*row.manager_id, row.manager.value_or("")}} : std::nullopt;
  return {.id = id,
          .name = row.name,
          .email = row.email,
          .title = row.title,
          .manager = std::move(manager),
          .above = line_above(tx, id),
          .teams = teams_of(tx, id),
          .roles = list_of(roles),
          .language = row.language,
          .active = subject.active,
          .may = person_rights(viewer, subject),
          .version = row.version};
}

Person People::change_person(db::Tx& tx, Viewer const& viewer, PersonId id, PersonChange const& change,
                             std::int64_t seen) const {
  if (change.manager_id.given) hold_structure(tx);
  auto row = existing(tx, id);
  auto const subject = subject_of(tx, row);
  require(may_edit(viewer, subject));
  if (change.title || change.manager_id.given) require(may_place(viewer, subject));
  if (change.email) require(may_readdress(viewer, subject));
  if (row.version != seen) {
    auto lost = base::conflict("version_conflict", row.name + " was changed by somebody else meanwhile.");
    lost.current = json::text_of(person(tx, viewer, id));
    throw lost;
  }
  if (change.name) row.name = *change.name;
  if (change.title) row.title = *change.title;
  auto const address_before = row.email;
  if (change.email) check_email(row.email = *change.email);
  if (change.language) check_language(row.language = *change.language);
  update_person(tx, row);
  if (row.email != address_before) {
    audit::record(tx, viewer.person, "person.readdressed", "person", id.value, address_before + " → " + row.email);
    tell_alone(tx, viewer.person, happened.readdressed, id);
  }
  if (change.manager_id.given) set_manager(tx, viewer.person, id, change.manager_id.value);
  tell(tx, viewer.person, happened.person_changed, id);
  return person(tx, viewer, id);
}

}  // namespace waymark::people
