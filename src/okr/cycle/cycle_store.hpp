#pragma once

#include "core/db/db.hpp"
#include "okr/cycle/cycle_shapes.hpp"

// The rows of cycles.
namespace waymark::okr::store {

struct CycleRow {
  CycleId id;
  std::string name;
  CycleKind kind;
  std::optional<CycleId> parent_id;
  base::Day starts_on;
  base::Day ends_on;
  base::Day midcycle_on;
  Phase phase;
  Cadence cadence;
  std::int64_t version;
};
BOOST_DESCRIBE_STRUCT(CycleRow, (),
                      (id, name, kind, parent_id, starts_on, ends_on, midcycle_on, phase, cadence, version))

std::vector<CycleRow> cycles(db::Tx& tx);  // newest first
std::optional<CycleRow> cycle(db::Tx& tx, CycleId id);
void insert(db::Tx& tx, CycleRow const& row);  // throws conflict for a taken name
void update(db::Tx& tx, CycleRow const& row);  // version + 1
std::int64_t open_objectives(db::Tx& tx, CycleId id);

// Until the end of the transaction nobody else changes the cycle; with keep_open, others may keep it open as well. On
// SQLite a write has the database for itself anyway.
void hold(db::Tx& tx, CycleId id);
void keep_open(db::Tx& tx, CycleId id);

// Takes all supports-links for this transaction: links of two cycles can close a loop together.
void lock_links(db::Tx& tx);

struct StateCount {
  std::string state;
  std::int64_t count;
};
BOOST_DESCRIBE_STRUCT(StateCount, (), (state, count))
// Drafts are counted for those who may open them.
std::vector<StateCount> objectives_by_state(db::Tx& tx, PersonId viewer, CycleId id);

struct OpenRow {
  ObjectiveId id;
  std::string title;
  std::optional<std::string> owner;
  PersonId accountable_id;
  std::string accountable;
  bool has_left;
};
BOOST_DESCRIBE_STRUCT(OpenRow, (), (id, title, owner, accountable_id, accountable, has_left))
std::vector<OpenRow> still_open_in(db::Tx& tx, CycleId id);  // published, by the accountable person

std::vector<double> grades(db::Tx& tx, CycleId id);
// What a team owns in a cycle, published or closed. Those of one team stand together, the teams by name.
struct TeamGradeRow {
  TeamId id;
  std::string name;
  people::TeamKind kind;
  std::optional<double> grade;
};
BOOST_DESCRIBE_STRUCT(TeamGradeRow, (), (id, name, kind, grade))
std::vector<TeamGradeRow> team_grades(db::Tx& tx, CycleId id);
std::vector<double> key_result_grades(db::Tx& tx, CycleId id);
std::int64_t closed_unmeasured(db::Tx& tx, CycleId id);      // key results that were closed without any value
std::vector<double> stretch_grades(db::Tx& tx, CycleId id);  // of key results of stretches
std::vector<TeamName> teams_without_retro(db::Tx& tx, CycleId id);
std::vector<TeamName> teams_without_okrs(db::Tx& tx, CycleId id);

}  // namespace waymark::okr::store
