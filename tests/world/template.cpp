#include "world/template.hpp"

#include <fmt/format.h>
#include <spdlog/spdlog.h>
#include <unistd.h>

#include <atomic>
#include <cstdlib>
#include <filesystem>
#include <stdexcept>

#include "app/demo.hpp"
#include "app/demo_tables.hpp"
#include "core/base/text.hpp"
#include "core/db/migrate.hpp"
#include "people/directory.hpp"

namespace waymark::testing {
namespace {

namespace fs = std::filesystem;
using policy::Scope;

std::string fresh_name() {
  static std::atomic<int> count{0};
  return fmt::format("waymark_world_{}_{}", getpid(), ++count);
}

std::string server_url() {
  auto const* url = std::getenv("WAYMARK_TEST_PG");
  if (!url)
    throw std::runtime_error("WAYMARK_TEST_PG must name a PostgreSQL database for the tests (./dev test starts one).");
  return url;
}

std::string url_of(std::string const& database) {
  auto const url = server_url();
  return url.substr(0, url.rfind('/') + 1) + database;
}

std::string database_of(std::string const& url) {
  return url.substr(url.rfind('/') + 1);
}

void on_server(std::string const& statement) {
  db::Connection connection{db::Dialect::postgresql, server_url()};
  connection.execute(statement);
}

std::string empty_place(db::Dialect dialect) {
  auto const name = fresh_name();
  if (dialect == db::Dialect::sqlite) return (fs::temp_directory_path() / name).string();
  on_server("CREATE DATABASE " + name);
  return url_of(name);
}

// "Halden Instruments" is called "halden_instruments".
std::string word(std::string_view name) {
  auto text = base::folded(name);
  for (auto& c : text) c = c == ' ' ? '_' : c;
  return text;
}

}  // namespace

Template const& Template::of(db::Dialect dialect) {
  if (dialect == db::Dialect::sqlite) {
    static Template const world{db::Dialect::sqlite};
    return world;
  }
  static Template const world{db::Dialect::postgresql};
  return world;
}

Template::Template(db::Dialect dialect) : dialect_(dialect), place_(empty_place(dialect)) {
  spdlog::set_level(spdlog::level::err);  // what servers say when they start and stop is not the tests' output
  base::FixedClock clock{world_now};
  auto const database = db::Db::open(place_, clock, {.readers = 2, .durable = false});
  db::migrate(*database);
  app::make_demo(*database, clock, world_now, [](std::size_t, std::size_t) {});
  learn_names(*database);
}

Template::~Template() {
  drop(place_);
}

std::string Template::copy() const {
  if (dialect_ == db::Dialect::sqlite) {
    auto const place = empty_place(dialect_);
    fs::create_directories(place);
    fs::copy_file(fs::path{place_} / "waymark.db", fs::path{place} / "waymark.db");
    return place;
  }
  auto const name = fresh_name();
  on_server(fmt::format("CREATE DATABASE {} TEMPLATE {}", name, database_of(place_)));
  return url_of(name);
}

void Template::drop(std::string const& place) const {
  if (dialect_ == db::Dialect::sqlite) {
    fs::remove_all(place);
  } else {
    on_server(fmt::format("DROP DATABASE {} WITH (FORCE)", database_of(place)));
  }
}

void Template::learn_names(db::Db& database) {
  app::Product product{database};
  database.write([&](db::Tx& tx) {
    for (auto const& row : app::demo::people()) {
      std::string const key{row.key};
      auto const person = *people::find_by_email(tx, key + "@halden.example");
      names[key] = person.text();
      if (key == "zed") continue;
      auto const token = [&](std::vector<Scope> scopes) {
        return product.identity
            .new_token(tx, person, {.name = "test", .scopes = std::move(scopes), .expires_in_days = 366})
            .secret;
      };
      tokens[key] = token({Scope::read, Scope::write, Scope::administer});
      tokens[key + "_reading"] = token({Scope::read});
    }
    names["halden_instruments"] = people::company(tx)->text();
    for (auto const& row : app::demo::teams()) names[word(row.name)] = people::find_team(tx, row.name)->text();
    auto const cycles = product.okr.cycles.list(tx, {}).items;
    for (auto const& cycle : cycles) {
      if (cycle.kind == okr::CycleKind::annual) names["year"] = cycle.id.text();
    }
    auto quarter = cycles.begin();
    for (auto const* name : {"this_quarter", "last_quarter", "quarter_before"}) {
      while (quarter->kind == okr::CycleKind::annual) ++quarter;
      names[name] = (quarter++)->id.text();
    }
  });
}

}  // namespace waymark::testing
