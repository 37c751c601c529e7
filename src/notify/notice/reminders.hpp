#pragma once

#include <algorithm>
#include <span>

#include "notify/notice/notice_shapes.hpp"
#include "okr/rules/status.hpp"

// Whom to remind of check-ins, and of what.
namespace waymark::notify {

// A key result that somebody checks in.
struct Waiting {
  PersonId owner_id;
  std::optional<PersonId> manager_id;
  ObjectiveId objective_id;
  std::string title;
  base::Day starts_on;
  base::Day due_on;
  okr::Cadence cadence;
  std::optional<std::int64_t> last_news_at;
  std::int64_t published_at;  // its objective
  std::int64_t created_at;
};
BOOST_DESCRIBE_STRUCT(Waiting, (),
                      (owner_id, manager_id, objective_id, title, starts_on, due_on, cadence, last_news_at,
                       published_at, created_at))

inline constexpr int due_before_days = 1;  // asked for from so many days before it is wanted
inline constexpr int late_after_days = 1;  // said to be late from so many days after

struct Reminder {
  PersonId person;
  NoticeKind kind;
  std::string once;
  std::optional<PersonId> whose;  // of a notice that was handed up
  ObjectiveId objective;
  std::string about;  // the title of the latest
  int amount;
  int days;  // late, of the latest

  bool operator==(Reminder const&) const = default;
};

// The day from which the next check-in of a row is counted: that of the last news, or the one from which it is awaited.
template <class Row>
base::Day counted_from(Row const& row) {
  if (row.last_news_at) return std::max(base::day_of(*row.last_news_at), row.starts_on);
  return okr::awaited_since(row.starts_on, base::day_of(std::max(row.published_at, row.created_at)), row.due_on);
}

// The day by which a check-in is wanted. None before the start and after the last one.
std::optional<base::Day> wanted_by(Waiting const& waiting, base::Day today);
int days_late(Waiting const& waiting, base::Day today);

// Of all that is wanted by today.
std::optional<Reminder> wanted_today(std::span<Waiting const> of_one, base::Day today);

// For what waits for one person, at most one of each kind.
std::vector<Reminder> reminders(std::span<Waiting const> of_one, base::Day today, int handed_up_after);

}  // namespace waymark::notify
