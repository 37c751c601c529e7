#include "people/rules.hpp"

#include <algorithm>
#include <unordered_set>

#include "core/base/problem.hpp"
#include "core/base/text.hpp"

namespace waymark::people {

std::string email_key(std::string_view email) {
  return base::folded(base::trimmed(email));
}

void check_email(std::string_view email) {
  auto const at = email.find('@');
  auto const one_at = at != std::string_view::npos && at > 0 && at + 1 < email.size() &&
                      email.find('@', at + 1) == std::string_view::npos;
  auto const odd = std::any_of(email.begin(), email.end(), [](char c) {
    return static_cast<unsigned char>(c) <= ' ' || c == ',' || c == '<' || c == '>';
  });
  if (!one_at || odd) throw base::invalid("email", "An e-mail address looks like name@example.org.");
}

void check_language(std::string_view language) {
  if (language != "en" && language != "de") throw base::invalid("language", "The language must be \"en\" or \"de\".");
}

Roles roles_of(std::vector<Role> const& named) {
  Roles roles{Role::employee};
  for (auto const role : named) roles.add(role);
  return roles;
}

std::vector<Role> list_of(Roles roles) {
  std::vector<Role> list;
  for (auto const role : {Role::employee, Role::hr, Role::administrator, Role::executive, Role::auditor}) {
    if (roles.has(role)) list.push_back(role);
  }
  return list;
}

bool would_loop(std::int64_t below, std::int64_t above, std::function<std::int64_t(std::int64_t)> const& next) {
  std::unordered_set<std::int64_t> seen;  // ends the walk in data that already has a loop
  for (auto at = above; at != 0 && seen.insert(at).second; at = next(at)) {
    if (at == below) return true;
  }
  return false;
}

bool governs(policy::Viewer const& viewer) {
  return (viewer.is(Role::hr) || viewer.is(Role::administrator)) && viewer.scopes.has(policy::Scope::administer);
}

bool may_edit(policy::Viewer const& viewer, Subject const& subject) {
  return viewer.person == subject.id || governs(viewer);
}

bool may_place(policy::Viewer const& viewer, Subject const&) {
  return governs(viewer);
}

bool may_readdress(policy::Viewer const& viewer, Subject const& subject) {
  return governs(viewer) && (viewer.is(Role::administrator) || !subject.administrator);
}

bool may_invite(policy::Viewer const& viewer, Subject const& subject) {
  return subject.active && !subject.entered && may_readdress(viewer, subject);
}

bool may_reopen(policy::Viewer const& viewer, Subject const& subject) {
  return subject.active && subject.entered && governs(viewer) && viewer.is(Role::administrator) &&
         subject.id != viewer.person;
}

bool may_set_roles(policy::Viewer const& viewer, Subject const& subject) {
  return governs(viewer) && viewer.is(Role::administrator) && subject.active;
}

bool may_hand_over(policy::Viewer const& viewer, Subject const& subject) {
  return viewer.is(Role::hr) || viewer.is(Role::administrator) || subject.above == viewer.person;
}

bool may_end(policy::Viewer const& viewer, Subject const& subject) {
  return subject.active && subject.id != viewer.person && may_readdress(viewer, subject);
}

std::vector<std::string> person_rights(policy::Viewer const& viewer, Subject const& subject) {
  std::vector<std::string> may;
  if (may_edit(viewer, subject)) may.emplace_back("edit");
  if (may_place(viewer, subject)) may.emplace_back("place");
  if (may_invite(viewer, subject)) may.emplace_back("invite");
  if (may_reopen(viewer, subject)) may.emplace_back("reopen");
  if (may_set_roles(viewer, subject)) may.emplace_back("set_roles");
  if (may_hand_over(viewer, subject)) may.emplace_back("hand_over");
  if (may_end(viewer, subject)) may.emplace_back("end");
  return may;
}

std::vector<std::string> team_rights(policy::Viewer const& viewer, TeamSubject const& team) {
  std::vector<std::string> may;
  if (governs(viewer)) may.emplace_back("edit");
  auto const leads_company = team.kind == TeamKind::company && viewer.is(Role::executive);
  if (team.member || team.leads || leads_company) may.emplace_back("write_objective");
  return may;
}

void check_absence(base::Day starts_on, base::Day ends_on) {
  if (ends_on < starts_on) throw base::invalid("ends_on", "An absence ends on the day it begins, or later.");
  if (ends_on - starts_on > 366) throw base::invalid("ends_on", "An absence is at most a year long.");
}

void check_limits(char const* field, std::int64_t least, std::int64_t most) {
  if (most < least) throw base::invalid(field, "The most cannot be fewer than the least.");
}

void check_place(TeamKind kind, bool has_parent, bool company_exists) {
  if (kind != TeamKind::company) {
    if (!has_parent)
      throw base::invalid("parent_id", "A team stands under another one; only the company stands under nothing.");
  } else if (has_parent) {
    throw base::invalid("parent_id", "The company stands under nothing.");
  } else if (company_exists) {
    throw base::invalid("kind", "There is already a company; every other team stands under it.");
  }
}

}  // namespace waymark::people
