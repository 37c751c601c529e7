#pragma once

#include "core/db/db.hpp"
#include "okr/draft/draft_shapes.hpp"
#include "okr/objective/objective_store.hpp"

// The rows of votes and readers, and the candidates for a parent.
namespace waymark::okr::store {

Votes votes(db::Tx& tx, ObjectiveId objective, PersonId viewer);
void insert_vote(db::Tx& tx, ObjectiveId objective, PersonId person);  // the second one is none
void remove_vote(db::Tx& tx, ObjectiveId objective, PersonId person);

std::vector<PersonName> readers(db::Tx& tx, ObjectiveId objective);
std::vector<TeamName> reader_teams(db::Tx& tx, ObjectiveId objective);
void insert_reader(db::Tx& tx, ObjectiveId objective, PersonId person, PersonId by);  // the first one counts
void insert_reader(db::Tx& tx, ObjectiveId objective, TeamId team, PersonId by);
void remove_reader(db::Tx& tx, ObjectiveId objective, PersonId person);
void remove_reader(db::Tx& tx, ObjectiveId objective, TeamId team);
std::vector<SharedDraft> drafts_waiting_for(db::Tx& tx, PersonId person);  // each once, the oldest first

struct Candidate {
  ObjectiveId id;
  std::string title;
  std::string why;
  ObjectiveLevel level;
  std::string owner;
};
BOOST_DESCRIBE_STRUCT(Candidate, (), (id, title, why, level, owner))

// Published objectives of the company in the cycle, and of the team above `team`, or of the teams of `person`.
std::vector<Candidate> candidates(db::Tx& tx, CycleId cycle, std::optional<TeamId> team,
                                  std::optional<PersonId> person);

}  // namespace waymark::okr::store
