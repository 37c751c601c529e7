#include "connect/measure/wording.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "connect/measure/measure.hpp"
#include "connect/measure/sentence.hpp"

namespace waymark::connect {
namespace {

using Said = std::optional<double>;

bool differ(Said const& said, Said const& now) {
  return said && now && *said != *now;
}

// As the number in its place was written: with the same decimal sign, and without the thousands it may have had.
std::string written_like(std::string const& before, double value) {
  auto text = fmt::format("{:.6f}", value);
  text.erase(text.find_last_not_of('0') + 1);
  if (text.back() == '.') text.pop_back();
  auto const comma = before.find(',') != std::string::npos && before.find('.') == std::string::npos;
  if (comma) std::replace(text.begin(), text.end(), '.', ',');
  return text;
}

std::size_t digits_of(std::string const& text) {
  auto const length = text.find_first_not_of("0123456789.,-", 0);
  return length == std::string::npos ? text.size() : length;
}

// Puts `now` in place of the number that says `said`; the last one, as a target stands behind its start.
bool put(std::string& sentence, double said, double now) {
  auto const tokens = tokens_of(sentence);
  std::optional<std::size_t> place;
  Token found;
  std::size_t cursor = 0;
  for (auto const& token : tokens) {
    auto const at = sentence.find(token.text, cursor);
    if (at == std::string::npos) continue;
    cursor = at + token.text.size();
    if (!token.is_number() || !token.usable || token.value != said) continue;
    place = at;
    found = token;
  }
  if (!place) return false;
  auto const digits = digits_of(found.text);
  auto const before = found.text.substr(0, digits);
  sentence.replace(*place, digits, written_like(before, now / found.factor));
  return true;
}

// What a sentence states itself: a count begins at 0 without saying so.
Figures stated(std::string const& sentence, Measure const& measure) {
  auto const tokens = tokens_of(sentence);
  auto const stands = [&](double value) {
    return std::ranges::any_of(tokens, [&](auto const& token) { return token.is_number() && token.value == value; });
  };
  Figures figures{.baseline = measure.baseline, .target = {}, .low = measure.low, .high = measure.high};
  if (figures.baseline && !stands(*figures.baseline)) figures.baseline.reset();
  if (!measure.low && !measure.high) figures.target = measure.target;
  return figures;
}

bool agrees(Figures const& said, Figures const& now) {
  return !differ(said.baseline, now.baseline) && !differ(said.target, now.target) && !differ(said.low, now.low) &&
         !differ(said.high, now.high);
}

}  // namespace

std::optional<std::string> reworded(std::string const& sentence, Figures const& now) {
  auto const measure = measure_of(sentence);
  if (!measure.has_measure || measure.of_change) return std::nullopt;
  auto const said = stated(sentence, measure);
  if (agrees(said, now)) return std::nullopt;
  auto words = sentence;
  auto const as_it_stands = [&](Said figure) { return figure ? Said{*figure - measure.beside} : figure; };
  std::array<std::pair<Said, Said>, 4> const pairs{{{as_it_stands(said.target), as_it_stands(now.target)},
                                                    {said.high, now.high},
                                                    {said.low, now.low},
                                                    {said.baseline, now.baseline}}};
  for (auto const& [was, is] : pairs) {
    if (differ(was, is) && !put(words, *was, *is)) return std::nullopt;
  }
  auto const says = measure_of(words);
  if (!says.has_measure || says.unit != measure.unit || !agrees(stated(words, says), now)) return std::nullopt;
  return words;
}

}  // namespace waymark::connect
