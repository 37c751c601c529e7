#include <fmt/format.h>

#include <CLI/CLI.hpp>

#include "app/commands/commands.hpp"
#include "app/commands/import_report.hpp"
#include "app/commands/operator.hpp"
#include "app/commands/progress.hpp"
#include "app/place.hpp"
#include "app/wiring.hpp"
#include "connect/csv/csv.hpp"
#include "connect/okr_export.hpp"
#include "core/base/problem.hpp"

namespace waymark::app {
namespace {

struct ImportOptions {
  std::string file;
  std::string data;
  std::vector<std::string> map;
  bool dry_run{false};
  bool json{false};
  int fiscal_start{2};  // month; OKRs only
};

// Thrown to leave a transaction without keeping anything.
struct NothingKept {};

// Runs `import` in one transaction and reports what it says; a dry run does all of it and keeps nothing.
template <class Import>
void carry_out(ImportOptions const& given, Import const& import) {
  base::SystemClock const clock;
  auto const database = open_existing(given.data, clock);
  Product product{*database};
  ImportReport report;
  try {
    Progress const progress{"Importing"};
    database->write([&](db::Tx& tx) {
      report = import(tx, product, command_line_viewer(tx));
      if (given.dry_run || !report.rejected.empty()) throw NothingKept{};
    });
  } catch (NothingKept const&) {
    report.kept = false;
  }
  say(report, given.json);
  if (!report.rejected.empty()) {
    throw base::invalid("FILE", fmt::format("{} rows cannot be read; nothing was imported.", report.rejected.size()));
  }
}

void import_okr_file(ImportOptions const& given) {
  auto const plan = connect::okr_plan(connect::read_csv(text_of(given.file, "FILE")),
                                      {.mapping = connect::mapping_of(given.map), .fiscal_start = given.fiscal_start});
  carry_out(given, [&](db::Tx& tx, Product& product, policy::Viewer const& viewer) {
    auto const may_go_in = plan.rejected.empty();
    return report_of(plan,
                     may_go_in ? okr::import_plan(tx, product.people, product.events, viewer, plan) : okr::Imported{});
  });
}

void import_people_file(ImportOptions const& given) {
  auto const plan =
      connect::people_plan(connect::read_csv(text_of(given.file, "FILE")), connect::mapping_of(given.map));
  carry_out(given, [&](db::Tx& tx, Product& product, policy::Viewer const& viewer) {
    auto const may_go_in = plan.rejected.empty();
    return report_of(plan,
                     may_go_in ? connect::import_people(tx, product.people, viewer, plan) : connect::PeopleMade{});
  });
}

void export_okr_table(std::string const& place) {
  base::SystemClock const clock;
  auto const database = open_to_read(place, clock);
  auto const text = database->read([](db::Tx& tx) { return connect::export_okrs(tx, command_line_viewer(tx)); });
  note_by_hand(place, "okrs.exported", "export");
  fmt::print("{}", text);
}

CLI::App* add_import(CLI::App& group, char const* name, char const* help, std::shared_ptr<ImportOptions> const& given,
                     void (*act)(ImportOptions const&)) {
  auto* const command = group.add_subcommand(name, help);
  command->add_option("FILE", given->file, "CSV with a header line, UTF-8")->required();
  add_data_option(*command, given->data);
  command->add_option("--map", given->map, "\"their column=our field\"; may be repeated");
  command->add_flag("--dry-run", given->dry_run, "say what would be made, and keep nothing");
  command->add_flag("--json", given->json, "for machines");
  command->callback([given, act] { act(*given); });
  return command;
}

}  // namespace

void add_import_commands(CLI::App& app) {
  auto* const import = app.add_subcommand("import", "Bring people or OKRs in from a file, all or nothing");
  import->require_subcommand(1);
  add_import(*import, "people", "Persons, teams and reporting lines", std::make_shared<ImportOptions>(),
             import_people_file);
  auto const okrs_in = std::make_shared<ImportOptions>();
  add_import(*import, "okrs", "Cycles, objectives, key results and their links", okrs_in, import_okr_file)
      ->add_option("--fiscal-start", okrs_in->fiscal_start, "the month with which a fiscal year (FY26) begins")
      ->check(CLI::Range(1, 12))
      ->capture_default_str();

  auto* const out = app.add_subcommand("export", "Write CSV to standard output");
  out->require_subcommand(1);
  auto const data = std::make_shared<std::string>();
  auto* const okrs = out->add_subcommand("okrs", "All OKRs, importable again");
  add_data_option(*okrs, *data);
  okrs->callback([data] { export_okr_table(*data); });
}

}  // namespace waymark::app
