#include "core/base/problem.hpp"
#include "people/calendar_store.hpp"
#include "people/directory.hpp"
#include "people/people.hpp"

namespace waymark::people {
namespace {

using rest::Call;
using rest::Nothing;

constexpr std::int64_t usual_page = 50;

bool may_see_absences(db::Tx& tx, policy::Viewer const& viewer, PersonId person) {
  return viewer.person == person || viewer.is(Role::hr) || leads(tx, viewer.person, person);
}

// For everybody else there is nothing here, not even a refusal. [PEO-20]
PersonId whose(db::Tx& tx, policy::Viewer const& viewer, PersonId person) {
  if (!may_see_absences(tx, viewer, person) || !name_of(tx, person))
    throw base::not_found("There is nothing here for you.");
  return person;
}

rest::Page<Absence> absences(db::Tx& tx, PersonId person, AbsenceFilter const& filter) {
  auto const after = filter.after ? base::id_of(*filter.after) : std::optional<std::int64_t>{0};
  if (!after) throw base::invalid("after", "\"after\" is the \"next\" of the page before.");
  auto const most = filter.limit.value_or(usual_page).value;
  rest::Page<Absence> page{absences_of(tx, person, tx.today(), AbsenceId{*after}, most + 1), {}};
  if (std::ssize(page.items) > most) {
    page.items.pop_back();
    page.next = page.items.back().id.text();
  }
  return page;
}

rest::Page<Holiday> holidays(db::Tx& tx, HolidayFilter const& filter) {
  auto const most = filter.limit.value_or(usual_page).value;
  rest::Page<Holiday> page{holidays_after(tx, filter.after.value_or(tx.today() - 1), most + 1), {}};
  if (std::ssize(page.items) > most) {
    page.items.pop_back();
    page.next = page.items.back().day.to_string();
  }
  return page;
}

Absence write_down(db::Tx& tx, policy::Viewer const& viewer, PersonId person, NewAbsence const& wanted) {
  if (!is_active(tx, person)) throw base::conflict("has_left", "Who has left is not away.");
  check_absence(wanted.starts_on, wanted.ends_on);
  Absence const absence{tx.new_id<AbsenceId>(), wanted.starts_on, wanted.ends_on};
  insert_absence(tx, person, absence, viewer.person);
  return absence;
}

base::Day day_in(std::string const& text) {
  auto const day = base::Day::parse(text);
  if (!day) throw base::not_found("There is no such day.");
  return *day;
}

}  // namespace

std::optional<base::Day> away_until(db::Tx& tx, policy::Viewer const& viewer, PersonId person, base::Day day) {
  return may_see_absences(tx, viewer, person) ? last_day_away(tx, person, day) : std::nullopt;
}

std::vector<rest::Route> People::calendar_routes() const {
  return {
      rest::get("/api/v1/people/{person}/absences", policy::signed_in,
                "When somebody is away, from today on; for the person, those above and HR.",
                [](Call<Nothing, AbsenceFilter> const& call) {
                  return absences(call.tx, whose(call.tx, call.viewer, call.id<PersonId>("person")), call.query);
                }),
      rest::post("/api/v1/people/{person}/absences", policy::signed_in, "Says that somebody will be away.",
                 [](Call<NewAbsence> const& call) {
                   auto const person = whose(call.tx, call.viewer, call.id<PersonId>("person"));
                   return rest::Created<Absence>{write_down(call.tx, call.viewer, person, call.body),
                                                 "/api/v1/people/" + person.text() + "/absences"};
                 }),
      rest::del("/api/v1/people/{person}/absences/{absence}", policy::signed_in, "Takes an absence back.",
                [](Call<> const& call) {
                  auto const person = whose(call.tx, call.viewer, call.id<PersonId>("person"));
                  if (!delete_absence(call.tx, person, call.id<AbsenceId>("absence")))
                    throw base::not_found("There is no such absence.");
                }),
      rest::get("/api/v1/holidays", policy::signed_in, "Days on which nobody works, from today on.",
                [](Call<Nothing, HolidayFilter> const& call) { return holidays(call.tx, call.query); }),
      rest::post("/api/v1/holidays", policy::hr_or_administrator, "Adds a holiday.",
                 [](Call<NewHoliday> const& call) {
                   Holiday const holiday{call.body.day, call.body.name};
                   insert_holiday(call.tx, holiday);
                   return rest::Created<Holiday>{holiday, "/api/v1/holidays/" + holiday.day.to_string()};
                 }),
      rest::del("/api/v1/holidays/{day}", policy::hr_or_administrator, "Takes a holiday back.",
                [](Call<> const& call) {
                  if (!delete_holiday(call.tx, day_in(call.text("day"))))
                    throw base::not_found("There is no holiday on that day.");
                }),
  };
}

}  // namespace waymark::people
