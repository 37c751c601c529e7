#pragma once

#include "okr/objective/key_result_shapes.hpp"
#include "okr/rules/advice.hpp"

namespace waymark::okr {

struct CheckIn {
  CheckInId id;
  KeyResultId key_result_id;
  std::optional<double> value;
  std::optional<std::int64_t> confidence;  // 0 to 10
  std::optional<double> progress;          // that the value was worth then
  std::string what_happened;
  std::string what_next;
  std::string help_needed;
  std::string evidence;  // a link or a source
  Source source;
  std::string token;  // the name of the one it came by, where the source is "api"
  PersonName author;
  std::int64_t at;
  std::optional<PersonName> acknowledged_by;
  std::optional<std::int64_t> acknowledged_at;
  std::optional<std::int64_t> withdrawn_at;  // by its author, within minutes; lists leave it out
};
BOOST_DESCRIBE_STRUCT(CheckIn, (),
                      (id, key_result_id, value, confidence, progress, what_happened, what_next, help_needed, evidence,
                       source, token, author, at, acknowledged_by, acknowledged_at, withdrawn_at))

// A value, or a milestone list for a milestone key result, or neither (a note on a key result that a KPI feeds).
// Confidence is asked for and never filled in for the author.
struct NewCheckIn {
  std::optional<json::Figure> value;
  std::vector<MilestoneId> reached;  // all milestones that are reached now
  json::Int<0, 10> confidence;
  std::optional<json::Text<0, 4000>> what_happened;
  std::optional<json::Text<0, 4000>> what_next;
  std::optional<json::Text<0, 2000>> help_needed;  // opens a blocker
  std::optional<PersonId> help_from;  // owner of the blocker; the manager of the accountable person when left out
  std::optional<json::Text<0, 500>> evidence;
};
BOOST_DESCRIBE_STRUCT(NewCheckIn, (),
                      (value, reached, confidence, what_happened, what_next, help_needed, help_from, evidence))

struct CheckInForKeyResult : NewCheckIn {
  KeyResultId key_result_id;
};
BOOST_DESCRIBE_STRUCT(CheckInForKeyResult, (NewCheckIn), (key_result_id))

struct NewSkip {
  KeyResultId key_result_id;
  json::Text<1, 500> reason;
};
BOOST_DESCRIBE_STRUCT(NewSkip, (), (key_result_id, reason))

// A week without a check-in, and why. It is no news: what was late stays late.
struct Skip {
  SkipId id;
  KeyResultId key_result_id;
  std::string reason;
  PersonName author;
  std::int64_t at;
};
BOOST_DESCRIBE_STRUCT(Skip, (), (id, key_result_id, reason, author, at))

// All or nothing: one wrong line and none is kept.
struct CheckInBatch {
  std::vector<CheckInForKeyResult> check_ins;
  std::vector<NewSkip> skips;
};
BOOST_DESCRIBE_STRUCT(CheckInBatch, (), (check_ins, skips))

// What a check-in did.
struct CheckedIn {
  CheckInId id;
  KeyResultId key_result_id;
  ObjectiveId objective_id;
  std::optional<double> value;
  std::optional<std::int64_t> confidence;
  std::optional<double> progress;
  std::optional<double> objective_progress;
  std::int64_t at;
  std::vector<Advice> advice;
};
BOOST_DESCRIBE_STRUCT(CheckedIn, (),
                      (id, key_result_id, objective_id, value, confidence, progress, objective_progress, at, advice))

struct CheckedInBatch {
  std::vector<CheckedIn> items;
};
BOOST_DESCRIBE_STRUCT(CheckedInBatch, (), (items))

struct Blocker {
  BlockerId id;
  KeyResultId key_result_id;
  ObjectiveId objective_id;
  std::string objective_title;
  std::string text;
  PersonName owner;
  PersonName raised_by;
  std::int64_t raised_at;
  std::int64_t age_days;
  std::optional<std::int64_t> resolved_at;
  std::string resolution;
  std::vector<std::string> may;  // "resolve", "hand_over"
};
BOOST_DESCRIBE_STRUCT(Blocker, (),
                      (id, key_result_id, objective_id, objective_title, text, owner, raised_by, raised_at, age_days,
                       resolved_at, resolution, may))

struct NewBlocker {
  KeyResultId key_result_id;
  json::Text<1, 2000> text;
  std::optional<PersonId> owner_id;  // the manager of the accountable person when left out
};
BOOST_DESCRIBE_STRUCT(NewBlocker, (), (key_result_id, text, owner_id))

struct BlockerResolution {
  json::Text<1, 2000> resolution;
};
BOOST_DESCRIBE_STRUCT(BlockerResolution, (), (resolution))

struct BlockerOwner {
  PersonId owner_id;
};
BOOST_DESCRIBE_STRUCT(BlockerOwner, (), (owner_id))

}  // namespace waymark::okr
