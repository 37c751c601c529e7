#include "connect/measure/sentence.hpp"

#include <algorithm>
#include <array>
#include <cstdint>

#include "connect/measure/numeral.hpp"
#include "connect/measure/quantity.hpp"
#include "connect/measure/words.hpp"
#include "core/base/text.hpp"

namespace waymark::connect {
namespace {

using Tokens = std::vector<Token>;

constexpr std::array<std::string_view, 16> wide_signs = {"→", "≥", "≤", "–", "—", "€", "£", "“",
                                                         "”", "„", "…", "•", "‘", "≈", "·", "−"};

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
bool is_space(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}
bool is_ascii_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}
bool starts_with(std::string_view text, std::string_view start) {
  return text.substr(0, start.size()) == start;
}

// Bytes of the sign at the front of the text, 0 if there is none.
std::size_t sign_length(std::string_view text) {
  auto const wide =
      std::find_if(wide_signs.begin(), wide_signs.end(), [&](auto sign) { return starts_with(text, sign); });
  if (wide != wide_signs.end()) return wide->size();
  for (std::string_view const pair : {"->", ">=", "<=", "=>"}) {
    if (starts_with(text, pair)) return 2;
  }
  auto const c = static_cast<unsigned char>(text.front());
  return c < 0x80 && !is_ascii_letter(text.front()) && !is_digit(text.front()) ? 1 : 0;
}

// Letters and digits, with the dots, dashes and apostrophes inside: "GitLab.com", "on-prem", "Q3", "v1.2", "team's".
std::size_t word_length(std::string_view text) {
  std::size_t length = 0;
  while (length < text.size()) {
    auto const rest = text.substr(length);
    bool const joins = std::string_view(".-'_").find(rest.front()) != std::string_view::npos && rest.size() > 1 &&
                       (is_ascii_letter(rest[1]) || is_digit(rest[1])) && !starts_with(rest, "->");
    if (sign_length(rest) != 0 && !joins) break;
    ++length;
  }
  return length;
}

bool speaks_german(std::string_view sentence) {
  static constexpr std::array<std::string_view, 17> signs = {
      " auf ", " um ",  " von ",  " unter ", " mindestens ", " höchstens ", " und ",    " zwischen ", " der ",
      " die ", " für ", " über ", "steiger", "erhöh",        "senken",      " umsatz ", " kunden "};
  auto const text = " " + base::folded(sentence) + " ";
  return std::any_of(signs.begin(), signs.end(), [&](auto sign) { return text.find(sign) != std::string::npos; });
}

/// Cuts a sentence into tokens and keeps count of brackets, clauses and sentences.
class Lexer {
 public:
  explicit Lexer(std::string_view text) : rest_(text), german_(speaks_german(text)) {}

  Tokens tokens() {
    while (!rest_.empty()) step();
    return std::move(tokens_);
  }

 private:
  void step() {
    if (is_space(rest_.front())) return drop(1), void(touches_ = false);
    if (starts_with(rest_, "\xC2\xA0")) return drop(2), void(touches_ = false);
    bool const positive = !touches_ && rest_.size() > 1 && rest_.front() == '+' && is_digit(rest_[1]);
    if (positive) drop(1);  // "+20" is 20
    bool const negative = !touches_ && rest_.size() > 1 && rest_.front() == '-' && is_digit(rest_[1]);
    if (negative || is_digit(rest_.front()) || is_bare_decimal()) return number(negative);
    if (auto const length = sign_length(rest_); length != 0) return sign(length);
    auto const length = std::max<std::size_t>(word_length(rest_), 1);
    Token token;
    token.text = rest_.substr(0, length);
    bool const shortened = words::in(" Mio Mrd Tsd ", token.text);
    add(std::move(token), length);
    if (shortened && starts_with(rest_, ".")) drop(1);
  }

  bool is_bare_decimal() const { return !touches_ && rest_.size() > 1 && rest_.front() == '.' && is_digit(rest_[1]); }

  void number(bool negative) {
    auto const skip = negative || is_bare_decimal() ? 1u : 0u;
    std::size_t length = 0;
    auto token = is_bare_decimal() ? numeral("0" + std::string(rest_), german_, length)
                                   : numeral(rest_.substr(skip), german_, length);
    if (is_bare_decimal()) length -= 2;
    if (negative) token.value = -token.value;
    token.text = rest_.substr(0, length + skip);
    add(std::move(token), length + skip);
  }

  void sign(std::size_t length) {
    Token token;
    token.type = Token::Type::sign;
    token.text = rest_.substr(0, length);
    auto const c = token.text;
    bool const ends = rest_.size() == length || is_space(rest_[length]);
    if (c == ")" || c == "]") depth_ = std::max(depth_ - 1, 0);
    add(std::move(token), length);
    if (c == "(" || c == "[") ++depth_;
    if (c == "," || c == "–" || c == "—" || (c == "-" && ends) || (c == ":" && ends)) ++clause_;
    if (c == ";" || c == "!" || c == "?" || (c == "." && ends)) ++clause_, ++sentence_;
  }

  void add(Token token, std::size_t length) {
    token.folded = base::folded(token.text);
    token.depth = depth_;
    token.clause = clause_;
    token.sentence = sentence_;
    token.touches_previous = touches_;
    tokens_.push_back(std::move(token));
    drop(length);
    touches_ = true;
  }

  void drop(std::size_t count) { rest_.remove_prefix(count); }

  std::string_view rest_;
  bool german_;
  Tokens tokens_;
  int depth_ = 0;
  int clause_ = 0;
  int sentence_ = 0;
  bool touches_ = false;
};

std::string_view currency_of(std::string_view word) {
  if (word == "$" || word == "usd" || word == "dollar" || word == "dollars") return "$";
  if (word == "€" || word == "eur" || word == "euro" || word == "euros") return "€";
  if (word == "£" || word == "gbp" || word == "pounds") return "£";
  return {};
}

void take_currency(Token& number, std::string_view sign) {
  number.kind = okr::Kind::currency;
  number.unit = sign;
}

// Lets a number take in the multiplier, unit or currency that stands after it; false when the next token is none.
bool take_in(Token& number, Token const& next) {
  if (next.type == Token::Type::sign && next.text == "+" && next.touches_previous) return number.or_more = true;
  if (auto const factor = factor_of(next.folded); factor != 1 && number.factor == 1 && next.folded.size() > 1) {
    number.factor = factor;
    number.value *= factor;
    return true;
  }
  if (!number.unit.empty()) return false;
  if (next.text == "%") {
    number.unit = "%";
  } else if (auto const sign = currency_of(next.folded); !sign.empty() && next.folded != "pounds") {
    take_currency(number, sign);
  } else {
    number.unit = unit_of(next.folded);
  }
  if (number.unit == "%") number.kind = okr::Kind::percent;
  return !number.unit.empty();
}

Tokens with_units(Tokens const& raw) {
  Tokens tokens;
  for (std::size_t i = 0; i < raw.size(); ++i) {
    auto token = raw[i];
    if (token.is_number()) {
      if (!tokens.empty() && !currency_of(tokens.back().folded).empty() && tokens.back().clause == token.clause) {
        take_currency(token, currency_of(tokens.back().folded));
        tokens.pop_back();
      }
      while (i + 1 < raw.size() && take_in(token, raw[i + 1])) ++i;
    }
    tokens.push_back(std::move(token));
  }
  return tokens;
}

}  // namespace

std::vector<Token> tokens_of(std::string_view sentence) {
  auto tokens = with_units(Lexer(sentence).tokens());
  mark_names(tokens);
  return tokens;
}

}  // namespace waymark::connect
