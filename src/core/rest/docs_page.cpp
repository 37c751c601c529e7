#include <fmt/format.h>

#include <algorithm>
#include <boost/json/array.hpp>
#include <iterator>

#include "core/rest/docs.hpp"

namespace waymark::rest {
namespace {

using boost::json::object;
using boost::json::value;

constexpr std::string_view introduction = R"html(
<p>Requests and answers are JSON. Sign in with a session cookie, or send a token: <code>Authorization: Bearer …</code>.</p>
<ul>
<li>Ids are texts of 13 letters; moments are milliseconds since 1970 (UTC); days are written 2026-03-31.</li>
<li>Lists come in pages: give <code>next</code> back as <code>after</code> until it is null.</li>
<li>An answer has an <code>ETag</code>. A change sends it back as <code>If-Match</code>; when somebody was faster the answer is 409
and holds the thing as it is now.</li>
<li>A POST with an <code>Idempotency-Key</code> can be repeated without doing anything twice.</li>
<li>What you may not see is answered as what is not there: 404.</li>
</ul>
<h2 id="problems">Problems</h2>
<p>A refusal is <code>application/problem+json</code>: <code>code</code> is for programs and stays as it is, <code>detail</code> is a sentence
for people, <code>fields</code> names each wrong field.</p>
)html";

std::string escaped(std::string_view text) {
  std::string out;
  for (char const c : text) {
    switch (c) {
      case '&': out += "&amp;"; break;
      case '<': out += "&lt;"; break;
      case '>': out += "&gt;"; break;
      case '"': out += "&quot;"; break;
      default: out += c;
    }
  }
  return out;
}

std::string text_at(object const& from, std::string_view name) {
  auto const* found = from.if_contains(name);
  return found && found->is_string() ? escaped(found->as_string()) : std::string{};
}

std::string number_at(object const& from, std::string_view name) {
  auto const* found = from.if_contains(name);
  return found ? fmt::format("{}", found->to_number<double>()) : std::string{};
}

std::string limits_of(object const& schema, std::string_view least, std::string_view most, std::string_view unit) {
  auto const low = number_at(schema, least);
  auto const high = number_at(schema, most);
  return low.empty() && high.empty() ? std::string{} : fmt::format(", {} to {}{}", low, high, unit);
}

std::string choices_of(object const& schema) {
  std::string text;
  for (auto const& choice : schema.at("enum").as_array()) {
    text += fmt::format("{}<code>{}</code>", text.empty() ? "" : " or ", escaped(choice.as_string()));
  }
  return text;
}

// What a field holds, in words.
std::string type_of(value const& given) {
  auto const& schema = given.as_object();
  if (auto const* reference = schema.if_contains("$ref")) {
    std::string_view const path = reference->as_string();
    auto const name = escaped(path.substr(path.rfind('/') + 1));
    return fmt::format("<a href=\"#shape-{0}\">{0}</a>", name);
  }
  if (auto const* either = schema.if_contains("anyOf")) return type_of(either->as_array().at(0)) + ", or null";
  if (schema.contains("enum")) return choices_of(schema);
  auto const type = text_at(schema, "type");
  if (type == "array") return "list of " + type_of(schema.at("items"));
  if (type == "string" && schema.contains("pattern")) return "id";
  if (text_at(schema, "format") == "date") return "day";
  if (type == "string") return "text" + limits_of(schema, "minLength", "maxLength", " letters");
  if (type == "integer") return "whole number" + limits_of(schema, "minimum", "maximum", "");
  if (type == "number") return "number";
  if (type == "boolean") return "true or false";
  return type.empty() ? "anything" : type;
}

std::string row(std::string_view name, bool required, std::string const& type, std::string_view note) {
  return fmt::format("<tr><td><code>{}</code>{}</td><td>{}{}{}</td></tr>\n", escaped(name),
                     required ? " (required)" : "", type, note.empty() ? "" : ". ", note);
}

void write_parameters(std::string& page, object const& operation) {
  auto const* parameters = operation.if_contains("parameters");
  if (!parameters) return;
  page += "<h4>Takes</h4><table>\n";
  for (auto const& parameter : parameters->as_array()) {
    auto const& p = parameter.as_object();
    auto const where = fmt::format("{}, in the {}", type_of(p.at("schema")), text_at(p, "in"));
    page += row(p.at("name").as_string(), p.at("required").as_bool(), where, text_at(p, "description"));
  }
  page += "</table>\n";
}

void write_content(std::string& page, std::string_view title, object const& holder) {
  auto const* content = holder.if_contains("content");
  if (!content) return;
  auto const& schema = content->at("application/json").at("schema");
  fmt::format_to(std::back_inserter(page), "<h4>{}</h4><p>{}</p>\n", title, type_of(schema));
}

void write_operation(std::string& page, std::string_view path, std::string_view method, object const& operation) {
  std::string upper{method};
  for (auto& c : upper) c = static_cast<char>(c - 32);
  fmt::format_to(
      std::back_inserter(page),
      "<h3 id=\"{}\"><span class=\"method\">{}</span><code>{}</code></h3>\n<p>{} <span class=\"quiet\">Who may: "
      "{}.</span></p>\n",
      text_at(operation, "operationId"), upper, escaped(path), text_at(operation, "summary"),
      text_at(operation, "x-waymark-demand"));
  write_parameters(page, operation);
  if (auto const* body = operation.if_contains("requestBody")) write_content(page, "Body", body->as_object());
  for (auto const& [status, answer] : operation.at("responses").as_object()) {
    if (status != "default")
      write_content(page, fmt::format("Answers {} with", std::string_view{status}), answer.as_object());
  }
}

void write_chapter(std::string& page, std::string_view tag, object const& paths) {
  fmt::format_to(std::back_inserter(page), "<h2 id=\"{0}\">{0}</h2>\n", escaped(tag));
  for (auto const& [path, methods] : paths) {
    for (auto const& [method, operation] : methods.as_object()) {
      if (operation.at("tags").at(0).as_string() == tag) write_operation(page, path, method, operation.as_object());
    }
  }
}

void write_shape(std::string& page, std::string_view name, object const& shape) {
  fmt::format_to(std::back_inserter(page), "<h3 id=\"shape-{0}\">{0}</h3>\n", escaped(name));
  auto const* properties = shape.if_contains("properties");
  if (!properties) {
    page += fmt::format("<p>{}</p>\n", type_of(shape));
    return;
  }
  auto const* required = shape.if_contains("required");
  page += "<table>\n";
  for (auto const& [field, schema] : properties->as_object()) {
    bool const must = required && std::ranges::count(required->as_array(), value(field)) > 0;
    page += row(field, must, type_of(schema), text_at(schema.as_object(), "description"));
  }
  page += "</table>\n";
}

}  // namespace

