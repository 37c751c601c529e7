#pragma once

#include "core/db/db.hpp"
#include "okr/check_in/check_in_shapes.hpp"
#include "okr/objective/key_result_store.hpp"

// The rows of check-ins and blockers.
namespace waymark::okr::store {

struct FreshCheckIn {
  CheckInId id;
  KeyResultId key_result_id;
  PersonId author_id;
  std::optional<double> value;
  std::optional<std::int64_t> confidence;
  std::optional<double> progress;
  std::string what_happened;
  std::string what_next;
  std::string help_needed;
  std::string evidence;
  Source source;
  std::string token{};               // its name, where it came by one
  std::optional<base::Millis> at{};  // now, unless it was measured on another day
};

void insert(db::Tx& tx, FreshCheckIn const& fresh);
std::optional<CheckIn> check_in(db::Tx& tx, CheckInId id);
std::vector<CheckIn> check_ins_of(db::Tx& tx, ObjectiveId objective, std::int64_t limit);  // newest first
std::vector<CheckIn> history(db::Tx& tx, KeyResultId key_result, std::int64_t before_at, std::int64_t before_id,
                             std::int64_t limit);
bool acknowledge(db::Tx& tx, CheckInId id, PersonId by);  // the first one counts; false for later ones
std::optional<std::int64_t> first_confidence(db::Tx& tx, KeyResultId key_result);

// A milestone that a check-in has turned, and when it had been reached before.
struct Turn {
  MilestoneId id;
  std::optional<std::int64_t> reached_before;
};
BOOST_DESCRIBE_STRUCT(Turn, (), (id, reached_before))
void insert_turns(db::Tx& tx, CheckInId check_in, std::vector<Turn> const& turns);

// Undoing a check-in, part by part.
void withdraw(db::Tx& tx, CheckInId id);
void turn_milestones_back(db::Tx& tx, CheckInId id);
void remove_blockers_of(db::Tx& tx, CheckInId id);

// What the check-ins of a key result that were not withdrawn say together.
struct NewsLeft {
  std::optional<CheckInId> check_in;
  std::optional<std::int64_t> at;
  std::optional<double> value;
  std::optional<std::int64_t> confidence;
};
BOOST_DESCRIBE_STRUCT(NewsLeft, (), (check_in, at, value, confidence))
NewsLeft news_left(db::Tx& tx, KeyResultId key_result);
void set_news_back(db::Tx& tx, KeyResultId key_result, NewsLeft const& left, std::optional<double> progress);

void insert_skip(db::Tx& tx, NewSkip const& wanted, PersonId author);
std::vector<Skip> skips_of(db::Tx& tx, ObjectiveId objective);  // newest first

// What a check-in needs to know of its key result, in one row.
struct Spot {
  ObjectiveId objective_id;
  State state;
  Measure measure;
  std::optional<base::Day> baseline_on;
  std::optional<KpiId> kpi_id;
  std::optional<double> current;
  std::optional<double> progress;
  Ambition ambition;
};
std::optional<Spot> spot(db::Tx& tx, KeyResultId key_result);

struct FreshBlocker {
  BlockerId id;
  KeyResultId key_result_id;
  ObjectiveId objective_id;
  std::string text;
  PersonId owner_id;
  PersonId raised_by;
  std::optional<CheckInId> check_in_id;  // the one that asked for help
};
void insert_blocker(db::Tx& tx, FreshBlocker const& fresh);
std::vector<Blocker> blockers_of(db::Tx& tx, PersonId viewer, ObjectiveId objective);
std::vector<Blocker> blockers_waiting_for(db::Tx& tx, PersonId owner);
// Of its published objectives of the cycle, the oldest first.
std::vector<Blocker> open_blockers_of_team(db::Tx& tx, PersonId viewer, TeamId team, CycleId cycle);
std::optional<Blocker> blocker(db::Tx& tx, PersonId viewer, BlockerId id);
void resolve(db::Tx& tx, BlockerId id, std::string const& resolution, PersonId by);
void hand_over(db::Tx& tx, BlockerId id, PersonId owner);

// The manager of the accountable person, or else that person.
PersonId helper_of(db::Tx& tx, ObjectiveId objective);

}  // namespace waymark::okr::store
