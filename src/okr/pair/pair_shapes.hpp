#pragma once

#include "okr/objective/objective_shapes.hpp"

namespace waymark::okr {

// Two that may be the same work, or that may pull against each other.
enum class PairKind { alike, against };
BOOST_DESCRIBE_ENUM(PairKind, alike, against)

enum class PairSign {
  alike_titles,
  alike_key_results,
  same_kpi,       // both follow it, the same way
  cannot_both,    // no value has both targets
  opposite_ways,  // one wants more of it, the other less
  counter,        // one names as what must not get worse what the other wants to come to
};
BOOST_DESCRIBE_ENUM(PairSign, alike_titles, alike_key_results, same_kpi, cannot_both, opposite_ways, counter)

// A key result that speaks for it.
struct PairPart {
  KeyResultId id;
  std::string title;
  Kind kind;
  Direction direction;
  std::optional<double> target;
  std::optional<double> low;
  std::optional<double> high;
  std::string unit;
  std::string counter;  // where it is what speaks for it
};
BOOST_DESCRIBE_STRUCT(PairPart, (), (id, title, kind, direction, target, low, high, unit, counter))

// Why it was found, with the figures.
struct PairReason {
  PairSign sign;
  std::optional<PairPart> first;  // none where the titles speak
  std::optional<PairPart> second;
  bool one_kpi;              // they follow the same KPI; otherwise their words are alike
  std::int64_t shared;       // longer words in common
  std::int64_t first_words;  // of how many
  std::int64_t second_words;
};
BOOST_DESCRIBE_STRUCT(PairReason, (), (sign, first, second, one_kpi, shared, first_words, second_words))

enum class PairStep { talk, support, cancel, stay };
BOOST_DESCRIBE_ENUM(PairStep, talk, support, cancel, stay)

// What somebody did about a pair.
struct PairAct {
  PairStep step;
  ObjectiveName objective;  // where they talk, or that supports, was cancelled, or was asked from
  std::string text;
  PersonName by;
  std::int64_t at;
};
BOOST_DESCRIBE_STRUCT(PairAct, (), (step, objective, text, by, at))

struct PairSide {
  ObjectiveId id;
  std::string title;
  std::string owner;
  PersonName accountable;
  bool accountable_left;
  State state;
  std::vector<std::string> may;  // "talk", "support", "cancel", "stay"
};
BOOST_DESCRIBE_STRUCT(PairSide, (), (id, title, owner, accountable, accountable_left, state, may))

struct Pair {
  PairSide first;
  PairSide second;
  PairKind kind;
  std::vector<PairReason> reasons;  // none any more: it was
  bool stays;                       // both stay, somebody said, and nothing changed since
  std::vector<PairAct> acts;        // the newest first
};
BOOST_DESCRIBE_STRUCT(Pair, (), (first, second, kind, reasons, stays, acts))

// Open ones before those that stay, then those that were; of each, those that pull against each other first.
struct Pairs {
  std::vector<Pair> pairs;
  std::int64_t more;  // that are not listed
};
BOOST_DESCRIBE_STRUCT(Pairs, (), (pairs, more))

struct NewPairAct {
  PairStep step;
  json::Text<1, 1000> text;  // what is said, or why
};
BOOST_DESCRIBE_STRUCT(NewPairAct, (), (step, text))

}  // namespace waymark::okr
