#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <cstdio>
#include <fstream>
#include <sstream>

#include "app/commands/commands.hpp"
#include "app/place.hpp"
#include "audit/audit.hpp"
#include "core/base/day.hpp"
#include "core/base/problem.hpp"
#include "core/db/migrate.hpp"

namespace waymark::app {
namespace {

struct LogOptions {
  std::string data;
  std::string before;
};

void print_checkpoint(LogOptions const& given) {
  base::SystemClock const clock;
  auto const database = open_to_read(given.data, clock);
  auto const end = database->read([](db::Tx& tx) { return audit::checkpoint(tx); });
  if (!end) throw base::conflict("empty", "Nothing stands in the log yet.");
  fmt::print("{}\n", audit::text_of(*end));
}

void prune_log(LogOptions const& given) {
  auto const day = base::Day::parse(given.before);
  if (!day) throw base::invalid("--before", "--before is a day such as 2024-12-31.");
  base::SystemClock const clock;
  auto const database = open_existing(given.data, clock);
  std::optional<audit::Checkpoint> end;
  auto const gone = database->write([&](db::Tx& tx) {
    auto const lines = audit::prune(tx, {}, day->start_ms());
    end = audit::checkpoint(tx);
    return lines;
  });
  if (gone == 0 || !end) return fmt::print("No line is older than that; nothing was taken away.\n");
  fmt::print(
      "{} lines were taken away; a line of the log says so. Keep this checkpoint elsewhere, beside the older "
      "ones:\n{}\n",
      gone, audit::text_of(*end));
}

void say_without_line(std::string_view why) {
  fmt::print(stderr, "waymark: no line could be left in the log: {}\n", why);
}

CLI::App* add(CLI::App& group, char const* name, char const* help, std::shared_ptr<LogOptions> const& given,
              void (*act)(LogOptions const&)) {
  auto* const command = group.add_subcommand(name, help);
  add_data_option(*command, given->data);
  command->callback([given, act] { act(*given); });
  return command;
}

}  // namespace

std::string text_of(std::string const& file, char const* option) {
  std::ifstream in(file, std::ios::binary);
  if (!in) throw base::invalid(option, fmt::format("{} cannot be read.", file));
  std::ostringstream all;
  all << in.rdbuf();
  return std::move(all).str();
}

// What was asked for is done all the same.
void note_by_hand(std::string const& data, std::string_view action, std::string_view subject) try {
  base::SystemClock const clock;
  auto const database = open_as_is(data, clock, {.readers = 1});
  if (!db::is_initialised(*database) || !db::is_up_to_date(*database))
    return say_without_line("the data is of another release.");
  database->write([&](db::Tx& tx) { audit::record(tx, {}, action, subject, 0); });
} catch (base::Problem const& problem) {
  say_without_line(problem.slug == "in_use" ? "a server, or another command, is using the data." : problem.detail);
} catch (std::exception const& error) {
  say_without_line(error.what());
}

void add_log_commands(CLI::App& app) {
  auto* const log = app.add_subcommand("audit", "The log of what was done");
  log->require_subcommand(1);
  auto const given = std::make_shared<LogOptions>();
  add(*log, "checkpoint", "Print a line to keep elsewhere, for 'waymark check --checkpoint'", given, print_checkpoint);
  add(*log, "prune", "Take away the lines before a day for good; the log says so, and a checkpoint is printed to keep",
      given, prune_log)
      ->add_option("--before", given->before, "a day, as 2024-12-31: what is younger stays")
      ->required();
}

}  // namespace waymark::app
