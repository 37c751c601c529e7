#pragma once

#include <optional>
#include <string>
#include <vector>

#include "connect/csv/columns.hpp"
#include "connect/csv/csv.hpp"
#include "core/base/remark.hpp"
#include "core/policy/viewer.hpp"

namespace waymark::connect {

struct PlannedUnit {
  std::string name;
  bool is_department = false;
  std::optional<std::size_t> parent;  // of a team: its department, an index into PeoplePlan::units
};

struct PlannedPerson {
  int line = 0;
  std::string external_id;
  std::string name;
  std::string email;
  std::string title;
  std::string language;  // en, de or empty
  std::vector<std::size_t> units;
  std::vector<policy::Role> roles;
  std::optional<std::size_t> manager;  // index into PeoplePlan::people
  std::string manager_elsewhere;       // e-mail or external id of a manager who is not in the file
};

/// What an import of a directory would make. A plan with rejections is not to be carried out.
struct PeoplePlan {
  std::vector<PlannedUnit> units;
  std::vector<PlannedPerson> people;
  std::vector<base::Remark> rejected;
  std::vector<base::Remark> notes;
  std::vector<std::string> ignored_columns;
  std::size_t rows = 0;
};

/// Reads a table of persons: name, email, title, department, team, manager_email or manager_id, roles … in any order
/// and under their usual other names. Throws Problem when its columns cannot be used.
std::span<Field const> people_fields();
PeoplePlan people_plan(Table const& table, Mapping const& mapping = {});

/// One @ with something before it and a domain with a dot behind it; no spaces, at most 320 bytes.
bool looks_like_email(std::string_view text);

}  // namespace waymark::connect
