#pragma once

#include <compare>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace waymark::base {

// 13 letters of Crockford's base32, lower case: how a 64-bit id looks outside.
std::string id_text(std::int64_t id);

// The id behind 13 letters, or nothing. Upper case is understood; I, L and O are not.
std::optional<std::int64_t> id_of(std::string_view text);

// An id of one kind of thing; a PersonId is no TeamId. 0 is no id.
template <class Tag>
struct Id {
  std::int64_t value{0};

  explicit operator bool() const { return value != 0; }
  auto operator<=>(Id const&) const = default;
  std::string text() const { return id_text(value); }
};

// A new id: milliseconds since 2024 in the upper 42 bits, then a counter that starts at random. Sorted by time within a
// process, and unlikely to meet the ids of another one: 22 random bits a millisecond. Thread-safe.
std::int64_t new_id(std::int64_t now_ms);

}  // namespace waymark::base

template <class Tag>
struct std::hash<waymark::base::Id<Tag>> {
  std::size_t operator()(waymark::base::Id<Tag> id) const noexcept { return std::hash<std::int64_t>{}(id.value); }
};
