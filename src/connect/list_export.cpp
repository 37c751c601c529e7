#include "connect/list_export.hpp"

#include <fmt/format.h>

#include <unordered_map>

#include "audit/audit.hpp"
#include "connect/csv/csv.hpp"
#include "okr/overview/cycle_graph.hpp"
#include "okr/overview/view_filter.hpp"
#include "people/directory.hpp"

namespace waymark::connect {
namespace {

using rest::Nothing;
using rest::OwnCall;

std::vector<std::string> const header = {"objective", "level",       "team",      "person",   "accountable",
                                         "state",     "status",      "days_late", "progress", "expected_progress",
                                         "grade",     "key_results", "supports"};

std::string share_of(std::optional<double> share) {
  return share ? fmt::format("{:.4g}", *share) : "";
}

// What is judged has one, the rest has none. [OKR-67]
std::string status_of(okr::GraphNode const& node) {
  return okr::is_settled(node.state) ? std::string{json::name_of(node.status)} : "";
}

// Names of teams and people, each asked for once.
class Names {
 public:
  explicit Names(db::Tx& tx) : tx_(tx) {}

  std::string of(std::optional<people::TeamId> team) {
    if (!team) return "";
    auto const [name, fresh] = teams_.try_emplace(*team);
    if (fresh) {
      if (auto const found = people::team_name(tx_, *team)) name->second = found->name;
    }
    return name->second;
  }
  std::string of(std::optional<people::PersonId> person) {
    if (!person) return "";
    auto const [name, fresh] = people_.try_emplace(*person);
    if (fresh) {
      if (auto const found = people::name_of(tx_, *person)) name->second = found->name;
    }
    return name->second;
  }

 private:
  db::Tx& tx_;
  std::unordered_map<people::TeamId, std::string> teams_;
  std::unordered_map<people::PersonId, std::string> people_;
};

http::Response file(std::string text) {
  http::Response response;
  response.content_type = "text/csv; charset=utf-8";
  response.body = std::move(text);
  response.with("Content-Disposition", "attachment; filename=\"okrs.csv\"");
  return response;
}

}  // namespace

std::string list_csv(db::Tx& tx, policy::Viewer const& viewer, okr::CycleId cycle, okr::ViewFilter const& filter) {
  auto const graph = okr::cycle_graph(tx, viewer, cycle);
  std::unordered_map<okr::ObjectiveId, std::string_view> titles;
  for (auto const& node : graph.nodes) titles[node.id] = node.title;
  Names names{tx};
  auto const teams = people::team_tree(tx);
  auto text = csv_line(header);
  for (auto const& node : graph.nodes) {
    if (!okr::shows(filter, node, teams)) continue;
    auto const parent = node.parent_id ? titles.find(*node.parent_id) : titles.end();
    text +=
        csv_line({node.title, std::string{json::name_of(node.level)}, names.of(node.shown_in), names.of(node.person_id),
                  node.accountable.name, std::string{json::name_of(node.state)}, status_of(node),
                  fmt::format("{}", node.days_late), share_of(node.progress), share_of(node.expected_progress),
                  share_of(node.grade), fmt::format("{}", node.key_results.size()),
                  parent == titles.end() ? "" : std::string{parent->second}});
  }
  return text;
}

std::vector<rest::Route> list_routes() {
  return {
      rest::get("/api/v1/cycles/{cycle}/list.csv", policy::signed_in,
                "Gives the list of a cycle as CSV: exactly what the filter lets through.",
                [](OwnCall<Nothing, okr::ViewFilter> const& c) {
                  okr::CycleId const cycle{base::id_of(c.path.find("cycle")->second).value_or(0)};
                  auto text = c.db.read([&](db::Tx& tx) { return list_csv(tx, c.viewer, cycle, c.query); });
                  c.db.write([&](db::Tx& tx) {  // [AUD-8]
                    audit::record(tx, c.viewer.person, "list.exported", "export", cycle.value, {},
                                  {.codes = audit::code("bytes", std::to_string(text.size())) + ";" +
                                            audit::code("with", json::name_of(c.viewer.proof))});
                  });
                  return file(std::move(text));
                }),
  };
}

}  // namespace waymark::connect
