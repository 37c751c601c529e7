#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>

namespace waymark::json {

// Text with its bounds in code points, said where the field is declared. White space at both ends is taken off when it
// is read.
template <std::size_t Min, std::size_t Max>
struct Text : std::string {
  using std::string::string;
  Text(std::string text) : std::string(std::move(text)) {}
  static constexpr std::size_t min = Min;
  static constexpr std::size_t max = Max;
};

// Text that is kept exactly as it came, white space and all: passwords.
template <std::size_t Min, std::size_t Max>
struct Verbatim : std::string {
  using std::string::string;
  Verbatim(std::string text) : std::string(std::move(text)) {}
  static constexpr std::size_t min = Min;
  static constexpr std::size_t max = Max;
};

template <std::int64_t Min, std::int64_t Max>
struct Int {  // a whole number from Min to Max, both included
  std::int64_t value{Min};
  Int() = default;
  Int(std::int64_t value) : value(value) {}
  operator std::int64_t() const { return value; }
  static constexpr std::int64_t min = Min;
  static constexpr std::int64_t max = Max;
};

// A measured figure: finite and within ±1e15, so that sums and differences stay exact enough to show.
struct Figure {
  double value{0};
  Figure() = default;
  Figure(double value) : value(value) {}
  operator double() const { return value; }
  static constexpr double most = 1e15;
};

// A field of an update: left out (keep it), null (clear it) or a value.
template <class T>
struct Change {
  bool given{false};
  std::optional<T> value;

  void apply_to(std::optional<T>& field) const {
    if (given) field = value;
  }
};

// JSON that was written before; goes out as it is.
struct Raw {
  std::string text;
};

}  // namespace waymark::json
