#include "okr/pair/pairs.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <limits>
#include <map>
#include <set>

#include "core/base/text.hpp"
#include "core/json/write.hpp"
#include "okr/pair/alike_texts.hpp"
#include "okr/rules/likeness.hpp"

namespace waymark::okr {
namespace {

using namespace std::string_view_literals;

constexpr std::size_t reasons_shown = 3;
constexpr std::int64_t words_alone = 4;  // fewer say nothing of key results that are not on one measure
constexpr std::size_t followers_most = 60;
constexpr std::size_t same_way_most = 3;  // owners that follow one KPI the same way

struct Place {
  std::size_t objective;
  std::size_t key_result;
};

// The values with which a key result has what it wants.
struct Span {
  double from = -std::numeric_limits<double>::infinity();
  double until = std::numeric_limits<double>::infinity();
};

std::optional<Span> wanted(Measure const& measure) {
  if (awaits_target(measure)) return std::nullopt;
  switch (measure.direction) {
    case Direction::rise:
    case Direction::stay_above: return Span{.from = measure.target};
    case Direction::fall:
    case Direction::stay_below: return Span{.until = measure.target};
    case Direction::stay_within: break;
  }
  if (!measure.low || !measure.high) return std::nullopt;
  return Span{*measure.low, *measure.high};
}

bool cannot_both(Measure const& a, Measure const& b) {
  auto const one = wanted(a);
  auto const other = wanted(b);
  return one && other && (one->from > other->until || other->from > one->until);
}

bool opposite_ways(Measure const& a, Measure const& b) {
  return (a.direction == Direction::rise && b.direction == Direction::fall) ||
         (a.direction == Direction::fall && b.direction == Direction::rise);
}

bool has_figures(PairKeyResult const& one) {
  return one.measure.kind != Kind::yes_no && one.measure.kind != Kind::milestones;
}

bool in_one_unit(PairKeyResult const& a, PairKeyResult const& b) {
  return has_figures(a) && has_figures(b) && base::folded(a.unit) == base::folded(b.unit);
}

// What starts elsewhere is measured of something else.
bool from_one_start(PairKeyResult const& a, PairKeyResult const& b) {
  auto const& one = a.measure.baseline;
  auto const& other = b.measure.baseline;
  return !one || !other || *one == *other;
}

// What must not get worse, where its words say which way that is.
std::optional<Direction> limit_said(std::string_view counter) {
  constexpr std::array up{"below"sv, "under"sv,     "at most"sv,       "not rise"sv,     "not grow"sv,
                          "unter"sv, "höchstens"sv, "nicht steigen"sv, "nicht wachsen"sv};
  constexpr std::array down{"above"sv, "at least"sv,   "not fall"sv,     "not drop"sv,
                            "über"sv,  "mindestens"sv, "nicht sinken"sv, "nicht fallen"sv};
  auto const said = base::folded(counter);
  auto const says = [&](auto const& words) {
    return std::ranges::any_of(words, [&](auto word) { return said.find(base::folded(word)) != std::string::npos; });
  };
  auto const low = says(up);
  auto const high = says(down);
  if (low == high) return std::nullopt;
  return low ? Direction::stay_below : Direction::stay_above;
}

PairPart part_of(PairKeyResult const& one, bool with_counter = false) {
  auto const figures = has_figures(one);
  return {one.id,
          one.title,
          one.measure.kind,
          one.measure.direction,
          figures ? stated_target(one.measure) : std::nullopt,
          figures ? one.measure.low : std::nullopt,
          figures ? one.measure.high : std::nullopt,
          one.unit,
          with_counter ? one.counter : ""};
}

class Finder {
 public:
  Finder(std::span<PairObjective const> objectives, std::optional<ObjectiveId> of) : all_{objectives}, of_{of} {
    for (std::size_t i = 0; i < all_.size(); ++i) {
      titles_.add(all_[i].title, all_[i].owner, all_[i].owner_name);
      for (std::size_t k = 0; k < all_[i].key_results.size(); ++k) read(i, k);
    }
  }

