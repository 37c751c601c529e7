#pragma once

#include <span>

#include "notify/notice_shapes.hpp"
#include "okr/status.hpp"

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
  std::int64_t last_news_at;  // or when it was published
};
BOOST_DESCRIBE_STRUCT(Waiting, (),
                      (owner_id, manager_id, objective_id, title, starts_on, due_on, cadence, last_news_at))

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

// The day by which a check-in is wanted. None before the start and after the last one.
std::optional<base::Day> wanted_by(Waiting const& waiting, base::Day today);
int days_late(Waiting const& waiting, base::Day today);

// For what waits for one person, at most one of each kind.
std::vector<Reminder> reminders(std::span<Waiting const> of_one, base::Day today, int handed_up_after);

}  // namespace waymark::notify
