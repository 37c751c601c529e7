#include "connect/measure/numeral.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>
#include <string>

#include "core/base/text.hpp"

namespace waymark::connect {
namespace {

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

struct Named {
  std::string_view word;
  std::string_view unit;
};

constexpr std::array<Named, 44> units = {{{"percent", "%"},
                                          {"prozent", "%"},
                                          {"pp", "points"},
                                          {"points", "points"},
                                          {"point", "points"},
                                          {"pts", "points"},
                                          {"punkte", "points"},
                                          {"h", "h"},
                                          {"hr", "h"},
                                          {"hrs", "h"},
                                          {"hour", "h"},
                                          {"hours", "h"},
                                          {"stunde", "h"},
                                          {"stunden", "h"},
                                          {"ms", "ms"},
                                          {"s", "s"},
                                          {"sec", "s"},
                                          {"secs", "s"},
                                          {"second", "s"},
                                          {"seconds", "s"},
                                          {"sekunde", "s"},
                                          {"sekunden", "s"},
                                          {"min", "min"},
                                          {"mins", "min"},
                                          {"minute", "min"},
                                          {"minutes", "min"},
                                          {"minuten", "min"},
                                          {"d", "days"},
                                          {"day", "days"},
                                          {"days", "days"},
                                          {"tag", "days"},
                                          {"tage", "days"},
                                          {"tagen", "days"},
                                          {"week", "weeks"},
                                          {"weeks", "weeks"},
                                          {"wochen", "weeks"},
                                          {"month", "months"},
                                          {"months", "months"},
                                          {"monate", "months"},
                                          {"year", "years"},
                                          {"years", "years"},
                                          {"jahre", "years"},
                                          {"millisekunden", "ms"},
                                          {"milliseconds", "ms"}}};

struct Scale {
  std::string_view word;
  double factor;
};

constexpr std::array<Scale, 17> scales = {{{"k", 1e3},
                                           {"K", 1e3},
                                           {"thousand", 1e3},
                                           {"Tsd", 1e3},
                                           {"M", 1e6},
                                           {"m", 1e6},
                                           {"mm", 1e6},
                                           {"MM", 1e6},
                                           {"mn", 1e6},
                                           {"mio", 1e6},
                                           {"mrd", 1e9},
                                           {"Mio", 1e6},
                                           {"million", 1e6},
                                           {"B", 1e9},
                                           {"bn", 1e9},
                                           {"billion", 1e9},
                                           {"Mrd", 1e9}}};

/// A cursor over the text of one number.
class Scanner {
 public:
  Scanner(std::string_view text, bool german) : text_(text), german_(german) {}

  char at(std::size_t ahead) const { return place_ + ahead < text_.size() ? text_[place_ + ahead] : '\0'; }
  bool starts(std::string_view wanted) const { return text_.substr(place_, wanted.size()) == wanted; }
  void skip(std::size_t count) { place_ += count; }
  std::size_t place() const { return place_; }

  // Digits with separators of thousands and decimals.
  double value() {
    std::string digits;
    for (;; skip(1)) {
      if (is_digit(at(0))) {
        digits += at(0);
      } else if (is_thousands_separator(at(0)) || take_wide_space(digits)) {
        continue;
      } else if (is_decimal_point(at(0)) && digits.find('.') == std::string::npos) {
        digits += '.';
      } else {
        return std::strtod(digits.c_str(), nullptr);
      }
    }
  }

  std::string_view letters() {
    auto const start = place_;
    while (is_letter(at(0))) skip(1);
    return text_.substr(start, place_ - start);
  }

  void rest_of_word() {
    while (is_letter(at(0)) || is_digit(at(0)) || ((at(0) == '.' || at(0) == '-' || at(0) == '/') && is_digit(at(1))))
      skip(1);
  }

  // "100 000": a space, plain or no-break, between groups of three. Leaves the place on its last byte.
  bool take_wide_space(std::string const& digits) {
    if (digits.empty() || digits.find('.') != std::string::npos || (!spaced_ && digits.size() > 3)) return false;
    for (std::string_view const space : {" ", "\xC2\xA0", "\xE2\x80\xAF"}) {
      if (!starts(space) || !ends_group(space.size())) continue;
      skip(space.size() - 1);
      return spaced_ = true;
    }
    return false;
  }

