#include "app/organisation.hpp"

#include "people/directory.hpp"

namespace waymark::app {

std::string organisation_of(db::Db& database) {
  return database.read([](db::Tx& tx) {
    auto const company = people::company(tx);
    auto const team = company ? people::team_name(tx, *company) : std::nullopt;
    return team ? team->name : std::string{};
  });
}

}  // namespace waymark::app
