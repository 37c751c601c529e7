#include "connect/measure/quantity.hpp"

#include "connect/measure/numeral.hpp"
#include "connect/measure/words.hpp"

namespace waymark::connect {
namespace {

using Tokens = std::vector<Token>;

bool is_upper(char c) {
  return c >= 'A' && c <= 'Z';
}

bool is_year(Token const& t) {
  bool const bare = t.unit.empty() && t.factor == 1 && t.text.size() == 4;
  return bare && t.value >= 1990 && t.value <= 2099;
}

bool is_time(Token const& t) {
  return seconds_in(t.unit) > 0;
}

// "Rails 5", "Phase 2", "SOC 2": a name followed by its number.
bool names_a_thing(Token const& before, Token const& number, bool opens) {
  if (before.type != Token::Type::word || !number.unit.empty() || number.factor != 1) return false;
  auto const& word = before.folded;
  if (opens && words::in(words::make, word)) return false;  // "Release 3 features"
  if (words::in(words::labels, word)) return true;
  if (number.or_more) return false;
  bool const known = words::in(words::make, word) || words::in(words::reach, word) || words::in(words::up, word) ||
                     words::in(words::down, word) || words::in(words::keep, word) || words::in(words::improve, word) ||
                     words::in(words::metrics, word) || words::in(words::fillers, word) ||
                     words::in(words::place_prepositions, word);
  bool const is_preposition = words::in(
      " by um at least most than minimum maximum under below above mindestens höchstens unter über maximal ", word);
  return is_upper(before.text.front()) && !known && !is_preposition;
}

bool is_qualifier_of_time(Token const& before, Token const& number) {
  return is_time(number) &&
         words::in(
             " within in for after every each per last next past rolling previous innerhalb binnen pro nach older ",
             before.folded);
}

void judge(Tokens& tokens, std::size_t i) {
  auto& number = tokens[i];
  static Token const edge = [] {
    Token none;
    none.type = Token::Type::edge;
    return none;
  }();
  auto const& before = i > 0 ? tokens[i - 1] : edge;
  auto const& after = i + 1 < tokens.size() ? tokens[i + 1] : edge;
  bool const opens = i == 1 || (i > 1 && tokens[i - 2].clause != before.clause);
  bool const is_date =
      number.unit.empty() && (words::in(words::months, after.folded) || words::in(words::months, before.folded) ||
                              (before.text == "." && i > 1 && words::in(words::months, tokens[i - 2].folded)));
  bool const is_reference = number.touches_previous && words::in(" # % & / : - _ ", before.text);
  bool const is_done = number.kind == okr::Kind::percent &&
                       words::in(" complete completed done finished discount off rabatt ", after.folded);
  bool const is_label = after.text == ":" && after.touches_previous && number.unit.empty();
  bool const is_multiple = words::in(" times x × fold ", after.folded);
  bool const is_360 = number.text == "360" && words::in(" feedback process review degree ", after.folded);
  bool const is_ordinal = after.text == "." && number.unit.empty() && i + 2 < tokens.size() &&
                          words::in(words::months, tokens[i + 2].folded);
  bool const counts_periods = words::in(" per every each ", before.folded);
  if (is_year(number) || is_date || is_reference || is_done || is_label || is_multiple || is_360 || is_ordinal ||
      counts_periods || names_a_thing(before, number, opens) || is_qualifier_of_time(before, number)) {
    number.usable = false;
  }
}

}  // namespace

void mark_names(std::vector<Token>& tokens) {
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    if (tokens[i].is_number()) judge(tokens, i);
  }
}

}  // namespace waymark::connect
