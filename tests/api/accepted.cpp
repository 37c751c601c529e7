#include <fmt/format.h>

#include <algorithm>
#include <boost/json/serialize.hpp>

#include "api/pattern.hpp"
#include "core/base/id.hpp"

namespace waymark::testing {
namespace {

namespace json = boost::json;

constexpr std::size_t widest = 140;

std::string plain(json::value const& value, Memory const& memory) {
  if (value.is_string() && base::id_of(std::string_view{value.get_string()})) {
    auto const known = std::find_if(memory.begin(), memory.end(),
                                    [&](auto const& entry) { return entry.second == value.get_string(); });
    return known == memory.end() ? "[id]" : fmt::format("<{}>", known->first);
  }
  if (value.is_int64() && value.get_int64() > 1'300'000'000'000) return "[time]";
  if (value.is_double()) return fmt::format("{}", value.get_double());
  return json::serialize(value);
}

// "{…}" or "[…]" on one line where it fits, otherwise one part a line.
std::string bracketed(char open, std::vector<std::string> const& parts, char close, std::size_t indent) {
  auto const line = fmt::format("{}{}{}", open, fmt::join(parts, ", "), close);
  auto const has_lines = line.find('\n') != std::string::npos;
  if (!has_lines && line.size() + indent <= widest) return line;
  std::string const margin(indent + 2, ' ');
  return fmt::format("{}\n{}{}\n{}{}", open, margin, fmt::join(parts, ",\n" + margin), std::string(indent, ' '), close);
}

}  // namespace

bool Pattern::still_fits(json::value const& value) const {
  Memory nothing;
  return kind_ != Kind::value && kind_ != Kind::object && kind_ != Kind::list && differences(value, nothing).empty();
}

std::string Pattern::accepted(Pattern const* before, json::value const& value, Memory& memory, std::size_t indent) {
  if (before && before->kind_ == Kind::name && before->differences(value, memory).empty())
    return fmt::format("<{}>", before->name_);
  if (before && before->kind_ != Kind::name && before->still_fits(value)) {
    return before->kind_ == Kind::time ? "[time]" : before->kind_ == Kind::id ? "[id]" : "[any]";
  }
  if (before && before->kind_ == Kind::value && before->differences(value, memory).empty())
    return plain(before->value_, {});
  std::vector<std::string> parts;
  if (auto const* object = value.if_object()) {
    auto const* known = before && before->kind_ == Kind::object ? before : nullptr;
    for (auto const& [name, field] : *object) {
      auto const* expected = known ? known->member(name) : nullptr;
      if (known && known->open_ && !expected) continue;
      parts.push_back(
          fmt::format("{}: {}", json::serialize(json::value(name)), accepted(expected, field, memory, indent + 2)));
    }
    if (known && known->open_) parts.push_back("...");
    return bracketed('{', parts, '}', indent);
  }
  if (auto const* list = value.if_array()) {
    auto const* known = before && before->kind_ == Kind::list ? before : nullptr;
    for (std::size_t i = 0; i < list->size(); ++i) {
      auto const* expected = known && i < known->items_.size() ? &known->items_[i] : nullptr;
      if (known && known->open_ && !expected) break;
      parts.push_back(accepted(expected, (*list)[i], memory, indent + 2));
    }
    if (known && known->open_) parts.push_back("...");
    return bracketed('[', parts, ']', indent);
  }
  return plain(value, memory);
}

}  // namespace waymark::testing
