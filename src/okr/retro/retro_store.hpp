#pragma once

#include <span>

#include "core/db/db.hpp"
#include "okr/retro/retro_shapes.hpp"

namespace waymark::okr::store {

struct CardRow {
  RetroCardId id;
  std::optional<TeamId> team_id;
  CycleId cycle_id;
  RetroPart part;
  std::string text;
  std::optional<ObjectiveId> objective_id;
  std::optional<std::string> objective;
  PersonId author_id;
  std::string author;
  std::int64_t created_at;
  std::int64_t version;
};
BOOST_DESCRIBE_STRUCT(CardRow, (),
                      (id, team_id, cycle_id, part, text, objective_id, objective, author_id, author, created_at,
                       version))

std::vector<CardRow> cards(db::Tx& tx, TeamId team, CycleId cycle);  // in the order they were written
std::optional<CardRow> card(db::Tx& tx, RetroCardId id);
void insert_card(db::Tx& tx, CardRow const& row);
bool update_card(db::Tx& tx, CardRow const& row, std::int64_t seen);  // false when it is at another version
void delete_card(db::Tx& tx, RetroCardId id);

struct HeldRow {
  PersonId by;
  std::string name;
  std::int64_t at;
};
BOOST_DESCRIBE_STRUCT(HeldRow, (), (by, name, at))
void hold_retro(db::Tx& tx, TeamId team, CycleId cycle, PersonId by);  // from now on it is not missing
std::optional<HeldRow> held(db::Tx& tx, TeamId team, CycleId cycle);

// Key results that were checked in with a confidence, those of one objective side by side and in their order. [AIM-4]
struct MoveOf : ConfidenceMove {
  ObjectiveId objective_id;
};
BOOST_DESCRIBE_STRUCT(MoveOf, (ConfidenceMove), (objective_id))
std::vector<MoveOf> confidence_moves(db::Tx& tx, std::span<ObjectiveId const> objectives);
std::vector<Shift> shifts(db::Tx& tx, TeamId team, CycleId cycle);
std::vector<Learning> learnings(db::Tx& tx, LearningFilter const& filter, RetroCardId before, std::int64_t most);

}  // namespace waymark::okr::store
