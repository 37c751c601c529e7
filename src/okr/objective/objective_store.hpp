#pragma once

#include "core/db/db.hpp"
#include "okr/objective/objective_shapes.hpp"

// The rows of objectives and what hangs on them.
namespace waymark::okr::store {

// An objective with what is needed to show and judge it.
struct ObjectiveRow {
  ObjectiveId id;
  CycleId cycle_id;
  ObjectiveLevel level;
  std::optional<TeamId> team_id;
  std::optional<PersonId> person_id;
  PersonId accountable_id;
  std::string accountable_name;
  bool accountable_left;
  std::string title;
  std::string why;
  Ambition ambition;
  State state;
  std::int64_t position;
  std::optional<double> progress;
  std::optional<ObjectiveId> parent_id;
  std::optional<double> grade;
  bool learned;  // closed with a learning
  std::int64_t created_at;
  std::optional<std::int64_t> published_at;
  std::optional<std::int64_t> reopened_at;
  base::Day starts_on;
  base::Day ends_on;
  Cadence cadence;  // the team's own, or the cycle's
  std::int64_t version;
};
BOOST_DESCRIBE_STRUCT(ObjectiveRow, (),
                      (id, cycle_id, level, team_id, person_id, accountable_id, accountable_name, accountable_left,
                       title, why, ambition, state, position, progress, parent_id, grade, learned, created_at,
                       published_at, reopened_at, starts_on, ends_on, cadence, version))

struct ObjectiveExtras {
  std::string limit_reason;
  std::optional<ObjectiveId> carried_from;
  std::optional<std::int64_t> published_at;
  std::string cycle_name;
  std::optional<std::string> team_name;
  std::optional<people::TeamKind> team_kind;
  std::optional<std::string> person_name;
  std::optional<PersonId> changed_by;
  std::optional<std::string> changed_by_name;
  std::optional<std::int64_t> changed_at;
};
BOOST_DESCRIBE_STRUCT(ObjectiveExtras, (),
                      (limit_reason, carried_from, published_at, cycle_name, team_name, team_kind, person_name,
                       changed_by, changed_by_name, changed_at))

struct FreshObjective {
  ObjectiveId id;
  CycleId cycle_id;
  ObjectiveLevel level;
  std::optional<TeamId> team_id;
  std::optional<PersonId> person_id;
  PersonId accountable_id;
  std::string title;
  std::string why;
  Ambition ambition;
  std::int64_t position;
  std::string limit_reason;
  std::optional<ObjectiveId> carried_from;
  std::optional<std::string> import_key;
  PersonId created_by;
};

// Of one team in one cycle, or of one person; drafts only where they concern the viewer.
std::vector<ObjectiveRow> of_team(db::Tx& tx, PersonId viewer, TeamId team, CycleId cycle);
std::vector<ObjectiveRow> drafts_of(db::Tx& tx, PersonId person);
// What the person answers for, contributes to or owns a key result of; neither drafts nor what was given up.
std::vector<ObjectiveRow> of_person(db::Tx& tx, PersonId person, CycleId cycle);
std::vector<ObjectiveRow> of_company(db::Tx& tx, PersonId viewer, CycleId cycle);
std::optional<ObjectiveRow> objective(db::Tx& tx, ObjectiveId id);
ObjectiveExtras extras(db::Tx& tx, ObjectiveId id);

struct CycleDays {
  base::Day starts_on;
  base::Day ends_on;
};
BOOST_DESCRIBE_STRUCT(CycleDays, (), (starts_on, ends_on))
CycleDays cycle_days_of(db::Tx& tx, ObjectiveId id);

// One page of candidates after `after`, in order of ids. Empty fields of the filter let everything through.
std::vector<ObjectiveRow> page(db::Tx& tx, PersonId viewer, ObjectiveFilter const& filter, std::int64_t after,
                               std::int64_t limit);

void insert(db::Tx& tx, FreshObjective const& fresh);
void update(db::Tx& tx, ObjectiveRow const& row, std::string const& limit_reason);  // version + 1
void set_state(db::Tx& tx, ObjectiveId id, State state);                            // version + 1

void touch(db::Tx& tx, ObjectiveId id, PersonId by);  // keeps who changed it last, and when

// Until the end of the transaction nobody else changes the objective, or what belongs to it. On SQLite a write has the
// database for itself anyway.
void hold(db::Tx& tx, ObjectiveId id);
void hold_objective_of(db::Tx& tx, KeyResultId key_result);

void set_progress(db::Tx& tx, ObjectiveId id, std::optional<double> progress);
void remove(db::Tx& tx, ObjectiveId id);  // a draft with all that hangs on it

// How many objectives that are not over the team or person has in the cycle, and the next free position.
std::int64_t count_open(db::Tx& tx, CycleId cycle, std::optional<TeamId> team, std::optional<PersonId> person);

// Those of the same owner in the same cycle, itself among them, in their order; what was cancelled has no place.
std::vector<ObjectiveId> siblings(db::Tx& tx, ObjectiveRow const& row);
// Of those, the ones that the viewer sees, and itself.
std::vector<ObjectiveId> siblings_seen_by(db::Tx& tx, PersonId viewer, ObjectiveRow const& row);
void set_position(db::Tx& tx, ObjectiveId id, std::int64_t position);

std::vector<Ancestor> ancestors(db::Tx& tx, ObjectiveId id);
std::vector<PersonName> contributors(db::Tx& tx, ObjectiveId id);
void add_contributor(db::Tx& tx, ObjectiveId id, PersonId person);
bool remove_contributor(db::Tx& tx, ObjectiveId id, PersonId person);

std::optional<CarriedTo> carried_to(db::Tx& tx, ObjectiveId id);  // unless that was cancelled
std::optional<ObjectiveId> imported(db::Tx& tx, std::string const& key);

bool is_active(db::Tx& tx, PersonId person);
bool has_begun(db::Tx& tx, PersonId person);  // has ever answered for something, contributed or owned a key result
PersonName person(db::Tx& tx, PersonId id);
Language language_of(db::Tx& tx, PersonId id);
std::optional<people::TeamKind> kind_of(db::Tx& tx, TeamId id);

void insert_change(db::Tx& tx, ObjectiveId objective, std::optional<KeyResultId> key_result, std::string_view field,
                   std::string_view before, std::string_view after, std::string_view reason, PersonId by);
std::vector<ChangeLine> changes(db::Tx& tx, ObjectiveId id);

}  // namespace waymark::okr::store
