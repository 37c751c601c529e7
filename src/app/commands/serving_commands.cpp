#include <fmt/format.h>

#include <CLI/CLI.hpp>

#include "app/check.hpp"
#include "app/commands/commands.hpp"
#include "app/core_dumps.hpp"
#include "app/document.hpp"
#include "app/serve.hpp"
#include "core/base/problem.hpp"
#include "core/json/write.hpp"

namespace waymark::app {
namespace {

struct ServeOptions {
  Config config;
  std::string listen{"127.0.0.1:8080"};
  std::string web;
  bool core_dumps{false};
  identity::Options identity;
};

struct CheckOptions {
  std::string data;
  std::string checkpoint;
  bool json{false};
};

void add_serve(CLI::App& app) {
  auto const given = std::make_shared<ServeOptions>();
  auto* const command = app.add_subcommand("serve", "Serve the API and the web app");
  add_data_option(*command, given->config.data);
  command->add_option("--listen", given->listen, "address and port")->capture_default_str();
  command->add_option("--web", given->web, "folder of the built web app");
  command->add_option("--host", given->config.hosts,
                      "a name this server answers to, beside its address and loopback; may be repeated");
  command->add_flag("--behind-proxy", given->identity.line.trust_forwarded_proto,
                    "a proxy of yours speaks https and sets X-Forwarded-Proto");
  command->add_flag("--allow-plain-http", given->identity.line.allow_plain_http,
                    "let people sign in from other machines without https");
  command->add_option("--base-url", given->identity.base_url,
                      "how people reach this server, for links: https://okr.example.org");
  command->add_flag("--allow-core-dumps", given->core_dumps,
                    "let a fault write its memory to a file, with what people read: only to look for its cause");
  command
      ->add_option("--rate", given->config.rate,
                   "requests a second that one caller may send, and ten times as many at once; 0: as many as they like")
      ->capture_default_str()
      ->check(CLI::Range(0, 1'000'000));
  command->callback([given] {
    if (!given->core_dumps) leave_no_core_dumps();
    set_listen(given->config, given->listen);
    given->config.web = given->web.empty() ? usual_web_folder() : std::filesystem::path{given->web};
    given->config.behind_proxy = given->identity.line.trust_forwarded_proto;
    serve(given->config, given->identity);
  });
}

void report(CheckOptions const& given) {
  auto const kept = given.checkpoint.empty() ? std::vector<audit::Checkpoint>{}
                                             : audit::checkpoints_in(text_of(given.checkpoint, "--checkpoint"));
  auto const report = check(given.data, kept);
  if (given.json) {
    fmt::print("{}\n", json::text_of(report));
  } else {
    for (auto const& finding : report.findings)
      fmt::print("{:<4} {:<20} {}\n", finding.sound ? "ok" : "BAD", finding.what, finding.seen);
  }
  if (!report.sound) throw base::conflict("damaged", "This installation is not sound.");
}

void add_check(CLI::App& app) {
  auto const given = std::make_shared<CheckOptions>();
  auto* const command = app.add_subcommand("check", "Say whether this installation is sound");
  add_data_option(*command, given->data);
  command->add_flag("--json", given->json, "for machines");
  command->add_option("--checkpoint", given->checkpoint,
                      "a file of lines from 'waymark audit checkpoint', kept elsewhere: finds lines of the log that "
                      "are missing at its end");
  command->callback([given] { report(*given); });
}

}  // namespace

void add_data_option(CLI::App& command, std::string& data) {
  command.add_option("--data", data, "a folder (SQLite inside), or postgresql://USER@HOST/DATABASE")->required();
}

void add_serving_commands(CLI::App& app) {
  add_serve(app);
  add_check(app);
  app.add_subcommand("openapi", "Print the OpenAPI document")->callback([] { fmt::print("{}", api_document()); });
  app.add_subcommand("routes", "Print every route and what it asks of its caller, as JSON")->callback([] {
    fmt::print("{}", route_list());
  });
}

}  // namespace waymark::app
