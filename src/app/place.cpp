#include "app/place.hpp"

#include <fmt/format.h>

#include "audit/audit.hpp"
#include "core/base/problem.hpp"
#include "core/db/fault.hpp"
#include "core/db/migrate.hpp"
#include "people/directory.hpp"

namespace waymark::app {
namespace {

base::Problem nothing_there(std::string const& place) {
  auto const where = is_postgresql(place) ? std::string{"this PostgreSQL database"} : place;
  return base::conflict(
      "no_data", fmt::format("There is no Waymark data in {}. Make it with 'waymark init' or 'waymark demo'.", where));
}

base::Problem unreachable(std::exception const& why) {
  return {base::Code::too_busy, "unreachable", fmt::format("PostgreSQL cannot be reached: {}", why.what())};
}

}  // namespace

bool is_postgresql(std::string const& place) {
  return place.starts_with("postgresql://") || place.starts_with("postgres://");
}

std::filesystem::path database_file(std::string const& place) {
  return std::filesystem::path{place} / "waymark.db";
}

std::unique_ptr<db::Db> open_as_is(std::string const& place, base::Clock const& clock, db::Options const& options) {
  try {
    return db::Db::open(place, clock, options);
  } catch (db::Fault const& fault) {
    if (fault.kind == db::Fault::Kind::damaged)
      throw base::conflict("damaged", fmt::format("The data in {} cannot be opened: {}", place, fault.what()));
    if (fault.kind == db::Fault::Kind::lost) throw unreachable(fault);
    throw;
  } catch (std::runtime_error const& e) {
    if (is_postgresql(place)) throw unreachable(e);
    throw base::conflict("damaged", fmt::format("The data in {} cannot be opened: {}", place, e.what()));
  }
}

std::unique_ptr<db::Db> open_existing(std::string const& place, base::Clock const& clock, db::Options const& options) {
  if (!is_postgresql(place) && !std::filesystem::exists(database_file(place))) throw nothing_there(place);
  auto database = open_as_is(place, clock, options);
  if (!db::is_initialised(*database)) throw nothing_there(place);
  db::migrate(*database);
  audit::begin_chain(*database);
  return database;
}

std::unique_ptr<db::Db> open_to_read(std::string const& place, base::Clock const& clock) {
  if (is_postgresql(place)) return open_existing(place, clock);
  if (!std::filesystem::exists(database_file(place))) throw nothing_there(place);
  auto database = open_as_is(place, clock, {.readers = 1, .access = db::Access::reading});
  if (!db::is_initialised(*database)) throw nothing_there(place);
  if (db::is_up_to_date(*database)) return database;
  database.reset();
  return open_existing(place, clock);
}

std::unique_ptr<db::Db> open_fresh(std::string const& place, base::Clock const& clock, db::Options const& options) {
  auto database = open_as_is(place, clock, options);
  auto const in_use = [](db::Tx& tx) { return people::company(tx).has_value(); };
  if (db::is_initialised(*database) && database->read(in_use)) {
    throw base::conflict("already_there", "There is already Waymark data in this place; nothing was changed.");
  }
  db::migrate(*database);
  return database;
}

}  // namespace waymark::app
