#pragma once

#include "core/db/db.hpp"
#include "okr/objective/objective_shapes.hpp"

namespace waymark::okr {

// How a viewer stands to one objective, asked of the database at each request: nothing of it is remembered.
struct Relation {
  CycleId cycle_id;
  Phase phase;
  State state;
  ObjectiveLevel level;
  std::optional<TeamId> team_id;
  PersonId accountable_id;
  std::int64_t version;
  bool wrote;       // began it
  bool takes_part;  // wrote it, answers for it, owns a key result, contributes, is a member or lead of its team
  bool leads;       // manages the accountable person or stands in for them, or leads the team
  bool answers;     // answers for it or stands in for who did, leads the team whose it is, or manages the person whose
  bool reads;       // the draft was shared with them or their team

  bool concerned(policy::Viewer const& viewer) const;
  // May they close, grade, cancel and open it again? Administrators read. [OKR-100]
  bool may_end(policy::Viewer const& viewer) const;
  // May they make it a draft again, or delete the draft? HR does neither for others. [OKR-100]
  bool may_withdraw(policy::Viewer const& viewer) const;
  bool open() const { return is_open(state); }
};
BOOST_DESCRIBE_STRUCT(Relation, (),
                      (cycle_id, phase, state, level, team_id, accountable_id, version, wrote, takes_part, leads,
                       answers, reads))

// Throws not_found where there is no such objective, or it is a draft that neither concerns the viewer nor was shared
// with them. [OKR-43] [OKR-73]
Relation relation_to(db::Tx& tx, policy::Viewer const& viewer, ObjectiveId objective);

// Would they find it?
bool may_see(db::Tx& tx, PersonId person, ObjectiveId objective);

// The same, and forbidden for those whom the objective does not concern.
Relation concerned_with(db::Tx& tx, policy::Viewer const& viewer, ObjectiveId objective);

// concerned_with, and conflict when the objective is closed or cancelled.
Relation still_open(db::Tx& tx, policy::Viewer const& viewer, ObjectiveId objective);

// still_open for those who are about to change it: until the end of the transaction nobody else does. What was read of
// the objective before may be old.
Relation open_to(db::Tx& tx, policy::Viewer const& viewer, ObjectiveId objective);

// The objective for those who are about to end it or to open it again, held like in open_to; forbidden for all others.
// What HR does for somebody else is kept in the log as `action`. [OKR-100]
Relation to_end(db::Tx& tx, policy::Viewer const& viewer, ObjectiveId objective, std::string_view action);

// Throws forbidden for all but those who may withdraw it.
void check_withdraws(policy::Viewer const& viewer, Relation const& relation);

// Throws conflict when it is closed or cancelled.
void check_open(Relation const& relation);

// The objective of a key result. Throws not_found.
ObjectiveId objective_of(db::Tx& tx, KeyResultId key_result);

// May this person write objectives for the team, or for the other person?
bool may_write_for_team(db::Tx& tx, policy::Viewer const& viewer, TeamId team);
bool may_write_for_person(db::Tx& tx, policy::Viewer const& viewer, PersonId person);

// All of them, in order of names; the viewer comes first.
std::vector<TeamName> teams_to_write_for(db::Tx& tx, policy::Viewer const& viewer);
std::vector<PersonName> people_to_write_for(db::Tx& tx, policy::Viewer const& viewer);

}  // namespace waymark::okr
