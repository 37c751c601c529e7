#include "app/commands/operator.hpp"
#include "core/base/problem.hpp"

namespace waymark::app {
namespace {

constexpr db::Sql select_administrator{"app.operator.select", R"sql(
  SELECT p.id
    FROM people_role r
    JOIN people_person p ON p.id = r.person_id
   WHERE r.role = 'administrator' AND p.left_at IS NULL
   ORDER BY p.id
   LIMIT 1)sql"};

}  // namespace

policy::Viewer command_line_viewer(db::Tx& tx) {
  auto const person = tx.row<policy::PersonId>(select_administrator);
  if (!person)
    throw base::conflict("no_administrator",
                         "There is no administrator here; make one with 'waymark user add --role administrator'.");
  using policy::Role;
  using policy::Scope;
  return {.person = *person,
          .roles = {Role::employee, Role::hr, Role::administrator, Role::executive, Role::auditor},
          .scopes = {Scope::read, Scope::write, Scope::administer}};
}

}  // namespace waymark::app
