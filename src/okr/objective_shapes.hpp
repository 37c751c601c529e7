#pragma once

#include "okr/closing_rules.hpp"
#include "okr/key_result_shapes.hpp"
#include "okr/state.hpp"

namespace waymark::okr {

struct ObjectiveName {
  ObjectiveId id;
  std::string title;
};
BOOST_DESCRIBE_STRUCT(ObjectiveName, (), (id, title))

// One of those above it. What was cancelled supports nothing any more.
struct Ancestor {
  ObjectiveId id;
  std::string title;
  State state;
};
BOOST_DESCRIBE_STRUCT(Ancestor, (), (id, title, state))

// What lists and boards show of an objective.
struct ObjectiveCard {
  ObjectiveId id;
  CycleId cycle_id;
  ObjectiveLevel level;
  std::optional<TeamId> team_id;
  std::optional<PersonId> person_id;
  PersonName accountable;
  bool accountable_left;  // and nobody has taken it over
  std::string title;
  std::string why;
  Ambition ambition;
  State state;
  std::optional<ObjectiveId> parent_id;  // the primary one of those it supports, unless it was cancelled
  std::optional<double> progress;
  std::optional<double> expected_progress;
  std::optional<Band> band;
  std::optional<double> grade;
  Standing standing;
  std::int64_t version;
};
BOOST_DESCRIBE_STRUCT(ObjectiveCard, (),
                      (id, cycle_id, level, team_id, person_id, accountable, accountable_left, title, why, ambition,
                       state, parent_id, progress, expected_progress, band, grade, standing, version))

struct ObjectiveWithKeyResults : ObjectiveCard {
  std::vector<KeyResult> key_results;
};
BOOST_DESCRIBE_STRUCT(ObjectiveWithKeyResults, (ObjectiveCard), (key_results))

enum class LinkState { proposed, accepted };
BOOST_DESCRIBE_ENUM(LinkState, proposed, accepted)

// One supports-link, seen from one of its ends: `other` is the other end.
struct SupportLink {
  LinkId id;
  ObjectiveName other;
  State other_state;
  std::optional<std::string> owner;  // team or person of the other objective
  std::optional<KeyResultId> key_result_id;
  std::optional<std::string> key_result_title;
  bool primary;
  LinkState state;
  std::vector<std::string> may;  // "accept", "make_primary", "remove"
};
BOOST_DESCRIBE_STRUCT(SupportLink, (),
                      (id, other, other_state, owner, key_result_id, key_result_title, primary, state, may))

enum class DependencyState { asked, confirmed, declined, delivered };
BOOST_DESCRIBE_ENUM(DependencyState, asked, confirmed, declined, delivered)

struct Dependency {
  DependencyId id;
  ObjectiveName objective;  // needs
  ObjectiveName provider;   // gives
  std::string need;
  std::optional<base::Day> due_on;
  DependencyState state;
  std::string answer;
  std::int64_t created_at;
  std::vector<std::string> may;  // "answer", "deliver", "withdraw"
};
BOOST_DESCRIBE_STRUCT(Dependency, (), (id, objective, provider, need, due_on, state, answer, created_at, may))

enum class InitiativeState { open, done, dropped };
BOOST_DESCRIBE_ENUM(InitiativeState, open, done, dropped)

// Work that should move a key result; never counts as progress.
struct Initiative {
  InitiativeId id;
  std::optional<KeyResultId> key_result_id;
  std::string title;
  std::optional<PersonName> owner;
  std::optional<base::Day> due_on;
  InitiativeState state;
  std::int64_t version;
};
BOOST_DESCRIBE_STRUCT(Initiative, (), (id, key_result_id, title, owner, due_on, state, version))

struct Comment {
  CommentId id;
  std::optional<CheckInId> check_in_id;
  PersonName author;
  std::string text;
  std::vector<PersonName> mentions;
  std::optional<PersonName> thanked;  // whom it says thank you to
  std::int64_t created_at;
};
BOOST_DESCRIBE_STRUCT(Comment, (), (id, check_in_id, author, text, mentions, thanked, created_at))

struct ChangeLine {
  ChangeId id;
  std::optional<KeyResultId> key_result_id;
  std::string field;
  std::string before;
  std::string after;
  std::string reason;
  PersonName changed_by;
  std::int64_t at;
};
BOOST_DESCRIBE_STRUCT(ChangeLine, (), (id, key_result_id, field, before, after, reason, changed_by, at))

struct KeyResultClosure {
  KeyResultId key_result_id;
  std::optional<Outcome> outcome;  // none, like the grade: it was never measured
  std::optional<double> grade;
  std::optional<Cause> cause;
  std::string note;
  std::optional<double> first_target;                 // where it was changed on the way
  std::optional<Verdict> verdict;                     // of the grade, whatever the outcome
  std::optional<std::int64_t> first_confidence = {};  // of its first check-in, and of the newest one
  std::optional<std::int64_t> last_confidence = {};
};
BOOST_DESCRIBE_STRUCT(KeyResultClosure, (),
                      (key_result_id, outcome, grade, cause, note, first_target, verdict, first_confidence,
                       last_confidence))

enum class Execution { weak, fair, good, excellent };
BOOST_DESCRIBE_ENUM(Execution, weak, fair, good, excellent)

struct Closure {
  double grade;
  std::optional<double> suggested_grade;
  std::string reason;
  Execution execution;
  std::optional<Cause> cause;
  std::string learning;
  std::string could_stretch;
  Verdict verdict;
  std::vector<EasySign> easy_signs;
  PersonName closed_by;
  std::int64_t closed_at;
  std::vector<KeyResultClosure> key_results;
  std::optional<ObjectiveId> carried_to;
};
BOOST_DESCRIBE_STRUCT(Closure, (),
                      (grade, suggested_grade, reason, execution, cause, learning, could_stretch, verdict, easy_signs,
                       closed_by, closed_at, key_results, carried_to))

// How it had ended before it was opened again.
struct PastClosure {
  double grade;
  Verdict verdict;
  std::string reason;
  std::string learning;
  PersonName closed_by;
  std::int64_t closed_at;
  PersonName reopened_by;
  std::int64_t reopened_at;
};
BOOST_DESCRIBE_STRUCT(PastClosure, (),
                      (grade, verdict, reason, learning, closed_by, closed_at, reopened_by, reopened_at))

struct Votes {
  std::int64_t count;
  bool mine;
};
BOOST_DESCRIBE_STRUCT(Votes, (), (count, mine))

// The last change of an objective or of one of its key results.
struct LastChange {
  PersonName by;
  std::int64_t at;
};
BOOST_DESCRIBE_STRUCT(LastChange, (), (by, at))

// Where it stands among those of the same owner in the cycle.
struct Place {
  std::int64_t position;  // from 0
  std::int64_t of;
};
BOOST_DESCRIBE_STRUCT(Place, (), (position, of))

// The objective that this one became in another cycle.
struct CarriedTo {
  ObjectiveId id;
  State state;
  CycleName cycle;
};
BOOST_DESCRIBE_STRUCT(CarriedTo, (), (id, state, cycle))

// On which level of its chain of support it stands, counted inside its cycle by first links; how many there may be
// before the chain is called deep.
struct Chain {
  std::int64_t level;
  std::int64_t most;
};
BOOST_DESCRIBE_STRUCT(Chain, (), (level, most))

// The role of whoever answers for it, and since when they say that it fits.
struct RoleFit {
  std::string title;
  std::optional<std::int64_t> confirmed_at;
  std::vector<std::string> may;  // "confirm"
};
BOOST_DESCRIBE_STRUCT(RoleFit, (), (title, confirmed_at, may))

// One objective with everything its page needs.
struct Objective : ObjectiveWithKeyResults {
  std::string sentence;  // "We will … as measured by …"
  CycleName cycle;
  std::optional<TeamName> team;
  std::optional<PersonName> person;
  std::vector<Ancestor> ancestors;  // by primary links, nearest first
  std::vector<SupportLink> supports;
  std::vector<SupportLink> supported_by;
  std::vector<Dependency> dependencies;
  std::vector<PersonName> contributors;
  std::vector<KeyResult> dropped;  // key results that were taken back; their check-ins stay
  std::vector<CheckIn> check_ins;  // the newest 200 of all its key results, newest first
  std::vector<MilestoneLine> milestones;
  std::vector<Blocker> blockers;
  std::vector<Initiative> initiatives;
  std::vector<Comment> comments;
  std::vector<ChangeLine> changes;
  std::vector<Advice> advice;
  std::string limit_reason;
  std::optional<ObjectiveId> carried_from;
  std::optional<CarriedTo> carried_to;  // unless that was cancelled
  std::optional<Closure> closure;
  std::vector<PastClosure> past_closures;  // taken back, newest first
  std::optional<ChangeLine> cancellation;  // who cancelled it, when and why
  std::optional<std::int64_t> published_at;
  std::optional<LastChange> changed;
  RoleFit role;
  Place place;
  Chain chain;
  std::vector<Skip> skips;          // the newest 50, newest first
  Votes votes;                      // while it is a draft
  std::vector<PersonName> readers;  // with whom the draft is shared
  std::vector<TeamName> reader_teams;
  std::vector<std::string> asks_reason;  // the fields, as the history names them, whose change now asks for a reason
  std::vector<std::string> fixed;        // those that stay as they were published, by a rule of the organisation
  // "edit", "move", "publish", "take_back", "check_in", "acknowledge", "close", "cancel", "reopen", "delete",
  // "comment", "link", "vote", "share"
  std::vector<std::string> may;
};
BOOST_DESCRIBE_STRUCT(Objective, (ObjectiveWithKeyResults),
                      (sentence, cycle, team, person, ancestors, supports, supported_by, dependencies, contributors,
                       dropped, check_ins, milestones, blockers, initiatives, comments, changes, advice, limit_reason,
                       carried_from, carried_to, closure, past_closures, cancellation, published_at, changed, role,
                       place, chain, skips, votes, readers, reader_teams, asks_reason, fixed, may))

struct NewObjective {
  CycleId cycle_id;
  std::optional<TeamId> team_id;           // a team's objective, or
  std::optional<PersonId> person_id;       // a person's; exactly one of the two
  std::optional<PersonId> accountable_id;  // the caller when left out
  json::Text<1, 300> title;
  std::optional<json::Text<0, 2000>> why;
  std::optional<Ambition> ambition;  // aspirational when left out
  std::optional<ObjectiveId> parent_id;
  std::optional<KeyResultId> parent_key_result_id;
  std::vector<NewKeyResult> key_results;
  std::vector<PersonId> contributor_ids;
  std::optional<bool> publish;
  std::optional<json::Text<0, 1000>> limit_reason;  // why more than the limit; asked for, never required
};
BOOST_DESCRIBE_STRUCT(NewObjective, (),
                      (cycle_id, team_id, person_id, accountable_id, title, why, ambition, parent_id,
                       parent_key_result_id, key_results, contributor_ids, publish, limit_reason))

struct ObjectiveChange {
  std::optional<CycleId> cycle_id;
  std::optional<TeamId> team_id;      // it goes to this team, or
  std::optional<PersonId> person_id;  // to this person
  std::optional<json::Text<1, 300>> title;
  std::optional<json::Text<0, 2000>> why;
  std::optional<PersonId> accountable_id;
  std::optional<Ambition> ambition;
  std::optional<json::Int<0, 10000>> position;  // from 0, among those of the same owner; the others make room
  std::optional<json::Text<0, 1000>> limit_reason;
  std::optional<json::Text<0, 1000>> reason;  // where a field of `asks_reason` changes
};
BOOST_DESCRIBE_STRUCT(ObjectiveChange, (),
                      (cycle_id, team_id, person_id, title, why, accountable_id, ambition, position, limit_reason,
                       reason))

struct ObjectiveFilter {
  std::optional<CycleId> cycle;
  std::optional<TeamId> team;
  std::optional<PersonId> person;  // accountable for it
  std::optional<ObjectiveLevel> level;
  std::optional<State> state;
  std::optional<bool> stale;
  std::optional<bool> at_risk;   // at risk or off track
  std::optional<bool> unlinked;  // supports nothing
  std::optional<json::Text<1, 100>> text;
  std::optional<json::Text<1, 400>> after;
  std::optional<json::Int<1, 200>> limit;
};
BOOST_DESCRIBE_STRUCT(ObjectiveFilter, (),
                      (cycle, team, person, level, state, stale, at_risk, unlinked, text, after, limit))

}  // namespace waymark::okr
