#pragma once

#include <string>
#include <string_view>

namespace CLI {
class App;
}

namespace waymark::app {

// The subcommands, group by group. Each runs when it is parsed and throws base::Problem for what it refuses.
void add_serving_commands(CLI::App& app);  // serve, check, openapi, routes
void add_backup_commands(CLI::App& app);   // backup, restore, backup-key
void add_account_commands(CLI::App& app);  // init, demo, user add, token new
void add_log_commands(CLI::App& app);      // audit checkpoint, audit prune
void add_import_commands(CLI::App& app);   // import people, import okrs, export okrs

// Leaves a line about what was done at the command line. Where it cannot, as beside a running server on SQLite, it says
// so on standard error.
void note_by_hand(std::string const& data, std::string_view action, std::string_view subject);

// The bytes of a file that was named. Throws base::Problem.
std::string text_of(std::string const& file, char const* option);

// "--data", as every command that needs an installation takes it.
void add_data_option(CLI::App& command, std::string& data);

}  // namespace waymark::app
