#include "okr/rules/sentence.hpp"

#include <algorithm>
#include <array>

#include "core/base/text.hpp"

namespace waymark::okr {
namespace {

using namespace std::string_view_literals;

struct Form {
  std::string_view opening;
  std::string_view measured;
  std::string_view last;
};

Form form(Language language) {
  return language == Language::de ? Form{"Wir wollen ", ", gemessen an ", " und "}
                                  : Form{"We will ", " as measured by ", " and "};
}

constexpr std::array openings{"we will "sv, "we want to "sv, "we "sv, "wir werden "sv, "wir wollen "sv, "wir "sv};

// German words that are small wherever they do not start a sentence; any other may be a noun.
constexpr std::array small_in_german{
    "der"sv,      "die"sv,   "das"sv,      "den"sv,        "dem"sv,     "des"sv,    "ein"sv,
    "eine"sv,     "einen"sv, "einem"sv,    "einer"sv,      "unser"sv,   "unsere"sv, "unseren"sv,
    "unserem"sv,  "alle"sv,  "jede"sv,     "jeden"sv,      "jeder"sv,   "mehr"sv,   "weniger"sv,
    "keine"sv,    "in"sv,    "im"sv,       "mit"sv,        "bei"sv,     "für"sv,    "zu"sv,
    "zum"sv,      "zur"sv,   "von"sv,      "vom"sv,        "auf"sv,     "an"sv,     "am"sv,
    "bis"sv,      "nach"sv,  "nur"sv,      "nicht"sv,      "erhöhe"sv,  "senke"sv,  "steigere"sv,
    "erreiche"sv, "halte"sv, "verkürze"sv, "verbessere"sv, "gewinne"sv, "werde"sv,  "sei"sv};

bool is_upper(char c) {
  return c >= 'A' && c <= 'Z';
}
char lower(char c) {
  return is_upper(c) ? static_cast<char>(c - 'A' + 'a') : c;
}

std::string lowered_ascii(std::string_view text) {
  std::string copy(text);
  std::ranges::transform(copy, copy.begin(), lower);
  return copy;
}

// "SLA", "iPhone" and "B2B" are names; so is the English "I".
bool is_plain_word(std::string_view word) {
  auto const marks = [](char c) { return is_upper(c) || (c >= '0' && c <= '9'); };
  return word != "I" && std::ranges::none_of(word.substr(1), marks);
}

std::string with_small_start(std::string_view text, Language language) {
  std::string part(text);
  auto const word = text.substr(0, text.find_first_of(" ,-'"));
  if (word.empty() || !is_upper(word.front()) || !is_plain_word(word)) return part;
  if (language == Language::de && std::ranges::find(small_in_german, lowered_ascii(word)) == small_in_german.end()) {
    return part;
  }
  part.front() = lower(part.front());
  return part;
}

std::string_view without_stop(std::string_view text) {
  text = base::trimmed(text);
  while (text.ends_with('.')) text = base::trimmed(text.substr(0, text.size() - 1));
  return text;
}

std::string_view without_opening(std::string_view text) {
  auto const start = lowered_ascii(text.substr(0, 12));
  for (auto opening : openings) {
    if (start.starts_with(opening)) return text.substr(opening.size());
  }
  return text;
}

}  // namespace

std::string sentence(std::string_view objective, std::span<std::string const> key_results, Language language) {
  auto const form = okr::form(language);
  std::string text(form.opening);
  text += with_small_start(without_opening(without_stop(objective)), language);
  for (std::size_t i = 0; i < key_results.size(); ++i) {
    text += i == 0 ? form.measured : i + 1 == key_results.size() ? form.last : ", "sv;
    text += with_small_start(without_stop(key_results[i]), language);
  }
  return text += '.';
}

}  // namespace waymark::okr
