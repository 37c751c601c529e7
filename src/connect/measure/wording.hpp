#pragma once

#include <optional>
#include <string>

namespace waymark::connect {

/// The figures that a key result has; what is left out is not compared.
struct Figures {
  std::optional<double> baseline;
  std::optional<double> target;
  std::optional<double> low;
  std::optional<double> high;
};

/// The sentence with its numbers as the measure has them now. Nothing where they agree, where the sentence states no
/// measure, or where it cannot be reworded by putting numbers in place of numbers. [CONNECT-29]
std::optional<std::string> reworded(std::string const& sentence, Figures const& now);

}  // namespace waymark::connect
