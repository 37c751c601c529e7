#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "connect/measure/context.hpp"
#include "connect/measure/measure.hpp"
#include "connect/measure/sentence.hpp"

namespace waymark::connect {

/// One reading of one number of a sentence.
struct Candidate {
  std::size_t index = 0;  // of the number's token
  Measure measure;
  bool relative = false;  // "by 20 %"
  bool weak = false;      // stands in a side remark: counts only when there is no other
};

/// How far what is meant lies from the number that stands there: "fewer than 3 incidents" are at most 2, "more than 5"
/// at least 6. 0 of what is measured and not counted, as nothing lies next to a limit of 3 %.
double beside(std::vector<Token> const& tokens, std::size_t index, Context const& context);

/// A measure that ends at this number.
Measure measure_to(Token const& number, okr::Direction direction);

/// "from A to B" whose B is the token at `end`.
std::optional<Candidate> pair_ending_at(std::vector<Token> const& tokens, std::size_t end);
/// "between A and B" whose B is the token at `end`.
std::optional<Candidate> range_ending_at(std::vector<Token> const& tokens, std::size_t end);
/// What one number says alone: a change, a level, a limit or a count.
std::optional<Candidate> reading_of(std::vector<Token> const& tokens, std::size_t index);

}  // namespace waymark::connect
