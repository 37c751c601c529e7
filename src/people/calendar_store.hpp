#pragma once

#include "core/db/db.hpp"
#include "people/calendar_shapes.hpp"

namespace waymark::people {

// Those that are not over on `today`, in the order in which they were written down.
std::vector<Absence> absences_of(db::Tx& tx, PersonId person, base::Day today, AbsenceId after, std::int64_t most);
void insert_absence(db::Tx& tx, PersonId person, Absence const& absence, PersonId by);
bool delete_absence(db::Tx& tx, PersonId person, AbsenceId absence);

// The last day of the leave they are on.
std::optional<base::Day> last_day_away(db::Tx& tx, PersonId person, base::Day day);

std::vector<Holiday> holidays_after(db::Tx& tx, base::Day day, std::int64_t most);
void insert_holiday(db::Tx& tx, Holiday const& holiday);  // throws Problem (conflict) for a day that is one already
bool delete_holiday(db::Tx& tx, base::Day day);

}  // namespace waymark::people
