#pragma once

#include "core/db/db.hpp"
#include "okr/overview/view_shapes.hpp"

namespace waymark::okr {

// When the objectives of a cycle begin and end, are due and were checked in on: those that the viewer may see. Throws
// not_found.
CycleTimeline timeline(db::Tx& tx, policy::Viewer const& viewer, CycleId cycle);

namespace store {

struct BarRow {
  ObjectiveId objective_id;
  std::optional<std::int64_t> published_at;
  std::optional<std::int64_t> closed_at;
};
BOOST_DESCRIBE_STRUCT(BarRow, (), (objective_id, published_at, closed_at))
std::vector<BarRow> bars(db::Tx& tx, PersonId viewer, CycleId cycle);

struct DayRow {
  ObjectiveId objective_id;
  base::Day day;
};
BOOST_DESCRIBE_STRUCT(DayRow, (), (objective_id, day))
std::vector<DayRow> due_days(db::Tx& tx, CycleId cycle);

struct CheckInDayRow {
  ObjectiveId objective_id;
  std::int64_t day;  // since 1970-01-01
};
BOOST_DESCRIBE_STRUCT(CheckInDayRow, (), (objective_id, day))
std::vector<CheckInDayRow> check_in_days(db::Tx& tx, CycleId cycle);

}  // namespace store
}  // namespace waymark::okr