std::string docs_page(object const& openapi) {
  auto const& tags = openapi.at("tags").as_array();
  std::string page =
      "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
      "<meta name=\"viewport\" content=\"width=device-width\">\n<title>Waymark API</title>\n"
      "<link rel=\"stylesheet\" href=\"/api/docs.css\">\n</head>\n<body>\n<h1>Waymark API</h1>\n";
  fmt::format_to(std::back_inserter(page),
                 "<p class=\"quiet\">Version {}. For programs: <a href=\"/api/openapi.json\">openapi.json</a></p>\n",
                 text_at(openapi.at("info").as_object(), "version"));
  page += introduction;
  page += "<nav aria-label=\"Chapters\"><ul>\n";
  for (auto const& tag : tags)
    page += fmt::format("<li><a href=\"#{0}\">{0}</a></li>\n", text_at(tag.as_object(), "name"));
  page += "<li><a href=\"#shapes\">shapes</a></li>\n</ul></nav>\n<main>\n";
  for (auto const& tag : tags) write_chapter(page, tag.at("name").as_string(), openapi.at("paths").as_object());
  page += "<h2 id=\"shapes\">shapes</h2>\n";
  for (auto const& [name, shape] : openapi.at("components").at("schemas").as_object())
    write_shape(page, name, shape.as_object());
  return page + "</main>\n</body>\n</html>\n";
}

}  // namespace waymark::rest
