#include "core/json/schema.hpp"

#include <stdexcept>

#include "core/json/write.hpp"

namespace waymark::json {

std::string schema_name(std::string pretty) {
  auto const last_word = [](std::string_view name) {
    auto const colon = name.rfind("::");
    return std::string{colon == std::string_view::npos ? name : name.substr(colon + 2)};
  };
  auto const bracket = pretty.find('<');
  if (bracket == std::string::npos) return last_word(pretty);
  auto const inside = pretty.substr(bracket + 1, pretty.rfind('>') - bracket - 1);
  return last_word(std::string_view{pretty}.substr(0, bracket)) + "Of" + schema_name(inside);
}

void Schemas::keep(std::string const& name, std::string const& schema) {
  auto const [known, is_new] = named_.emplace(name, schema);
  if (!is_new && known->second != schema) throw std::logic_error("two shapes that differ are called " + name);
}

std::string nullable(std::string schema) {
  return fmt::format(R"({{"anyOf":[{},{{"type":"null"}}]}})", schema);
}

std::string quoted(std::string_view text) {
  return text_of(text);
}

}  // namespace waymark::json
