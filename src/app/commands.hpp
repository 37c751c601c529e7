#pragma once

#include <string>

namespace CLI {
class App;
}

namespace waymark::app {

// The subcommands, group by group. Each runs when it is parsed and throws base::Problem for what it refuses.
void add_serving_commands(CLI::App& app);  // serve, check, openapi, routes
void add_backup_commands(CLI::App& app);   // backup, restore, backup-key
void add_account_commands(CLI::App& app);  // init, demo, user add, token new
void add_import_commands(CLI::App& app);   // import people, import okrs, export okrs

// "--data", as every command that needs an installation takes it.
void add_data_option(CLI::App& command, std::string& data);

}  // namespace waymark::app
