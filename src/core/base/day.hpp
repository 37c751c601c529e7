#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace waymark::base {

inline constexpr std::int64_t ms_per_day = 86'400'000;

// A calendar day without a time or a zone, counted from 1970-01-01. Written as "2026-03-31".
class Day {
 public:
  constexpr Day() = default;
  constexpr explicit Day(std::int32_t number) : number_(number) {}

  // Only the exact form YYYY-MM-DD of a day that exists, years 0001 to 9999.
  static std::optional<Day> parse(std::string_view text);

  constexpr std::int32_t number() const { return number_; }
  constexpr std::int64_t start_ms() const { return number_ * ms_per_day; }  // its midnight in UTC
  std::string to_string() const;

  // 1 Monday … 7 Sunday, as in ISO 8601.
  int weekday() const;

  // The same day of a later (or earlier) month; the last day of that month where it is shorter.
  Day plus_months(int months) const;

  constexpr auto operator<=>(Day const&) const = default;

  friend constexpr Day operator+(Day day, std::int32_t days) { return Day(day.number_ + days); }
  friend constexpr Day operator-(Day day, std::int32_t days) { return Day(day.number_ - days); }
  friend constexpr std::int32_t operator-(Day later, Day earlier) { return later.number_ - earlier.number_; }

 private:
  std::int32_t number_ = 0;
};

// The UTC day that holds this instant, also before 1970.
constexpr Day day_of(std::int64_t utc_ms) {
  auto const days = utc_ms / ms_per_day;
  return Day(static_cast<std::int32_t>(utc_ms % ms_per_day < 0 ? days - 1 : days));
}

}  // namespace waymark::base
