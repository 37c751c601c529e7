#pragma once

#include "core/base/day.hpp"
#include "people/people_shapes.hpp"

namespace waymark::people {

using AbsenceId = base::Id<struct AbsenceTag>;

// Days on which somebody is away, both ends included. There is no field for the reason, on purpose.
struct Absence {
  AbsenceId id;
  base::Day starts_on;
  base::Day ends_on;
};
BOOST_DESCRIBE_STRUCT(Absence, (), (id, starts_on, ends_on))

struct NewAbsence {
  base::Day starts_on;
  base::Day ends_on;
};
BOOST_DESCRIBE_STRUCT(NewAbsence, (), (starts_on, ends_on))

struct AbsenceFilter {
  std::optional<json::Text<1, 400>> after;
  std::optional<json::Int<1, 200>> limit;
};
BOOST_DESCRIBE_STRUCT(AbsenceFilter, (), (after, limit))

// A day on which nobody works.
struct Holiday {
  base::Day day;
  std::string name;
};
BOOST_DESCRIBE_STRUCT(Holiday, (), (day, name))

struct NewHoliday {
  base::Day day;
  json::Text<1, 100> name;
};
BOOST_DESCRIBE_STRUCT(NewHoliday, (), (day, name))

struct HolidayFilter {
  std::optional<base::Day> after;  // the day before the first one wanted
  std::optional<json::Int<1, 200>> limit;
};
BOOST_DESCRIBE_STRUCT(HolidayFilter, (), (after, limit))

}  // namespace waymark::people
