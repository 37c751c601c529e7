#pragma once

#include "notify/late/late_shapes.hpp"
#include "notify/sent/teller.hpp"

// Who has not yet checked in, and reminding them. [NOT-28]
namespace waymark::notify {

// A key result that somebody checks in, with what decides who may remind them of it.
struct LateRow : Waiting {
  KeyResultId id;
  std::string objective;
  std::string person;
  bool owned;
  std::optional<PersonId> lead_id;  // of the team whose it is
};
BOOST_DESCRIBE_STRUCT(LateRow, (Waiting), (id, objective, person, owned, lead_id))

namespace facts {

std::vector<LateRow> late_rows(db::Tx& tx, okr::CycleId cycle, std::optional<okr::TeamId> team);

}  // namespace facts

// HR, the lead of the team whose key result it is, and the manager of whom it waits for; nobody reminds themself.
bool may_remind(policy::Viewer const& viewer, LateRow const& row);

// The same people hand it over, also what waits for themselves.
bool may_hand_over(policy::Viewer const& viewer, LateRow const& row);

// Of what is wanted by today, person by person, the latest first.
std::vector<LatePerson> late_people(policy::Viewer const& viewer, std::vector<LateRow> rows, base::Day today);

LateList late_list(db::Tx& tx, policy::Viewer const& viewer, okr::CycleId cycle, LateFilter const& filter);

// Each gets one reminder a day. Throws invalid, with the path, for somebody whom nothing waits for or whom the caller
// may not remind.
RemindersSent remind(db::Tx& tx, Teller const& teller, policy::Viewer const& viewer, okr::CycleId cycle,
                     NewReminders const& wanted);

}  // namespace waymark::notify
