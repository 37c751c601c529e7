#include "connect/directory/people_export.hpp"

#include "connect/csv/csv.hpp"
#include "core/json/shape.hpp"
#include "people/directory.hpp"
#include "people/rules.hpp"

namespace waymark::connect {
namespace {

constexpr std::int64_t page_size = 500;

std::string email_of(db::Tx& tx, std::optional<people::PersonId> person) {
  auto const card = person ? people::card_of(tx, *person) : std::nullopt;
  return card ? card->email : std::string{};
}

// The smallest place somebody has is the one that says most.
std::vector<std::string> place_of(db::Tx& tx, people::PersonId person) {
  std::string department;
  std::string team;
  for (auto const& one : people::teams_of(tx, person)) {
    if (one.kind == people::TeamKind::department && department.empty()) department = one.name;
    if (one.kind == people::TeamKind::team && team.empty()) team = one.name;
  }
  return {department, team};
}

std::string roles_of(db::Tx& tx, people::PersonId person) {
  std::string names;
  for (auto const role : people::list_of(people::roles_of(tx, person)))
    names.append(names.empty() ? "" : ", ").append(json::name_of(role));
  return names;
}

}  // namespace

std::string export_people(db::Tx& tx) {
  Table table{{"name", "email", "title", "department", "team", "manager_email", "roles", "language"}, {}};
  people::PersonFilter filter;
  for (bool more = true; more;) {
    auto const lines = people::person_lines(tx, filter, page_size);
    for (auto const& line : lines) {
      auto const card = people::card_of(tx, line.id);
      if (!card) continue;  // left while we wrote
      auto const place = place_of(tx, line.id);
      table.rows.push_back({0,
                            {card->name, card->email, card->title, place[0], place[1], email_of(tx, line.manager_id),
                             roles_of(tx, line.id), card->language}});
    }
    more = std::ssize(lines) == page_size;
    if (more) filter.after = lines.back().id.text();
  }
  return write_csv(table);
}

}  // namespace waymark::connect
