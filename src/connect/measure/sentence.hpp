#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "okr/rules/score.hpp"

namespace waymark::connect {

/// A word, a number or a sign of a sentence. A number carries its value with its unit taken in.
struct Token {
  enum class Type { word, number, sign, edge };  // edge: what stands before the first and after the last, without text

  Type type = Type::word;
  std::string text;    // as written
  std::string folded;  // lower case
  int depth = 0;       // how many brackets it stands in
  int clause = 0;      // which stretch between commas, full stops and colons it stands in
  int sentence = 0;    // the same for full stops and semicolons
  bool touches_previous = false;

  // Numbers only:
  double value = 0;
  double factor = 1;  // 1000 for "k"; already in the value
  okr::Kind kind = okr::Kind::number;
  std::string unit;
  bool or_more = false;  // "500+"
  bool usable = true;    // false for years, dates, versions, ranges, fractions and other names that hold digits

  bool is_number() const { return type == Type::number; }
};

/// Splits a sentence and decides which of its numbers are quantities.
std::vector<Token> tokens_of(std::string_view sentence);

}  // namespace waymark::connect
