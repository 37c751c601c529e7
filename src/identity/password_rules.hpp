#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace waymark::identity {

// Why this password would be guessed soon, as a sentence, or empty. `context`: words an attacker thinks of first, such
// as the person's name, the address and the organisation.
std::string weakness_of(std::string_view password, std::vector<std::string> const& context);

// The words of a text that are long enough to be recognised inside a password.
std::vector<std::string> words_of(std::string_view text);

// The words that passwords are most often made of.
std::vector<std::string_view> const& common_words();

inline constexpr std::size_t shortest_password = 12;
inline constexpr std::size_t longest_password = 256;

}  // namespace waymark::identity
