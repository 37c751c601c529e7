#include "connect/directory/people_rows.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <boost/describe/enum_from_string.hpp>
#include <map>

#include "core/base/normalised.hpp"
#include "core/base/signs.hpp"
#include "core/base/text.hpp"

namespace waymark::connect {
namespace {

constexpr std::array<Field, 11> fields = {{
    {"id", "|person_id|employee_id|external_id|staff_id|personalnummer|personnel_number|"},
    {"name", "|full_name|display_name|employee|employee_name|person|mitarbeiter|"},
    {"email", "|e_mail|mail|email_address|work_email|e_mail_address|"},
    {"title", "|job_title|role|position|stelle|funktion|titel|"},
    {"department", "|division|abteilung|bereich|"},
    {"team", "|team_name|group|squad|"},
    {"manager_email", "|manager|manager_e_mail|reports_to|supervisor|supervisor_email|vorgesetzter|"},
    {"manager_id", "|manager_person_id|supervisor_id|manager_employee_id|"},
    {"roles", "|access|access_roles|permissions|rollen|"},
    {"language", "|locale|sprache|"},
    {"level", "||"},
}};

// Nobody receives mail there (RFC 2606): for persons of a file without addresses.
constexpr std::string_view no_address = "@import.invalid";

[[noreturn]] void reject(std::string reason) {
  throw RowError{std::move(reason)};
}

void check_name(std::string const& text, std::string_view field) {
  if (auto const fault = base::fault_of_name(text); !fault.empty()) reject(fmt::format("the {} {}", field, fault));
}

std::vector<policy::Role> roles_in(std::string const& text) {
  std::vector<policy::Role> roles;
  std::string separated = text;
  std::replace_if(
      separated.begin(), separated.end(), [](char c) { return c == ';' || c == '|' || c == '/'; }, ',');
  for (auto const part : base::split(separated, ',')) {
    auto name = column_name(part);
    if (name.empty()) continue;
    if (name == "admin") name = "administrator";
    policy::Role role{};
    if (!boost::describe::enum_from_string(name.c_str(), role)) {
      reject(fmt::format("role \"{}\" is none of employee, hr, administrator, executive, auditor", name));
    }
    if (std::find(roles.begin(), roles.end(), role) == roles.end()) roles.push_back(role);
  }
  return roles;
}

/// Gathers the persons and units of a table.
class Directory {
 public:
  Directory(Columns const& columns, PeoplePlan& plan) : columns_(columns), plan_(plan) {}

  void add(Row const& row) {
    auto person = read(row);
    auto const email = base::folded(person.email);
    if (emails_.contains(email))
      reject(fmt::format("the e-mail address {} is also in line {}", person.email, plan_.people[emails_[email]].line));
    if (!person.external_id.empty() && ids_.contains(person.external_id)) {
      reject(
          fmt::format("the id {} is also in line {}", person.external_id, plan_.people[ids_[person.external_id]].line));
    }
    if (auto const unit = unit_of(row)) person.units.push_back(*unit);
    emails_.emplace(email, plan_.people.size());
    if (!person.external_id.empty()) ids_.emplace(person.external_id, plan_.people.size());
    managers_.push_back({columns_.text(row, "manager_id"), columns_.text(row, "manager_email")});
    plan_.people.push_back(std::move(person));
  }

  void link_managers() {
    for (std::size_t i = 0; i < plan_.people.size(); ++i) link_manager(plan_.people[i], managers_[i]);
  }

 private:
  struct Manager {
    std::string id;
    std::string email;
  };

  PlannedPerson read(Row const& row) const {
    PlannedPerson person;
    person.line = row.line;
    person.external_id = columns_.text(row, "id");
    person.name = columns_.text(row, "name");
    person.email = columns_.text(row, "email");
    person.title = columns_.text(row, "title");
    person.language = base::folded(columns_.text(row, "language")).substr(0, 2);
    person.roles = roles_in(columns_.text(row, "roles"));
    if (!columns_.has("name")) person.name = person.external_id;
    if (!columns_.has("email") && !person.external_id.empty())
      person.email = column_name(person.external_id) + std::string(no_address);
    if (person.name.empty()) reject("the row names nobody");
    if (base::letters(person.name) > 200 || base::letters(person.title) > 200)
      reject("name and title have at most 200 letters");
    check_name(person.name, "name");
    check_name(person.title, "title");
    if (person.email.empty()) reject(fmt::format("{} has no e-mail address", person.name));
    if (!looks_like_email(person.email)) reject(fmt::format("\"{}\" is no e-mail address", person.email));
    if (!person.language.empty() && person.language != "en" && person.language != "de")
      reject(fmt::format("language \"{}\" is neither en nor de", person.language));
    return person;
  }

