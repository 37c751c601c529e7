#include "app/demo/calendar.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace waymark::app::demo {
namespace {

constexpr int quarter_weeks = 13;
constexpr int weeks_gone = 6;

// Quarters since year 0 of the day in the middle of a stretch that starts here.
int quarter_of(base::Day start) {
  auto const middle = (start + quarter_weeks * 7 / 2).to_string();
  return std::stoi(middle.substr(0, 4)) * 4 + (std::stoi(middle.substr(5, 2)) - 1) / 3;
}

std::string quarter_name(int quarter) {
  return fmt::format("Q{} {}", quarter % 4 + 1, quarter / 4);
}

Stretch quarter(base::Day start, int number) {
  return {quarter_name(number), start, start + (quarter_weeks * 7 - 1), quarter_weeks};
}

}  // namespace

Calendar::Calendar(base::Millis now) : now(now) {
  auto const today = base::day_of(now);
  auto const monday = today - (today.weekday() - 1);
  auto const start = monday - 7 * weeks_gone;
  auto const number = quarter_of(start);
  current = quarter(start, number);
  second = quarter(start - 7 * quarter_weeks, number - 1);
  first = quarter(start - 14 * quarter_weeks, number - 2);
  auto const first_year = (number - 2) / 4;
  auto const last_year = (number + 1) / 4;
  auto const name = first_year == last_year ? fmt::format("Plan {}", first_year)
                                            : fmt::format("Plan {}/{}", first_year, last_year % 100);
  year = {name, first.starts_on, first.starts_on + (4 * quarter_weeks * 7 - 1), 4 * quarter_weeks};
}

base::Millis office_hour(base::Day day, std::string_view whose) {
  constexpr base::Millis minute = 60'000;
  return day.start_ms() + (7 * 60 + 30 + 5 * dice(whose, 7)) * minute + dice(whose, 11) * 400;
}

int dice(std::string_view words, int salt) {
  std::uint32_t hash = 2166136261U + static_cast<std::uint32_t>(salt) * 977U;
  for (auto const c : words) hash = (hash ^ static_cast<unsigned char>(c)) * 16777619U;
  hash ^= hash >> 15;
  return static_cast<int>(hash % 100);
}

}  // namespace waymark::app::demo
