#pragma once

#include "okr/midcycle/midcycle_shapes.hpp"

namespace waymark::okr {

enum class RetroPart { celebrate, learn, shifted, next };
BOOST_DESCRIBE_ENUM(RetroPart, celebrate, learn, shifted, next)

// One line of a retro.
struct RetroCard {
  RetroCardId id;
  RetroPart part;
  std::string text;
  std::optional<ObjectiveName> objective;  // whose learning it is; then it is written at its closing and stays
  PersonName author;
  std::int64_t created_at;
  std::vector<std::string> may;  // "edit"
  std::int64_t version;
};
BOOST_DESCRIBE_STRUCT(RetroCard, (), (id, part, text, objective, author, created_at, may, version))

// What was changed in a published objective of the team.
struct Shift {
  ObjectiveName objective;
  std::optional<std::string> key_result;
  std::optional<std::string> restated;  // of the key result as it stands now
  std::string field;
  std::string before;
  std::string after;
  std::string reason;
  PersonName changed_by;
  std::int64_t at;
};
BOOST_DESCRIBE_STRUCT(Shift, (), (objective, key_result, restated, field, before, after, reason, changed_by, at))

// How sure one was of a key result at its first check-in and at its last.
struct ConfidenceMove {
  KeyResultId key_result_id;
  std::string title;
  std::int64_t first;
  std::int64_t last;
};
BOOST_DESCRIBE_STRUCT(ConfidenceMove, (), (key_result_id, title, first, last))

struct RetroObjective {
  ObjectiveId id;
  std::string title;
  State state;
  std::optional<double> grade;
  std::optional<Verdict> verdict;
  bool celebrated;                         // 0.7 and above
  std::vector<std::string> may;            // "change", "end": what is still open is changed, carried or stopped
  std::vector<ConfidenceMove> confidence;  // of what is closed
};
BOOST_DESCRIBE_STRUCT(RetroObjective, (), (id, title, state, grade, verdict, celebrated, may, confidence))

struct Retro {
  TeamName team;
  CycleName cycle;
  std::vector<RetroCard> cards;
  std::vector<RetroObjective> objectives;
  std::vector<Shift> shifts;
  std::vector<MidcycleDecision> decisions;
  std::optional<PersonName> updated_by;
  std::optional<std::int64_t> updated_at;
  std::vector<std::string> may;  // "edit"
};
BOOST_DESCRIBE_STRUCT(Retro, (), (team, cycle, cards, objectives, shifts, decisions, updated_by, updated_at, may))

struct NewRetroCard {
  RetroPart part;
  json::Text<1, 2000> text;
};
BOOST_DESCRIBE_STRUCT(NewRetroCard, (), (part, text))

struct RetroCardChange {
  std::optional<RetroPart> part;
  std::optional<json::Text<1, 2000>> text;
};
BOOST_DESCRIBE_STRUCT(RetroCardChange, (), (part, text))

// What somebody learned, out of a retro or at the closing of an objective.
struct Learning {
  RetroCardId id;
  std::string text;
  std::optional<TeamName> team;
  CycleName cycle;
  std::optional<ObjectiveName> objective;
  std::optional<double> grade;
  PersonName author;
  std::int64_t at;
};
BOOST_DESCRIBE_STRUCT(Learning, (), (id, text, team, cycle, objective, grade, author, at))

struct LearningFilter {
  std::optional<TeamId> team;
  std::optional<CycleId> cycle;
  std::optional<json::Text<1, 100>> text;
  std::optional<RetroCardId> from;  // this one and older ones
  std::optional<json::Text<1, 400>> after;
  std::optional<json::Int<1, 200>> limit;
};
BOOST_DESCRIBE_STRUCT(LearningFilter, (), (team, cycle, text, from, after, limit))

struct LearningPage {
  std::vector<Learning> items;  // newest first
  std::optional<std::string> next;
};
BOOST_DESCRIBE_STRUCT(LearningPage, (), (items, next))

}  // namespace waymark::okr
