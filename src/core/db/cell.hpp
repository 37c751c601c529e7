#pragma once

#include <boost/describe.hpp>
#include <concepts>
#include <cstdint>
#include <optional>
#include <stdexcept>
#include <string>
#include <type_traits>

#include "core/base/day.hpp"
#include "core/base/id.hpp"

// How a C++ type is kept in a column: BIGINT, DOUBLE PRECISION or TEXT, and nothing else. What a column holds and its
// type cannot say is a fault: nothing is made up in its place.
namespace waymark::db {

struct Unreadable : std::runtime_error {
  using std::runtime_error::runtime_error;
};

template <class T>
struct Cell;

template <class T>
requires(std::is_integral_v<T> && !std::is_same_v<T, bool>) struct Cell<T> {
  using Stored = long long;
  static Stored store(T value) { return value; }
  static T load(Stored stored) { return static_cast<T>(stored); }
};

template <>
struct Cell<bool> {
  using Stored = long long;
  static Stored store(bool value) { return value ? 1 : 0; }
  static bool load(Stored stored) { return stored != 0; }
};

template <>
struct Cell<double> {
  using Stored = double;
  static Stored store(double value) { return value; }
  static double load(Stored stored) { return stored; }
};

template <>
struct Cell<std::string> {
  using Stored = std::string;
  static Stored store(std::string_view value) { return Stored{value}; }
  static std::string const& load(Stored const& stored) { return stored; }
};

template <>
struct Cell<std::string_view> : Cell<std::string> {};
template <>
struct Cell<char const*> : Cell<std::string> {};
template <std::size_t N>
struct Cell<char[N]> : Cell<std::string> {};

// Text with bounds (json::Text) is text.
template <std::derived_from<std::string> T>
requires(!std::is_same_v<T, std::string>) struct Cell<T> : Cell<std::string> {
  static T load(Stored const& stored) { return T{stored}; }
};

// Enums are kept by their described names.
template <class E>
requires std::is_enum_v<E>
struct Cell<E> {
  using Stored = std::string;
  static Stored store(E value) { return boost::describe::enum_to_string(value, ""); }
  static E load(Stored const& stored) {
    E value{};
    if (boost::describe::enum_from_string(stored.c_str(), value)) return value;
    throw Unreadable{"the column says '" + stored + "', which is no name of its kind"};
  }
};

template <class Tag>
struct Cell<base::Id<Tag>> {
  using Stored = long long;
  static Stored store(base::Id<Tag> id) { return id.value; }
  static base::Id<Tag> load(Stored stored) { return {stored}; }
};

// Days are kept as ISO text: readable in any tool, and sorted as text.
template <>
struct Cell<base::Day> {
  using Stored = std::string;
  static Stored store(base::Day day) { return day.to_string(); }
  static base::Day load(Stored const& stored) {
    if (auto const day = base::Day::parse(stored)) return *day;
    throw Unreadable{"the column says '" + stored + "', which is no day"};
  }
};

}  // namespace waymark::db
