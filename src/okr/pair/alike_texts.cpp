#include "okr/pair/alike_texts.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <set>

#include "okr/rules/likeness.hpp"

namespace waymark::okr {
namespace {

using namespace std::string_view_literals;

constexpr double alike_from = 0.7;
constexpr std::int64_t words_at_least = 3;
constexpr std::size_t common = 60;
constexpr std::size_t plan_of_many = 3;

// Which way, how far and by when; the beginnings of words, as longer_words() answers them.
constexpr std::array ways{
    "lower"sv,  "lift"sv,   "grow"sv,   "bring"sv,  "keep"sv,   "hold"sv,   "stay"sv,   "improv"sv, "decrea"sv,
    "achiev"sv, "make"sv,   "halve"sv,  "double"sv, "above"sv,  "below"sv,  "under"sv,  "over"sv,   "least"sv,
    "most"sv,   "both"sv,   "percen"sv, "instea"sv, "steige"sv, "erhöhe"sv, "anhebe"sv, "halten"sv, "bleibe"sv,
    "bringe"sv, "verbes"sv, "verrin"sv, "reduzi"sv, "verkür"sv, "erreic"sv, "machen"sv, "über"sv,   "unter"sv,
    "mindes"sv, "höchst"sv, "prozen"sv, "statt"sv,  "beide"sv,  "halbie"sv, "verdop"sv, "heben"sv};

std::int64_t count_shared(std::vector<std::size_t> const& a, std::vector<std::size_t> const& b) {
  std::int64_t shared = 0;
  for (auto one = a.begin(), other = b.begin(); one != a.end() && other != b.end();) {
    if (*one == *other) {
      ++shared;
      ++one;
      ++other;
    } else if (*one < *other) {
      ++one;
    } else {
      ++other;
    }
  }
  return shared;
}

bool is_alike(std::int64_t shared, std::size_t words, std::size_t others) {
  auto const both = static_cast<double>(words + others);
  auto const same = 2 * static_cast<double>(shared) >= both;
  return 2 * static_cast<double>(shared) >= alike_from * both &&
         (shared >= words_at_least || (same && shared == words_at_least - 1));
}

// Does `naming` hold something that the other text does not say?
bool names_itself(std::vector<std::size_t> const& naming, std::vector<std::size_t> const& other) {
  return std::ranges::any_of(naming, [&](auto word) { return !std::ranges::binary_search(other, word); });
}

}  // namespace

std::vector<std::string> measured_words(std::string_view text) {
  std::vector<std::string> words;
  for (auto const& word : longer_words(text)) {
    if (std::ranges::find(ways, word) == ways.end()) words.push_back(word);
  }
  return words;
}

std::size_t AlikeTexts::number(std::string const& word) {
  auto const [place, fresh] = numbers_.try_emplace(word, with_word_.size());
  if (fresh) with_word_.emplace_back();
  return place->second;
}

std::set<std::string> const& AlikeTexts::names_of(std::int64_t owner, std::string_view name) {
  auto const [place, fresh] = names_.try_emplace(owner);
  if (fresh) place->second = longer_words(name);
  return place->second;
}

void AlikeTexts::add(std::string_view text, std::int64_t owner, std::string_view owner_name) {
  Text one{{}, {}, owner};
  auto const& named = names_of(owner, owner_name);
  for (auto const& word : measured_words(text)) {
    auto const id = number(word);
    one.words.push_back(id);
    if (named.contains(word)) one.naming.push_back(id);
    with_word_[id].push_back(texts_.size());
  }
  std::ranges::sort(one.words);
  texts_.push_back(std::move(one));
}

// Two alike texts share one at least of the words of each that remain when as many are left out as they may differ in:
// looking at the rarest of them finds all.
std::vector<AlikeTexts::Shared> AlikeTexts::all_alike(std::size_t text) const {
  auto const& own = texts_[text];
  auto rarest = own.words;
  std::ranges::sort(rarest, {}, [&](auto word) { return std::pair{with_word_[word].size(), word}; });
  auto const must_share =
      static_cast<std::size_t>(std::ceil(alike_from * static_cast<double>(rarest.size()) / (2 - alike_from) - 1e-9));
  rarest.resize(std::min(rarest.size(), rarest.size() - must_share + 1));
  std::vector<std::size_t> candidates;
  for (auto const word : rarest) {
    auto const& found = with_word_[word];
    if (found.size() <= common) candidates.insert(candidates.end(), found.begin(), found.end());
  }
  std::ranges::sort(candidates);
  auto const twice = std::ranges::unique(candidates);
  candidates.erase(twice.begin(), twice.end());
  std::vector<Shared> alike;
  for (auto const other : candidates) {
    auto const& theirs = texts_[other];
    if (theirs.owner == own.owner) continue;
    auto const shared = count_shared(own.words, theirs.words);
    if (!is_alike(shared, own.words.size(), theirs.words.size())) continue;
    if (names_itself(own.naming, theirs.words) && names_itself(theirs.naming, own.words)) continue;
    alike.push_back({other, shared, std::ssize(own.words), std::ssize(theirs.words)});
  }
  std::ranges::stable_sort(alike, [](auto const& a, auto const& b) {
    return a.words * (b.of + b.of_other) > b.words * (a.of + a.of_other);
  });
  return alike;
}

bool AlikeTexts::is_plan_of_many(std::vector<Shared> const& alike) const {
  std::set<std::int64_t> owners;
  for (auto const& one : alike) owners.insert(texts_[one.other].owner);
  return owners.size() >= plan_of_many;
}

std::vector<AlikeTexts::Shared> AlikeTexts::alike(std::size_t text) const {
  auto all = all_alike(text);
  if (is_plan_of_many(all)) return {};
  std::erase_if(all, [&](auto const& one) { return is_plan_of_many(all_alike(one.other)); });
  return all;
}

}  // namespace waymark::okr
