#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace waymark::connect {

/// The number a cell holds: 12, -0.5, 1,200, 0,7, 70%, $2. Nothing for any other text.
std::optional<double> number_in(std::string_view cell);

/// The shortest text that reads back as the same number.
std::string number_text(double value);

}  // namespace waymark::connect
