#include "app/commands/command_line.hpp"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <cstdio>
#include <filesystem>
#include <new>
#include <set>

#include "app/commands/commands.hpp"
#include "app/commands/exit_codes.hpp"
#include "app/serve.hpp"
#include "app/version.hpp"
#include "core/base/problem.hpp"
#include "core/db/fault.hpp"
#include "core/db/sqlite_inside.hpp"

namespace waymark::app {
namespace {

ExitCode code_of(base::Problem const& problem) {
  static std::set<std::string, std::less<>> const about_data{"no_data", "already_there", "damaged", "newer_database"};
  if (about_data.contains(problem.slug)) return no_data;
  if (problem.code == base::Code::too_busy || problem.code == base::Code::no_space) return unreachable;
  return problem.code == base::Code::internal ? internal : refused;
}

int say(base::Problem const& problem) {
  fmt::print(stderr, "waymark: {}\n", problem.detail);
  for (auto const& [path, detail] : problem.fields) {
    if (!path.empty() && !path.starts_with('-')) fmt::print(stderr, "  {}: {}\n", path, detail);
  }
  return code_of(problem);
}

}  // namespace

int run(int argc, char** argv) {
  start_log();
  CLI::App app{"Waymark: objectives and key results that live."};
  app.set_version_flag("--version", fmt::format("waymark {}, with {}", version, db::sqlite_inside()));
  app.require_subcommand(1);
  add_serving_commands(app);
  add_backup_commands(app);
  add_account_commands(app);
  add_log_commands(app);
  add_import_commands(app);
  try {
    app.parse(argc, argv);
    return done;
  } catch (CLI::ParseError const& error) {
    return app.exit(error) == 0 ? done : usage;
  } catch (base::Problem const& problem) {
    return say(problem);
  } catch (db::Fault const& fault) {
    fmt::print(stderr, "waymark: the storage failed: {}\n", fault.what());
    return fault.kind == db::Fault::Kind::damaged ? no_data : unreachable;
  } catch (std::filesystem::filesystem_error const& error) {
    fmt::print(stderr, "waymark: the storage failed: {}\n", error.what());
    return unreachable;
  } catch (std::bad_alloc const&) {
    std::fputs("waymark: there is no memory left for this\n", stderr);
    return unreachable;
  } catch (std::exception const& error) {
    fmt::print(stderr, "waymark: something went wrong: {}\n", error.what());
    return internal;
  }
}

}  // namespace waymark::app
