#include <fmt/format.h>

#include <functional>

#include "core/rest/route.hpp"

namespace waymark::rest::detail {

std::string entity_tag(std::optional<std::int64_t> version, std::string_view body) {
  auto const hash = std::hash<std::string_view>{}(body);
  return version ? fmt::format("\"{}-{:x}\"", *version, hash) : fmt::format("\"{:x}\"", hash);
}

}  // namespace waymark::rest::detail