  std::vector<FoundPair> found() {
    for (std::size_t i = 0; i < all_.size(); ++i) {
      if (of_ && all_[i].id != *of_) continue;
      for (auto const& one : titles_.alike(i)) {
        if (comes_first(i, one.other)) alike(i, one.other, titles_reason(one));
      }
    }
    for (std::size_t i = 0; i < key_results_.size(); ++i) {
      if (of_ && all_[key_results_[i].objective].id != *of_) continue;
      for (auto const& one : words_.alike(i)) {
        if (comes_first(i, one.other)) compare(key_results_[i], key_results_[one.other], &one);
      }
    }
    for (auto const& [kpi, places] : followers_) compare_followers(places);
    for (auto const& [counter, key_result] : counters_) compare_counter(counter, key_result);
    return listed();
  }

 private:
  void read(std::size_t objective, std::size_t key_result) {
    auto const& owner = all_[objective];
    auto const& one = owner.key_results[key_result];
    key_results_.push_back({objective, key_result});
    words_.add(one.title, owner.owner, owner.owner_name);
    if (one.kpi_id) followers_[one.kpi_id->value].push_back({objective, key_result});
    if (limit_said(one.counter)) counters_.emplace_back(one.counter, Place{objective, key_result});
  }

  // Each pair is met from both sides, and told once.
  bool comes_first(std::size_t one, std::size_t other) const { return of_ || one < other; }

  PairKeyResult const& at(Place place) const { return all_[place.objective].key_results[place.key_result]; }

  void compare(Place a, Place b, AlikeTexts::Shared const* words) {
    if (all_[a.objective].owner == all_[b.objective].owner) return;
    auto const& one = at(a);
    auto const& other = at(b);
    bool const one_kpi = one.kpi_id && one.kpi_id == other.kpi_id;
    bool const one_unit = in_one_unit(one, other);
    bool const one_measure = one_kpi || (one_unit && from_one_start(one, other));
    if (words && one_kpi) return;  // met again among those that follow it
    if (words && !one_measure && (one_unit || words->words < words_alone)) return;
    PairReason reason{PairSign::same_kpi, part_of(one), part_of(other), one_kpi, 0, 0, 0};
    if (words) {
      reason.shared = words->words;
      reason.first_words = words->of;
      reason.second_words = words->of_other;
    }
    if (one_measure && cannot_both(one.measure, other.measure)) {
      reason.sign = PairSign::cannot_both;
      against(a.objective, b.objective, std::move(reason));
    } else if (one_measure && opposite_ways(one.measure, other.measure)) {
      reason.sign = PairSign::opposite_ways;
      against(a.objective, b.objective, std::move(reason));
    } else {
      if (words) reason.sign = PairSign::alike_key_results;
      alike(a.objective, b.objective, std::move(reason));
    }
  }

  void compare_followers(std::vector<Place> const& places) {
    if (places.size() > followers_most) return;
    std::set<std::int64_t> owners;
    for (auto const place : places) owners.insert(all_[place.objective].owner);
    for (std::size_t i = 0; i < places.size(); ++i) {
      for (std::size_t j = i + 1; j < places.size(); ++j) {
        if (of_ && all_[places[i].objective].id != *of_ && all_[places[j].objective].id != *of_) continue;
        auto const& one = at(places[i]).measure;
        auto const& other = at(places[j]).measure;
        bool const pull = cannot_both(one, other) || opposite_ways(one, other);
        if (pull || owners.size() <= same_way_most) compare(places[i], places[j], nullptr);
      }
    }
  }

  // The measure of a key result of somebody else that says what a counter says, and goes the other way.
  void compare_counter(std::string const& counter, Place place) {
    auto const words = measured_words(counter);
    auto const limit = limit_said(counter);
    if (words.size() < 2) return;
    for (auto const at_word : with_word(words)) {
      auto const other = key_results_[at_word];
      if (all_[other.objective].owner == all_[place.objective].owner) continue;
      if (of_ && all_[other.objective].id != *of_ && all_[place.objective].id != *of_) continue;
      auto const& theirs = at(other);
      auto const way = theirs.measure.direction;
      if (!has_figures(theirs) || !((way == Direction::rise && limit == Direction::stay_below) ||
                                    (way == Direction::fall && limit == Direction::stay_above)))
        continue;
      auto const measured = measured_words(theirs.title);
      auto const shared = std::ranges::count_if(
          words, [&](auto const& word) { return std::ranges::find(measured, word) != measured.end(); });
      if (shared < 2 || shared * 2 < std::ssize(words) + 1) continue;
      against(place.objective, other.objective,
              {PairSign::counter, part_of(at(place), true), part_of(theirs), false, shared, std::ssize(words),
               std::ssize(measured)});
    }
  }

