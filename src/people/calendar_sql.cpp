#include "core/base/problem.hpp"
#include "people/calendar_store.hpp"
#include "people/directory.hpp"
#include "people/holiday.hpp"

namespace waymark::people {
namespace {

constexpr db::Sql select_absences{"people.absence.select", R"sql(
  SELECT id, starts_on, ends_on
    FROM people_absence
   WHERE person_id = :person AND ends_on >= :today AND id > :after
   ORDER BY id
   LIMIT :most)sql"};

constexpr db::Sql insert_one{"people.absence.insert", R"sql(
  INSERT INTO people_absence (id, person_id, starts_on, ends_on, created_by, created_at)
  VALUES (:id, :person, :starts_on, :ends_on, :by, :created_at))sql"};

constexpr db::Sql delete_one{"people.absence.delete",
                             "DELETE FROM people_absence WHERE id = :id AND person_id = :person"};

constexpr db::Sql select_away{"people.absence.away", R"sql(
  SELECT 1 FROM people_absence WHERE person_id = :person AND ends_on >= :day AND starts_on <= :day
   UNION
  SELECT 1 FROM people_holiday WHERE day = :day)sql"};

constexpr db::Sql select_holiday{"people.holiday.is", "SELECT 1 FROM people_holiday WHERE day = :day"};

constexpr db::Sql select_until{"people.absence.until", R"sql(
  SELECT ends_on FROM people_absence
   WHERE person_id = :person AND ends_on >= :day AND starts_on <= :day
   ORDER BY ends_on DESC LIMIT 1)sql"};

constexpr db::Sql select_holidays{"people.holiday.select", R"sql(
  SELECT day, name FROM people_holiday WHERE day > :after ORDER BY day LIMIT :most)sql"};

constexpr db::Sql insert_day{"people.holiday.insert", "INSERT INTO people_holiday (day, name) VALUES (:day, :name)"};
constexpr db::Sql delete_day{"people.holiday.delete", "DELETE FROM people_holiday WHERE day = :day"};

}  // namespace

std::vector<Absence> absences_of(db::Tx& tx, PersonId person, base::Day today, AbsenceId after, std::int64_t most) {
  return tx.rows<Absence>(select_absences, person, today, after, most);
}

void insert_absence(db::Tx& tx, PersonId person, Absence const& absence, PersonId by) {
  tx.run(insert_one, absence.id, person, absence.starts_on, absence.ends_on, by, tx.now());
}

bool delete_absence(db::Tx& tx, PersonId person, AbsenceId absence) {
  return tx.run(delete_one, absence, person) > 0;
}

bool is_away(db::Tx& tx, PersonId person, base::Day day) {
  return tx.row<int>(select_away, person, day).has_value();
}

bool is_holiday(db::Tx& tx, base::Day day) {
  return tx.row<int>(select_holiday, day).has_value();
}

std::optional<base::Day> last_day_away(db::Tx& tx, PersonId person, base::Day day) {
  return tx.row<base::Day>(select_until, person, day);
}

std::vector<Holiday> holidays_after(db::Tx& tx, base::Day day, std::int64_t most) {
  return tx.rows<Holiday>(select_holidays, day, most);
}

void insert_holiday(db::Tx& tx, Holiday const& holiday) try {
  tx.run(insert_day, holiday.day, holiday.name);
} catch (db::Violation const&) {
  throw base::conflict("holiday_there", holiday.day.to_string() + " is a holiday already.");
}

bool delete_holiday(db::Tx& tx, base::Day day) {
  return tx.run(delete_day, day) > 0;
}

}  // namespace waymark::people