 private:
  bool three_digits_follow() const { return is_digit(at(1)) && is_digit(at(2)) && is_digit(at(3)) && !is_digit(at(4)); }
  // Do three digits stand there, and nothing that would make them a number of their own?
  bool ends_group(std::size_t first) const {
    auto const next = at(first + 3);
    return is_digit(at(first)) && is_digit(at(first + 1)) && is_digit(at(first + 2)) && !is_digit(next) &&
           !is_letter(next) && next != '%' && next != '/' && next != '.';
  }
  bool is_thousands_separator(char c) const { return c == (german_ ? '.' : ',') && three_digits_follow(); }
  bool is_decimal_point(char c) const {
    if (!is_digit(at(1))) return false;
    return c == '.' || (c == ',' && (german_ || !three_digits_follow()));
  }

  std::string_view text_;
  bool german_;
  std::size_t place_ = 0;
  bool spaced_ = false;
};

void read_fraction(Scanner& scan, Token& token) {
  scan.skip(1);
  auto const whole = scan.value();
  bool const is_scale = (whole == 5 || whole == 10 || whole == 100) && token.value <= whole;
  token.unit = is_scale ? "/" + std::to_string(static_cast<int>(whole)) : "";
  token.usable = is_scale && !(is_digit(scan.at(1)) && scan.at(0) == '/');
  if (!token.usable) scan.rest_of_word();
}

void read_ratio(Scanner& scan, Token& token) {
  scan.skip(1);
  token.kind = okr::Kind::ratio;
  token.usable = token.value == 1;  // "1:3", not the time 10:30
  token.unit = "1:x";
  token.value = scan.value();
}

void read_suffix(Scanner& scan, Token& token) {
  auto const word = scan.letters();
  if (is_digit(scan.at(0)) || (scan.at(0) == '-' && is_letter(scan.at(1)))) token.usable = false;
  if (auto const factor = factor_of(word); factor != 1) {
    token.factor = factor;
    token.value *= factor;
  } else if (auto const unit = unit_of(base::folded(word)); !unit.empty()) {
    token.unit = unit;
  } else {
    token.usable = false;  // 1st, 2x, 201s
  }
  if (!token.usable) scan.rest_of_word();
}

bool is_range_sign(Scanner const& scan, std::size_t& length) {
  for (std::string_view const sign : {"-", "~", "–", "−"}) {
    if (!scan.starts(sign)) continue;
    auto const next = scan.at(sign.size());
    length = sign.size();
    return is_digit(next) || is_letter(next) || next == '$';
  }
  return false;
}

}  // namespace

std::string_view unit_of(std::string_view folded_word) {
  auto const found = std::find_if(units.begin(), units.end(), [&](Named const& u) { return u.word == folded_word; });
  return found == units.end() ? std::string_view{} : found->unit;
}

double seconds_in(std::string_view unit) {
  constexpr std::array<Scale, 8> times = {{{"ms", 0.001},
                                           {"s", 1},
                                           {"min", 60},
                                           {"h", 3600},
                                           {"days", 86400},
                                           {"weeks", 604800},
                                           {"months", 2629800},
                                           {"years", 31557600}}};
  auto const found = std::find_if(times.begin(), times.end(), [&](Scale const& s) { return s.word == unit; });
  return found == times.end() ? 0 : found->factor;
}

double factor_of(std::string_view word) {
  auto const found = std::find_if(scales.begin(), scales.end(), [&](Scale const& s) { return s.word == word; });
  return found == scales.end() ? 1 : found->factor;
}

Token numeral(std::string_view text, bool german, std::size_t& length) {
  Scanner scan(text, german);
  Token token;
  token.type = Token::Type::number;
  token.value = scan.value();
  std::size_t range = 0;
  if (scan.at(0) == '.' && is_digit(scan.at(1))) token.usable = false, scan.rest_of_word();
  if (scan.at(0) == '/' && is_digit(scan.at(1)))
    read_fraction(scan, token);
  else if (scan.at(0) == ':' && is_digit(scan.at(1)))
    read_ratio(scan, token);
  else if (is_letter(scan.at(0)))
    read_suffix(scan, token);
  if (scan.at(0) == '%') token.kind = okr::Kind::percent, token.unit = "%", scan.skip(1);
  if (is_range_sign(scan, range)) token.usable = false, scan.skip(range), scan.rest_of_word();
  if (scan.at(0) == '+') token.or_more = true, scan.skip(1);
  length = scan.place();
  token.text = std::string(text.substr(0, length));
  return token;
}

}  // namespace waymark::connect
