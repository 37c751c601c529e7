#pragma once

#include <cstddef>
#include <string_view>

#include "connect/measure/sentence.hpp"

namespace waymark::connect {

/// Reads the number at the front of the text with all that is attached to it ("2.5M", "95%", "4.5/5", "1:3.7",
/// "90-day", "10-12", "2x"). `length` tells how many bytes it took. `german` lets 1.000,5 be a thousand and a half.
Token numeral(std::string_view text, bool german, std::size_t& length);

/// "hours" → "h", "%" → "%"; empty for a word that is no unit of measure.
std::string_view unit_of(std::string_view folded_word);

/// Seconds in one "h", "min", "days" …; 0 for a unit that is no time.
double seconds_in(std::string_view unit);

/// 1000 for "k", "thousand" and "Tsd"; 1 for a word that is no multiplier.
double factor_of(std::string_view word);

}  // namespace waymark::connect
