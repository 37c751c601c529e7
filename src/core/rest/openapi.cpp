#include "core/rest/openapi.hpp"

#include <algorithm>
#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>
#include <set>
#include <stdexcept>

#include "core/base/text.hpp"
#include "core/rest/openapi_text.hpp"

namespace waymark::rest {
namespace {

using boost::json::array;
using boost::json::object;
using boost::json::value;

constexpr std::string_view prefix = "/api/v1/";
constexpr std::string_view schemas_at = "#/components/schemas/";

std::string_view verb_of(http::Method method) {
  switch (method) {
    case http::Method::post: return "add";
    case http::Method::put: return "set";
    case http::Method::patch: return "change";
    case http::Method::del: return "remove";
    default: return "get";
  }
}

std::string method_key(http::Method method) {
  std::string name{name_of(method)};
  for (auto& c : name) c = static_cast<char>(c + 32);
  return name;
}

bool is_field(std::string_view step) {
  return step.starts_with('{');
}
std::string_view field_name(std::string_view step) {
  return step.substr(1, step.size() - 2);
}

std::vector<std::string_view> steps_of(std::string_view path) {
  auto const start = path.starts_with(prefix) ? prefix.size() : std::string_view{"/api/"}.size();
  return base::split(path.substr(start), '/');
}

// "key-results" and "openapi.json" as parts of a name: KeyResults, OpenapiJson.
void append_capitalised(std::string& name, std::string_view words) {
  bool first = true;
  for (char const c : words) {
    bool const letter = std::isalnum(static_cast<unsigned char>(c)) != 0;
    if (letter) name += first ? static_cast<char>(std::toupper(static_cast<unsigned char>(c))) : c;
    first = !letter;
  }
}

// What the documents of all routes are made with: one place for the shapes, some of which only say what a query may
// hold.
struct Shapes {
  json::Schemas schemas;
  std::set<std::string> queries;
};

object parameter(std::string_view name, std::string_view in, bool required, value schema,
                 std::string_view description) {
  object result{{"name", name}, {"in", in}, {"required", required}};
  if (!description.empty()) result["description"] = description;
  result["schema"] = std::move(schema);
  return result;
}

// A query field is absent or there: null is nothing that it can be.
value without_null(value const& schema) {
  auto const* choices = schema.as_object().if_contains("anyOf");
  return choices ? choices->as_array().at(0) : schema;
}

void add_query_parameters(array& parameters, Route const& route, Shapes& shapes) {
  if (!route.query_schema) return;
  auto const reference = boost::json::parse(route.query_schema(shapes.schemas));
  std::string const name{reference.at("$ref").as_string().subview(schemas_at.size())};
  shapes.queries.insert(name);
  auto const shape = boost::json::parse(shapes.schemas.named().at(name));
  auto const* required = shape.as_object().if_contains("required");
  for (auto const& [field, schema] : shape.at("properties").as_object()) {
    bool const must = required && std::ranges::count(required->as_array(), value(field)) > 0;
    parameters.push_back(parameter(field, "query", must, without_null(schema), ""));
  }
}

void add_header_parameters(array& parameters, Route const& route) {
  object const text{{"type", "string"}};
  if (route.wants_version) {
    parameters.push_back(
        parameter("If-Match", "header", true, text, "The ETag of what was read, so that nobody's change is lost."));
  }
  if (route.method == http::Method::post && route.in_transaction) {
    parameters.push_back(
        parameter("Idempotency-Key", "header", false, {{"type", "string"}, {"maxLength", 200}},
                  "Repeating a request with the same key gives the same answer and does nothing twice."));
  }
}

array parameters_of(Route const& route, Shapes& shapes) {
  array parameters;
  for (auto const step : steps_of(route.path)) {
    if (is_field(step)) parameters.push_back(parameter(field_name(step), "path", true, {{"type", "string"}}, ""));
  }
  add_query_parameters(parameters, route, shapes);
  add_header_parameters(parameters, route);
  return parameters;
}

object json_content(std::string const& schema) {
  return {{"application/json", {{"schema", boost::json::parse(schema)}}}};
}

object header(std::string_view description) {
  return {{"description", description}, {"schema", {{"type", "string"}}}};
}

object answer_of(Route const& route, Shapes& shapes) {
  object answer{{"description", route.success == 204 ? "Done." : route.success == 201 ? "Made." : "The answer."}};
  if (!route.answer_schema) return answer;
  object headers{{"ETag", header("Changes with the answer.")}};
  if (route.success == 201) headers["Location"] = header("The address of what was made.");
  answer["headers"] = std::move(headers);
  answer["content"] = json_content(route.answer_schema(shapes.schemas));
  return answer;
}

array security_of(Route const& route) {
  if (!route.demand.signed_in) return {};
  return {{{"session", array{}}}, {{"token", array{}}}};
}

object operation_of(Route const& route, Shapes& shapes) {
  object operation{{"operationId", operation_id(route)},
                   {"tags", array{value(tag_of(route))}},
                   {"summary", route.sentence},
                   {"x-waymark-demand", route.demand.name},
                   {"security", security_of(route)}};
  if (auto parameters = parameters_of(route, shapes); !parameters.empty())
    operation["parameters"] = std::move(parameters);
  if (route.body_schema) {
    operation["requestBody"] = {{"required", true}, {"content", json_content(route.body_schema(shapes.schemas))}};
  }
  operation["responses"] = {{std::to_string(route.success), answer_of(route, shapes)},
                            {"default", {{"$ref", "#/components/responses/Problem"}}}};
  return operation;
}

constexpr std::string_view problem_schema = R"({
  "type": "object",
  "description": "A refusal (RFC 9457) with a sentence for the person who reads it.",
  "required": ["type", "title", "status", "detail", "code", "fields"],
  "properties": {
    "type": {"type": "string"},
    "title": {"type": "string"},
    "status": {"type": "integer"},
    "detail": {"type": "string"},
    "code": {"type": "string", "description": "Stable: what programs decide by."},
    "fields": {"type": "array", "items": {"type": "object", "required": ["path", "detail"],
      "properties": {"path": {"type": "string"}, "detail": {"type": "string"}}}},
    "current": {"description": "After a lost race: the thing as it is now."}
  }})";