  std::optional<std::size_t> unit_of(Row const& row) {
    auto const department = columns_.text(row, "department");
    auto const team = columns_.text(row, "team");
    check_name(department, "department");
    check_name(team, "team");
    std::optional<std::size_t> parent;
    if (!department.empty()) parent = unit(department, true, {});
    return team.empty() ? parent : unit(team, false, parent);
  }

  std::size_t unit(std::string const& name, bool is_department, std::optional<std::size_t> parent) {
    auto const [found, is_new] = units_.emplace(base::normalised(name), plan_.units.size());
    if (is_new) plan_.units.push_back({name, is_department, parent});
    auto& known = plan_.units[found->second];
    if (!parent || found->second == *parent || known.is_department) return found->second;
    if (!known.parent) known.parent = parent;
    if (known.parent == parent) return found->second;
    // Names of teams are unique: the same name in another department gets that department's name behind it.
    return unit(fmt::format("{} ({})", name, plan_.units[*parent].name), is_department, parent);
  }

  void link_manager(PlannedPerson& person, Manager const& manager) {
    if (manager.id.empty() && manager.email.empty()) return;
    auto const email = emails_.find(base::folded(manager.email));
    if (auto const id = ids_.find(manager.id); id != ids_.end()) {
      person.manager = id->second;
    } else if (email != emails_.end()) {
      person.manager = email->second;
    } else if (looks_like_email(manager.email)) {
      person.manager_elsewhere = manager.email;
    } else {
      auto const& text = manager.id.empty() ? manager.email : manager.id;
      plan_.rejected.push_back({person.line, fmt::format("the manager \"{}\" is not in the file", text)});
    }
  }

  Columns const& columns_;
  PeoplePlan& plan_;
  std::map<std::string, std::size_t> units_;
  std::map<std::string, std::size_t> emails_;
  std::map<std::string, std::size_t> ids_;
  std::vector<Manager> managers_;
};

// Rejects everyone whose reporting line comes back to them.
void reject_loops(PeoplePlan& plan) {
  enum class Mark { unseen, open, done };
  std::vector<Mark> marks(plan.people.size(), Mark::unseen);
  for (std::size_t start = 0; start < plan.people.size(); ++start) {
    std::vector<std::size_t> chain;
    auto here = std::optional(start);
    for (; here && marks[*here] == Mark::unseen; here = plan.people[*here].manager) {
      marks[*here] = Mark::open;
      chain.push_back(*here);
    }
    auto const loop = here && marks[*here] == Mark::open ? std::find(chain.begin(), chain.end(), *here) : chain.end();
    for (auto i = loop; i != chain.end(); ++i) {
      auto const& person = plan.people[*i];
      plan.rejected.push_back(
          {person.line, fmt::format("the reporting line of {} comes back to {}: {} reports to {}", person.name,
                                    person.name, person.name, plan.people[*person.manager].name)});
    }
    for (auto const i : chain) marks[i] = Mark::done;
  }
}

}  // namespace

bool looks_like_email(std::string_view text) {
  auto const at = text.find('@');
  if (at == std::string_view::npos || at == 0 || at > 64 || text.size() > 320) return false;
  auto const domain = text.substr(at + 1);
  auto const dot = domain.find('.');
  bool const plain = text.find_first_of(" \t\r\n,;<>\"()[]\\") == std::string_view::npos && !base::has_control(text);
  return plain && domain.find('@') == std::string_view::npos && dot != 0 && dot != std::string_view::npos &&
         domain.back() != '.' && domain.find("..") == std::string_view::npos;
}

std::span<Field const> people_fields() {
  return fields;
}

PeoplePlan people_plan(Table const& table, Mapping const& mapping) {
  Columns const columns(table.header, fields, mapping);
  for (auto const& [field, instead] : {std::pair("name", "id"), std::pair("email", "id")}) {
    if (!columns.has(field) && !columns.has(instead)) columns.refuse_missing(field);
  }
  PeoplePlan plan;
  plan.rows = table.rows.size();
  plan.ignored_columns = columns.ignored();
  if (!columns.has("email"))
    plan.notes.push_back({1, "the file has no e-mail addresses; placeholders were set, with which nobody can sign in"});
  Directory directory(columns, plan);
  for (auto const& row : table.rows) {
    try {
      directory.add(row);
    } catch (RowError const& error) {
      plan.rejected.push_back({row.line, error.reason});
    }
  }
  directory.link_managers();
  reject_loops(plan);
  base::sort_by_line(plan.rejected);
  return plan;
}

}  // namespace waymark::connect
