#pragma once

#include <array>
#include <map>
#include <string>

#include "core/json/shape.hpp"

namespace waymark::json {

void write(std::string& out, bool value);
void write(std::string& out, std::int64_t value);
void write(std::string& out, double value);  // the fewest digits that read back the same
void write(std::string& out, std::string_view text);
void write(std::string& out, base::Day day);
void write(std::string& out, Raw const& raw);

template <class T>
void write(std::string& out, T const& value);

// `,"name":` of a described member, made by the compiler.
template <class D>
inline constexpr auto member_key = [] {
  constexpr auto size = std::char_traits<char>::length(D::name);
  std::array<char, size + 4> key{};
  key[0] = ',';
  key[1] = '"';
  for (std::size_t i = 0; i < size; ++i) key[i + 2] = D::name[i];
  key[size + 2] = '"';
  key[size + 3] = ':';
  return key;
}();

template <Described T>
void write_members(std::string& out, T const& value) {
  out += '{';
  std::size_t comma = 1;  // the first key goes without it
  boost::mp11::mp_for_each<Members<T>>([&](auto D) {
    constexpr auto& key = member_key<decltype(D)>;
    out.append(key.data() + comma, key.size() - comma);
    write(out, value.*D.pointer);
    comma = 0;
  });
  out += '}';
}

template <class Range>
void write_items(std::string& out, Range const& items) {
  out += '[';
  bool first = true;
  for (auto const& item : items) {
    if (!first) out += ',';
    first = false;
    write(out, item);
  }
  out += ']';
}

// Appends `value` as JSON. Every described member is written; an empty optional is null.
template <class T>
void write(std::string& out, T const& value) {
  if constexpr (is_optional<T>::value) {
    if (value) {
      write(out, *value);
    } else {
      out += "null";
    }
  } else if constexpr (is_vector<T>::value) {
    write_items(out, value);
  } else if constexpr (is_id<T>::value) {
    write(out, std::string_view{value.text()});
  } else if constexpr (Enum<T>) {
    write(out, name_of(value));
  } else if constexpr (std::is_convertible_v<T const&, std::string_view>) {
    write(out, std::string_view{value});
  } else if constexpr (is_int<T>::value || std::is_integral_v<T>) {
    write(out, static_cast<std::int64_t>(value));
  } else if constexpr (std::is_same_v<T, Figure>) {
    write(out, value.value);
  } else {
    static_assert(Described<T>, "describe the struct with BOOST_DESCRIBE_STRUCT");
    write_members(out, value);
  }
}

template <class T>
std::string text_of(T const& value) {
  std::string out;
  write(out, value);
  return out;
}

}  // namespace waymark::json
