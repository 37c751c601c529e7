#include "api/pattern.hpp"

#include <fmt/format.h>

#include <boost/json/serialize.hpp>
#include <cmath>

#include "core/base/id.hpp"

namespace waymark::testing {
namespace {

namespace json = boost::json;

std::string text_of(json::value const& value) {
  return value.is_string() ? std::string{value.get_string()} : json::serialize(value);
}

bool is_time(json::value const& value) {
  return value.is_int64() && value.get_int64() > 1'300'000'000'000;
}
bool is_id(json::value const& value) {
  return value.is_string() && base::id_of(std::string_view{value.get_string()}).has_value();
}

bool same(json::value const& expected, json::value const& actual) {
  if (expected.is_number() && actual.is_number()) {
    return std::abs(expected.to_number<double>() - actual.to_number<double>()) < 1e-9;
  }
  return expected == actual;
}

std::string joined(std::string const& path, std::string_view name) {
  return path.empty() ? std::string{name} : fmt::format("{}.{}", path, name);
}

std::string place(std::string const& path) {
  return path.empty() ? "the answer" : path;
}

std::string shown(json::value const& value) {
  auto text = json::serialize(value);
  return text.size() > 160 ? text.substr(0, 160) + "…" : text;
}

}  // namespace

std::string filled(std::string_view text, Memory const& memory) {
  std::string result;
  while (!text.empty()) {
    auto const open = text.find('<');
    auto const close = open == std::string_view::npos ? open : text.find('>', open);
    if (close == std::string_view::npos) break;
    auto const known = memory.find(text.substr(open + 1, close - open - 1));
    result += text.substr(0, open);
    result += known == memory.end() ? text.substr(open, close - open + 1) : std::string_view{known->second};
    text.remove_prefix(close + 1);
  }
  result += text;
  return result;
}

bool fits(std::string_view pattern, std::string_view line, Memory& memory) {
  while (!pattern.empty()) {
    auto const open = pattern.find('<');
    auto const close = open == std::string_view::npos ? open : pattern.find('>', open);
    if (close == std::string_view::npos) break;
    if (!line.starts_with(pattern.substr(0, open))) return false;
    line.remove_prefix(open);
    auto const name = pattern.substr(open + 1, close - open - 1);
    pattern.remove_prefix(close + 1);
    auto const here = pattern.empty() ? line : line.substr(0, line.find(pattern.front()));
    auto const [known, fresh] = memory.emplace(name, here);
    if (!line.starts_with(known->second)) return false;
    line.remove_prefix(known->second.size());
  }
  return line == pattern;
}

std::vector<std::string> Pattern::differences(json::value const& value, Memory& memory) const {
  std::vector<std::string> found;
  compare(value, "", memory, found);
  return found;
}

void Pattern::compare(json::value const& value, std::string const& path, Memory& memory,
                      std::vector<std::string>& out) const {
  auto const differs = [&](std::string const& expected) {
    out.push_back(fmt::format("{}: expected {}, got {}", place(path), expected, shown(value)));
  };
  switch (kind_) {
    case Kind::any: return;
    case Kind::time: return is_time(value) ? void() : differs("a time");
    case Kind::id: return is_id(value) ? void() : differs("an id");
    case Kind::object: return compare_object(value, path, memory, out);
    case Kind::list: return compare_list(value, path, memory, out);
    case Kind::name: {
      auto const [known, fresh] = memory.emplace(name_, text_of(value));
      if (!fresh && known->second != text_of(value)) differs(fmt::format("<{}> ({})", name_, known->second));
      return;
    }
    case Kind::value: {
      bool const texts = value_.is_string() && value.is_string();
      bool const alike = texts ? fits(value_.get_string(), value.get_string(), memory) : same(value_, value);
      if (!alike) differs(texts ? filled(shown(value_), memory) : shown(value_));
      return;
    }
  }
}

Pattern const* Pattern::member(std::string_view name) const {
  for (auto const& [known, pattern] : members_) {
    if (known == name) return &pattern;
  }
  return nullptr;
}

void Pattern::compare_object(json::value const& value, std::string const& path, Memory& memory,
                             std::vector<std::string>& out) const {
  auto const* object = value.if_object();
  if (!object) return out.push_back(fmt::format("{}: expected an object, got {}", place(path), shown(value)));
  for (auto const& [name, pattern] : members_) {
    auto const* field = object->if_contains(name);
    if (field) {
      pattern.compare(*field, joined(path, name), memory, out);
    } else {
      out.push_back(fmt::format("{}: is missing", joined(path, name)));
    }
  }
  if (open_) return;
  for (auto const& [name, field] : *object) {
    if (!member(name)) out.push_back(fmt::format("{}: is not expected: {}", joined(path, name), shown(field)));
  }
}

void Pattern::compare_list(json::value const& value, std::string const& path, Memory& memory,
                           std::vector<std::string>& out) const {
  auto const* list = value.if_array();
  if (!list) return out.push_back(fmt::format("{}: expected a list, got {}", place(path), shown(value)));
  if (open_ ? list->size() < items_.size() : list->size() != items_.size()) {
    out.push_back(fmt::format("{}: expected {}{} items, got {}", place(path), open_ ? "at least " : "", items_.size(),
                              list->size()));
  }
  for (std::size_t i = 0; i < std::min(items_.size(), list->size()); ++i) {
    items_[i].compare((*list)[i], fmt::format("{}[{}]", path, i), memory, out);
  }
}

}  // namespace waymark::testing
