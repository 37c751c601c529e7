#include "world/template.hpp"

#include <fmt/format.h>
#include <spdlog/spdlog.h>
#include <unistd.h>

#include <atomic>
#include <cstdlib>
#include <filesystem>
#include <stdexcept>

#include "app/demo/demo.hpp"
#include "app/demo/tables.hpp"
#include "core/base/text.hpp"
#include "core/db/migrate.hpp"
#include "core/jobs/queue.hpp"
#include "people/directory.hpp"
#include "testing/databases.hpp"
#include "testing/program.hpp"
#include "world/frozen_time.hpp"
#include "world/repeating_jobs.hpp"

namespace waymark::testing {
namespace {

namespace fs = std::filesystem;
using policy::Scope;

constexpr db::Sql select_jobs{"test.jobs", "SELECT kind FROM core_job WHERE id < 0 ORDER BY kind"};
constexpr db::Sql put_off_jobs{"test.put_off_jobs", "UPDATE core_job SET due_at = :due"};

// What is made by a request comes after all that was there, in every process: ids are sorted by time.
constexpr auto made_at = world_now - 60'000;
constexpr auto learned_at = world_now - 30'000;

std::string fresh_name() {
  static std::atomic<int> count{0};
  return fmt::format("waymark_world_{}_{}", getpid(), ++count);
}

std::string empty_place(db::Dialect dialect) {
  if (dialect == db::Dialect::sqlite) return (fs::temp_directory_path() / fresh_name()).string();
  return fresh_postgresql_database();
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
  base::FixedClock clock{made_at};
  auto const program = given_program();
  if (program) make_with(*program);
  auto database = db::Db::open(place_, clock, {.readers = 2, .durable = false});
  if (!program) {
    db::migrate(*database);
    app::make_demo(*database, clock, made_at, [](std::size_t, std::size_t) {});
  }
  clock.set(learned_at);
  learn_names(*database);
  database.reset();
  put_off_what_comes_back();
}

void Template::make_with(std::string const& program) const {
  FrozenTime const time{made_at};
  auto const ended = run({program, "demo", "--data", place_}, time.environment());
  if (ended.code != 0)
    throw std::runtime_error(fmt::format("{} demo ended with {}: {}", program, ended.code, ended.said));
}

// A server of its own does what comes back every hour as soon as it starts, and what the story left to be told. What
// comes back, a copy says that has done it once.
void Template::put_off_what_comes_back() const {
  base::FixedClock const clock{learned_at};
  auto const scratch = copy();
  std::vector<std::string> kinds;
  {
    auto const database = db::Db::open(scratch, clock, {.readers = 2, .durable = false});
    app::Product product{*database};
    product.jobs.run_due();
    kinds = database->read([](db::Tx& tx) { return tx.rows<std::string>(select_jobs); });
  }
  drop(scratch);
  auto const database = db::Db::open(place_, clock, {.readers = 2, .durable = false});
  database->write([&](db::Tx& tx) {
    for (auto const& kind : kinds) jobs::add_repeating(tx, kind);
    tx.run(put_off_jobs, learned_at + far_away);
  });
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
  return fresh_postgresql_database(place_);
}

void Template::drop(std::string const& place) const {
  if (dialect_ == db::Dialect::sqlite) {
    fs::remove_all(place);
  } else {
    drop_postgresql_database(place);
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
