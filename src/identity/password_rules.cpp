#include "identity/password_rules.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <set>

#include "core/base/text.hpp"

namespace waymark::identity {
namespace {

constexpr std::array<std::string_view, 4> rows{"01234567890123456789", "abcdefghijklmnopqrstuvwxyz",
                                               "qwertyuiopasdfghjklzxcvbnm", "qwertzuiopasdfghjklyxcvbnm"};

bool is_letter(char c) {
  return static_cast<unsigned char>(c) >= 0x80 || (c >= 'a' && c <= 'z');
}

// Made of these words and next to nothing else? What is left when they are taken out counts, digits and signs do not.
bool is_made_of(std::string password, auto const& words) {
  auto const length = password.size();
  for (std::string_view const word : words) {
    for (auto at = password.find(word); at != std::string::npos; at = password.find(word, at))
      password.erase(at, word.size());
  }
  return password.size() < length && std::count_if(password.begin(), password.end(), is_letter) < 4;
}

bool is_along_a_row(std::string const& password) {
  std::string const backwards{password.rbegin(), password.rend()};
  return std::any_of(rows.begin(), rows.end(), [&](std::string_view row) {
    auto const twice = std::string{row} + std::string{row};
    return twice.find(password) != std::string::npos || twice.find(backwards) != std::string::npos;
  });
}

}  // namespace

std::vector<std::string> words_of(std::string_view text) {
  std::vector<std::string> words;
  std::string word;
  for (char const c : base::folded(text) + ' ') {
    if (is_letter(c) || (c >= '0' && c <= '9')) {
      word += c;
    } else {
      if (word.size() >= 4) words.push_back(word);
      word.clear();
    }
  }
  return words;
}

std::string weakness_of(std::string_view password, std::vector<std::string> const& context) {
  auto const length = base::letters(password);
  if (length < shortest_password) return fmt::format("must have at least {} characters", shortest_password);
  if (length > longest_password)
    return fmt::format("has {} characters; at most {} are allowed", length, longest_password);
  auto const folded = base::folded(password);
  if (std::set<char>(folded.begin(), folded.end()).size() < 4)
    return "repeats the same few characters; please choose another one";
  if (is_along_a_row(folded)) return "follows a row of keys; please choose another one";
  if (is_made_of(folded, context)) {
    return "is made of a name that others would try first; please choose another one";
  }
  auto const common = [&](std::string_view word) { return is_made_of(folded, std::array{word}); };
  if (std::any_of(common_words().begin(), common_words().end(), common)) {
    return "is made of a word that is used in very many passwords; please choose another one";
  }
  return {};
}

}  // namespace waymark::identity
