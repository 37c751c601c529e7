#include "core/base/day.hpp"

#include <algorithm>
#include <chrono>

namespace waymark::base {
namespace {

namespace chrono = std::chrono;

chrono::sys_days as_sys(Day day) {
  return chrono::sys_days(chrono::days(day.number()));
}

Day as_day(chrono::year_month_day date) {
  return Day(static_cast<std::int32_t>(chrono::sys_days(date).time_since_epoch().count()));
}

int digits(std::string_view text) {
  int value = 0;
  for (char c : text) value = value * 10 + (c - '0');
  return value;
}

bool has_form(std::string_view text) {
  if (text.size() != 10) return false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    bool const dash = i == 4 || i == 7;
    if (dash ? text[i] != '-' : text[i] < '0' || text[i] > '9') return false;
  }
  return true;
}

}  // namespace

std::optional<Day> Day::parse(std::string_view text) {
  if (!has_form(text)) return std::nullopt;
  auto const date = chrono::year(digits(text.substr(0, 4))) /
                    chrono::month(static_cast<unsigned>(digits(text.substr(5, 2)))) /
                    chrono::day(static_cast<unsigned>(digits(text.substr(8, 2))));
  if (!date.ok() || date.year() < chrono::year(1)) return std::nullopt;
  return as_day(date);
}

std::string Day::to_string() const {
  // By hand: a board writes dozens of days.
  chrono::year_month_day const date(as_sys(*this));
  std::string text = "0000-00-00";
  auto const put = [&text](std::size_t last, unsigned number) {
    for (; number > 0; number /= 10) text[last--] = static_cast<char>('0' + number % 10);
  };
  put(3, static_cast<unsigned>(static_cast<int>(date.year())));
  put(6, static_cast<unsigned>(date.month()));
  put(9, static_cast<unsigned>(date.day()));
  return text;
}

int Day::weekday() const {
  return static_cast<int>(chrono::weekday(as_sys(*this)).iso_encoding());
}

Day Day::plus_months(int months) const {
  chrono::year_month_day const date(as_sys(*this));
  auto const month = date.year() / date.month() + chrono::months(months);
  auto const last = (month / chrono::last).day();
  return as_day(month / std::min(date.day(), last));
}

}  // namespace waymark::base