object components_of(Shapes const& shapes) {
  object schemas{{"Problem", boost::json::parse(problem_schema)}};
  for (auto const& [name, schema] : shapes.schemas.named()) {
    if (shapes.queries.contains(name)) continue;
    if (!schemas.emplace(name, boost::json::parse(schema)).second)
      throw std::logic_error("a shape may not be called " + name);
  }
  object const problem{{"schema", {{"$ref", "#/components/schemas/Problem"}}}};
  return {{"securitySchemes",
           {{"session", {{"type", "apiKey"}, {"in", "cookie"}, {"name", "__Host-waymark"}}},
            {"token", {{"type", "http"}, {"scheme", "bearer"}}}}},
          {"responses",
           {{"Problem",
             {{"description", "Refused, with the reason."}, {"content", {{"application/problem+json", problem}}}}}}},
          {"schemas", std::move(schemas)}};
}

std::set<std::string> names_of_answers(std::vector<Route> const& routes) {
  json::Schemas answers;
  for (auto const& route : routes) {
    if (route.answer_schema) route.answer_schema(answers);
  }
  std::set<std::string> names;
  for (auto const& [name, schema] : answers.named()) names.insert(name);
  return names;
}

}  // namespace

std::string operation_id(Route const& route) {
  std::string id{verb_of(route.method)};
  auto const steps = steps_of(route.path);
  for (std::size_t i = 0; i < steps.size(); ++i) {
    if (is_field(steps[i])) continue;
    bool const of_one = i + 1 < steps.size() && is_field(steps[i + 1]);
    // "kpis/{kpi}" is a kpi, "members/{person}" are members.
    bool const named_alike = of_one && field_name(steps[i + 1]).substr(0, 2) == steps[i].substr(0, 2);
    append_capitalised(id, named_alike ? field_name(steps[i + 1]) : steps[i]);
  }
  return id;
}

std::string tag_of(Route const& route) {
  return route.path.starts_with(prefix) ? std::string{steps_of(route.path).front()} : "about";
}

object openapi_document(std::vector<Route> const& routes, std::string_view version) {
  Shapes shapes{json::Schemas{names_of_answers(routes)}, {}};
  object paths;
  std::set<std::string> ids;
  std::set<std::string> tags;
  for (auto const& route : routes) {
    if (!ids.insert(operation_id(route)).second) throw std::logic_error("two routes are called " + operation_id(route));
    tags.insert(tag_of(route));
    auto& path = paths[route.path];
    if (path.is_null()) path = object{};
    path.as_object()[method_key(route.method)] = operation_of(route, shapes);
  }
  array chapters;
  for (auto const& tag : tags) chapters.push_back(object{{"name", tag}});
  return {{"openapi", "3.1.0"},
          {"info",
           {{"title", "Waymark"},
            {"version", version},
            {"description", "Objectives and key results, and what belongs to them."},
            {"license", {{"name", "Apache 2.0"}, {"identifier", "Apache-2.0"}}}}},
          {"servers", array{{{"url", "/"}}}},
          {"tags", std::move(chapters)},
          {"paths", std::move(paths)},
          {"components", components_of(shapes)}};
}

std::string openapi(std::vector<Route> const& routes, std::string_view version) {
  return indented(openapi_document(routes, version)) + "\n";
}

}  // namespace waymark::rest
