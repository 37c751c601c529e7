#pragma once

#include <string>
#include <string_view>

// Texts as people compare them who typed them twice. Expects valid UTF-8.
namespace waymark::base {

// The text without surrounding space and with every inner run of space made one.
std::string collapsed(std::string_view text);

// What two texts have in common that differ in case, spacing or a final full stop only.
std::string normalised(std::string_view text);

}  // namespace waymark::base
