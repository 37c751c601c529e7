#pragma once

#include "core/db/db.hpp"
#include "okr/cycle_shapes.hpp"

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
std::vector<StateCount> objectives_by_state(db::Tx& tx, CycleId id);

struct GradeLine {
  double grade;
  std::string ambition;
};
BOOST_DESCRIBE_STRUCT(GradeLine, (), (grade, ambition))
std::vector<GradeLine> grades(db::Tx& tx, CycleId id);
std::vector<double> key_result_grades(db::Tx& tx, CycleId id);
std::int64_t closed_unmeasured(db::Tx& tx, CycleId id);  // key results that were closed without any value
std::vector<TeamName> teams_without_retro(db::Tx& tx, CycleId id);
std::vector<TeamName> teams_without_okrs(db::Tx& tx, CycleId id);

}  // namespace waymark::okr::store