  // Only where something names a counter with a way are the words of all key results looked at.
  std::set<std::size_t> with_word(std::vector<std::string> const& words) {
    if (by_word_.empty()) {
      for (std::size_t i = 0; i < key_results_.size(); ++i) {
        for (auto const& word : measured_words(at(key_results_[i]).title)) by_word_[word].push_back(i);
      }
    }
    std::set<std::size_t> found;
    for (auto const& word : words) {
      auto const place = by_word_.find(word);
      if (place != by_word_.end() && place->second.size() <= followers_most)
        found.insert(place->second.begin(), place->second.end());
    }
    return found;
  }

  static PairReason titles_reason(AlikeTexts::Shared const& one) {
    return {PairSign::alike_titles, {}, {}, false, one.words, one.of, one.of_other};
  }

  using Key = std::pair<std::int64_t, std::int64_t>;
  struct Signs {
    std::size_t low, high;  // which objectives
    std::vector<PairReason> alike, against;
  };

  Signs& between(std::size_t a, std::size_t b, PairReason& reason) {
    if (all_[b].id.value < all_[a].id.value) {
      std::swap(a, b);
      std::swap(reason.first, reason.second);
      std::swap(reason.first_words, reason.second_words);
    }
    auto& signs = pairs_[{all_[a].id.value, all_[b].id.value}];
    signs.low = a;
    signs.high = b;
    return signs;
  }
  void alike(std::size_t a, std::size_t b, PairReason reason) {
    auto& signs = between(a, b, reason);
    signs.alike.push_back(std::move(reason));
  }
  void against(std::size_t a, std::size_t b, PairReason reason) {
    auto& signs = between(a, b, reason);
    signs.against.push_back(std::move(reason));
  }

  std::int64_t basis_of(FoundPair const& pair, Signs const& signs) const {
    auto text = fmt::format("{}|{}|{}", json::name_of(pair.kind), all_[signs.low].title, all_[signs.high].title);
    auto const add = [&](std::optional<PairPart> const& part) {
      if (part) text += json::text_of(*part);
    };
    for (auto const& reason : pair.reasons) {
      text += json::name_of(reason.sign);
      add(reason.first);
      add(reason.second);
    }
    std::uint64_t sum = 14695981039346656037U;  // FNV-1a: the same on every machine
    for (auto const letter : text) sum = (sum ^ static_cast<unsigned char>(letter)) * 1099511628211U;
    return static_cast<std::int64_t>(sum >> 1U);
  }

  std::vector<FoundPair> listed() {
    std::vector<FoundPair> all;
    for (auto& [key, signs] : pairs_) {
      auto const kind = signs.against.empty() ? PairKind::alike : PairKind::against;
      FoundPair pair{
          {key.first}, {key.second}, kind, std::move(signs.against.empty() ? signs.alike : signs.against), 0};
      if (pair.reasons.size() > reasons_shown) pair.reasons.resize(reasons_shown);
      pair.basis = basis_of(pair, signs);
      all.push_back(std::move(pair));
    }
    std::ranges::stable_sort(all, [](auto const& a, auto const& b) {
      return std::tuple{a.kind != PairKind::against, -std::ssize(a.reasons)} <
             std::tuple{b.kind != PairKind::against, -std::ssize(b.reasons)};
    });
    return all;
  }

  std::span<PairObjective const> all_;
  std::optional<ObjectiveId> of_;
  AlikeTexts titles_;
  AlikeTexts words_;
  std::vector<Place> key_results_;
  std::map<std::int64_t, std::vector<Place>> followers_;
  std::vector<std::pair<std::string, Place>> counters_;
  std::map<std::string, std::vector<std::size_t>> by_word_;
  std::map<Key, Signs> pairs_;
};

}  // namespace

std::vector<FoundPair> pairs(std::span<PairObjective const> objectives, std::optional<ObjectiveId> of) {
  return Finder{objectives, of}.found();
}

}  // namespace waymark::okr
