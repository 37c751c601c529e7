#include "worlds/operations.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>
#include <fstream>
#include <map>
#include <set>

#include "app/document.hpp"
#include "core/base/text.hpp"

namespace waymark::testing {
namespace {

namespace json = boost::json;

json::value const& document() {
  static json::value const all = json::parse(app::api_document());
  return all;
}

std::map<std::string, Request, std::less<>> requests() {
  std::map<std::string, Request, std::less<>> all;
  std::ifstream in(std::string{WAYMARK_SOURCE_DIR} + "/tests/authorization/requests.txt");
  for (std::string line; std::getline(in, line);) {
    if (line.empty() || line.front() == '#') continue;
    auto const bar = line.find(" | ");
    auto const name = line.substr(0, bar);
    Request request{name.substr(0, name.find(' ')), line.substr(bar + 3), ""};
    if (auto const space = request.target.find(' '); space != std::string::npos) {
      request.body = request.target.substr(space + 1);
      request.target.resize(space);
    }
    all[name] = std::move(request);
  }
  return all;
}

bool is_id(json::value const& schema) {
  auto const* pattern = schema.as_object().if_contains("pattern");
  return pattern && pattern->as_string().starts_with("^[0-7][0-9a-h");
}

// What an id is of, by the name of its field; where the name says it only together with the operation, by both.
std::string kind_of(std::string const& operation, std::string const& field) {
  static std::map<std::string, std::string, std::less<>> const by_operation{
      {"POST /api/v1/teams parent_id", "team"},
      {"PATCH /api/v1/teams/{team} parent_id", "team"},
      {"POST /api/v1/cycles parent_id", "cycle"},
      {"PATCH /api/v1/key-results/{key_result} milestones[].id", "milestone"},
      {"GET /api/v1/audit after", "moment"},  // the log goes on from there, whatever it is of
      {"GET /api/v1/people/{person}/absences person", "absent"},
      {"POST /api/v1/people/{person}/absences person", "absent"},
      {"DELETE /api/v1/people/{person}/absences/{absence} person", "absent"},
  };
  static std::map<std::string, std::string, std::less<>> const by_field{
      {"objective", "objective"},
      {"other", "objective"},
      {"parent_id", "objective"},
      {"provider_id", "objective"},
      {"objective_ids", "objective"},
      {"key_result", "key_result"},
      {"key_result_id", "key_result"},
      {"parent_key_result_id", "key_result"},
      {"key_result_ids", "key_result"},
      {"check_in", "check_in"},
      {"check_in_id", "check_in"},
      {"blocker", "blocker"},
      {"blocker_ids", "blocker"},
      {"link", "link"},
      {"dependency", "dependency"},
      {"comment", "comment"},
      {"initiative", "initiative"},
      {"reached", "milestone"},
      {"view", "view"},
      {"session", "session"},
      {"token", "token"},
      {"notice", "notice"},
      {"absence", "absence"},
      {"secret", "secret"},
      {"after", "any"},
      {"from", "any"},
      {"source", "any"},
      {"subject_id", "any"},
      {"card", "card"},
      {"person", "person"},
      {"person_id", "person"},
      {"person_ids", "person"},
      {"accountable_id", "person"},
      {"owner_id", "person"},
      {"owner", "person"},
      {"manager", "person"},
      {"manager_id", "person"},
      {"lead_id", "person"},
      {"actor", "person"},
      {"help_from", "person"},
      {"mention_ids", "person"},
      {"thanked_id", "person"},
      {"contributor_ids", "person"},
      {"successor_id", "person"},
      {"team", "team"},
      {"team_id", "team"},
      {"team_ids", "team"},
      {"cycle", "cycle"},
      {"cycle_id", "cycle"},
      {"carry_to", "cycle"},
      {"kpi", "kpi"},
      {"kpi_id", "kpi"},
      {"day", "day"},
  };
  if (auto const known = by_operation.find(operation + " " + field); known != by_operation.end()) return known->second;
  auto last = field.substr(field.rfind('.') + 1);
  if (last.ends_with("[]")) last.resize(last.size() - 2);
  auto const known = by_field.find(last);
  return known == by_field.end() ? "" : known->second;
}

// A cursor is an id in a text of its own.
bool may_hold_id(std::string_view name, json::value const& schema) {
  return is_id(schema) || name == "after" || name == "from" || name == "source";
}

void find_in_body(Operation& operation, json::value const& schema, std::string const& at, std::set<std::string> seen) {
  if (auto const* ref = schema.as_object().if_contains("$ref")) {
    if (!seen.insert(std::string{ref->as_string()}).second) return;
  }
  auto const whole = resolved(schema);
  auto const& object = whole.as_object();
  if (auto const* items = object.if_contains("items")) return find_in_body(operation, *items, at + "[]", seen);
  if (auto const* fields = object.if_contains("properties")) {
    for (auto const& [name, field] : fields->as_object())
      find_in_body(operation, field, at.empty() ? std::string{name} : at + "." + std::string{name}, seen);
    return;
  }
  auto const name = at.substr(at.rfind('.') + 1);
  if (may_hold_id(name, whole)) operation.slots.push_back({Slot::Where::body, at, kind_of(operation.name, at)});
}

// The least that this schema lets through.
json::value least(json::value const& schema) {
  auto const whole = resolved(schema);
  auto const& object = whole.as_object();
  if (auto const* names = object.if_contains("enum")) return names->as_array().front();
  if (auto const* fields = object.if_contains("properties")) {
    json::object made;
    if (auto const* required = object.if_contains("required")) {
      for (auto const& name : required->as_array())
        made[name.as_string()] = least(fields->as_object().at(name.as_string()));
    }
    return made;
  }
  auto const type = object.at("type").is_array() ? object.at("type").as_array().front() : object.at("type");
  if (type == "string") return object.contains("format") ? json::value("2025-11-20") : json::value("Say");
  if (type == "array") return json::array{};
  if (type == "boolean") return false;
  auto const* minimum = object.if_contains("minimum");
  return minimum ? *minimum : json::value(1);
}

void put(json::value& into, json::value const& schema, std::string_view path, json::value const& id) {
  if (path.empty()) {
    into = id;
    return;
  }
  auto const whole = resolved(schema);
  if (path.starts_with("[]")) {
    if (!into.is_array()) into = json::array{};
    auto const& items = whole.as_object().at("items");
    if (into.as_array().empty()) into.as_array().push_back(least(items));
    path.remove_prefix(path.starts_with("[].") ? 3 : 2);
    put(into.as_array().front(), items, path, id);
    return;
  }
  auto const end = path.find_first_of(".[");
  auto const name = path.substr(0, end);
  auto rest = end == std::string_view::npos ? std::string_view{} : path.substr(end);
  if (rest.starts_with('.')) rest.remove_prefix(1);
  if (!into.is_object()) into = json::object{};
  put(into.as_object()[name], whole.as_object().at("properties").as_object().at(name), rest, id);
}

// A key result is named together with its objective.
void put_companions(json::object& body, std::string_view field) {
  if (field == "parent_key_result_id" && !body.contains("parent_id")) body["parent_id"] = "<third>";
}

Operation made_of(std::string const& path, std::string const& method, json::object const& described) {
  Operation operation;
  operation.method = method;
  operation.path = path;
  operation.name = method + " " + path;
  for (auto const step : base::split(std::string_view{path}, '/')) {
    if (!step.starts_with('{')) continue;
    std::string const field{step.substr(1, step.size() - 2)};
    operation.slots.push_back({Slot::Where::path, field, kind_of(operation.name, field)});
  }
  if (auto const* parameters = described.if_contains("parameters")) {
    for (auto const& one : parameters->as_array()) {
      if (one.at("in") != "query") continue;
      operation.parameters.push_back(one);
      std::string const name{one.at("name").as_string()};
      if (may_hold_id(name, resolved(one.at("schema"))))
        operation.slots.push_back({Slot::Where::query, name, kind_of(operation.name, name)});
    }
  }
  if (auto const* body = described.if_contains("requestBody")) {
    operation.body_schema = body->at("content").at("application/json").at("schema");
    find_in_body(operation, operation.body_schema, "", {});
  }
  return operation;
}

}  // namespace

json::value resolved(json::value schema) {
  for (;;) {
    auto const& object = schema.as_object();
    if (auto const* ref = object.if_contains("$ref")) {
      std::string const name{ref->as_string()};
      schema = json::value(document().at("components").at("schemas").at(name.substr(name.rfind('/') + 1)));
    } else if (auto const* choices = object.if_contains("anyOf")) {
      schema = json::value(choices->as_array().front());
    } else {
      return schema;
    }
  }
}

Request Operation::with(Slot const& slot, std::string const& id) const {
  auto made = request;
  if (slot.where == Slot::Where::path) {
    auto const query = made.target.find('?');
    auto const rest = query == std::string::npos ? "" : made.target.substr(query);
    auto const wanted = base::split(std::string_view{path}, '/');
    auto const bare = made.target.substr(0, query);
    auto const given = base::split(std::string_view{bare}, '/');
    std::string target;
    for (std::size_t i = 1; i < given.size(); ++i)
      target += "/" + (wanted[i] == "{" + slot.name + "}" ? id : std::string{given[i]});
    made.target = target + rest;
  } else if (slot.where == Slot::Where::query) {
    auto const query = made.target.find('?');
    std::string target = made.target.substr(0, query) + "?" + slot.name + "=" + id;
    if (query != std::string::npos) {
      auto const old = made.target.substr(query + 1);
      for (auto const pair : base::split(std::string_view{old}, '&')) {
        if (!pair.starts_with(slot.name + "=")) target += "&" + std::string{pair};
      }
    }
    made.target = target;
  } else {
    json::value body = made.body.empty() ? json::value(json::object{}) : json::parse(made.body);
    put(body, body_schema, slot.name, json::value(id));
    put_companions(body.as_object(), slot.name);
    made.body = json::serialize(body);
  }
  return made;
}

std::vector<Operation> const& operations() {
  static std::vector<Operation> const all = [] {
    std::vector<Operation> made;
    auto const known = requests();
    for (auto const& [path, item] : document().at("paths").as_object()) {
      for (auto const& [method, described] : item.as_object()) {
        std::string upper{method};
        for (auto& c : upper) c = static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
        if (upper == "PARAMETERS") continue;
        auto operation = made_of(std::string{path}, upper, described.as_object());
        if (auto const request = known.find(operation.name); request != known.end())
          operation.request = request->second;
        made.push_back(std::move(operation));
      }
    }
    return made;
  }();
  return all;
}

bool is_open_kind(std::string_view kind) {
  static std::set<std::string, std::less<>> const open{"person", "team", "cycle", "kpi", "day", "card", "moment"};
  return open.contains(kind);
}

}  // namespace waymark::testing
