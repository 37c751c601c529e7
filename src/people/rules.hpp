#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/day.hpp"
#include "people/people_shapes.hpp"

namespace waymark::people {

using Roles = policy::Set<Role>;

// By which two spellings of an address are the same account.
std::string email_key(std::string_view email);

// Throws Problem (invalid, email) for what no mail can be sent to.
void check_email(std::string_view email);

// Throws Problem (invalid, language) for a language the product does not speak.
void check_language(std::string_view language);

// Everybody is an employee, whether it is said or not.
Roles roles_of(std::vector<Role> const& named);
std::vector<Role> list_of(Roles roles);

// Would `below` be above itself if it were put under `above`? `next` names what something stands under, 0 for nothing.
bool would_loop(std::int64_t below, std::int64_t above, std::function<std::int64_t(std::int64_t)> const& next);

// May the viewer act for the organisation: HR or an administrator, with a credential that covers it?
bool governs(policy::Viewer const& viewer);

// What a rule needs to know of the person something is done to.
struct Subject {
  PersonId id;
  bool active;
  bool administrator;
  std::optional<PersonId> above{};  // the manager, or who stands in for somebody who has left
  bool entered{false};              // has chosen a password once
};

bool may_edit(policy::Viewer const& viewer, Subject const& subject);   // name and language
bool may_place(policy::Viewer const& viewer, Subject const& subject);  // title and manager
bool may_readdress(policy::Viewer const& viewer,
                   Subject const& subject);                             // the e-mail address, and so the way to sign in
bool may_invite(policy::Viewer const& viewer, Subject const& subject);  // who has never chosen a password
bool may_reopen(policy::Viewer const& viewer,
                Subject const& subject);  // with another administrator: a forgotten password
bool may_set_roles(policy::Viewer const& viewer, Subject const& subject);
bool may_hand_over(policy::Viewer const& viewer, Subject const& subject);  // what waits for them
bool may_end(policy::Viewer const& viewer, Subject const& subject);

// What the viewer may do with the person, as names for the web app.
std::vector<std::string> person_rights(policy::Viewer const& viewer, Subject const& subject);

// May the viewer write objectives for this team? Its members, its lead, the lead of the team above, and executives for
// the company.
struct TeamSubject {
  TeamKind kind;
  bool member;
  bool leads;  // this team or the one above
};
std::vector<std::string> team_rights(policy::Viewer const& viewer, TeamSubject const& team);

// Throws Problem (invalid) unless an absence ends on the day it begins or later, within a year.
void check_absence(base::Day starts_on, base::Day ends_on);

// Throws Problem (invalid) naming `field` when the most is less than the least.
void check_limits(char const* field, std::int64_t least, std::int64_t most);

// Throws Problem (invalid) unless the company, and only the company, stands under nothing.
void check_place(TeamKind kind, bool has_parent, bool company_exists);

}  // namespace waymark::people
