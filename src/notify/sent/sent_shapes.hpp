#pragma once

#include "core/jobs/jobs.hpp"
#include "notify/notice/notice_shapes.hpp"

namespace waymark::notify {

// What makes a notice of a kind go out.
enum class Occasion {
  day,        // found by the job that looks what the day brings
  everybody,  // told to all who are here by a job of its own, a little later
  act,        // at once, with what somebody did
  press,      // somebody pressed for it
  said,       // what people say to each other and ask of each other: none of the log's business [NOT-30]
  own         // what concerns somebody's own account and place [NOT-34], which the audit holds
};
BOOST_DESCRIBE_ENUM(Occasion, day, everybody, act, press, said, own)

// A new kind does not compile before somebody has said whether others may read that it was sent.
constexpr Occasion occasion_of(NoticeKind kind) {
  switch (kind) {
    case NoticeKind::check_in_due:
    case NoticeKind::check_in_late:
    case NoticeKind::handed_up:
    case NoticeKind::midcycle: return Occasion::day;
    case NoticeKind::company_published:
    case NoticeKind::company_cancelled: return Occasion::everybody;
    case NoticeKind::imported:
    case NoticeKind::kpi_out_of_range:
    case NoticeKind::cycle_created:
    case NoticeKind::closing_begun:
    case NoticeKind::retro_due:
    case NoticeKind::parent_cancelled:
    case NoticeKind::parent_retitled:
    case NoticeKind::handed_over:
    case NoticeKind::taken_over:
    case NoticeKind::left_behind: return Occasion::act;
    case NoticeKind::reminded: return Occasion::press;
    case NoticeKind::mention:
    case NoticeKind::comment:
    case NoticeKind::thanked:
    case NoticeKind::acknowledged:
    case NoticeKind::low_confidence:
    case NoticeKind::blocker_raised:
    case NoticeKind::blocker_resolved:
    case NoticeKind::dependency_asked:
    case NoticeKind::dependency_answered:
    case NoticeKind::link_proposed:
    case NoticeKind::link_accepted: return Occasion::said;
    case NoticeKind::access_link:
    case NoticeKind::access_guessed:
    case NoticeKind::readdressed:
    case NoticeKind::manager_set:
    case NoticeKind::put_into_team:
    case NoticeKind::taken_out_of_team:
    case NoticeKind::lead_given:
    case NoticeKind::lead_taken: return Occasion::own;
  }
  return Occasion::said;
}

constexpr bool is_logged(NoticeKind kind) {
  auto const occasion = occasion_of(kind);
  return occasion != Occasion::said && occasion != Occasion::own;
}

// The job by which kinds of this occasion go out; none for those that go out with an act.
constexpr std::string_view job_of(Occasion occasion) {
  if (occasion == Occasion::day) return "notify.remind";
  if (occasion == Occasion::everybody) return "notify.everybody";
  return "";
}

// By what it reached somebody.
enum class Channel { inbox };
BOOST_DESCRIBE_ENUM(Channel, inbox)

// Why somebody was not told.
enum class Held {
  away,         // their absence: known to HR alone [NOT-31]
  theirs_away,  // that of whoever it speaks of
  holiday,
  left
};
BOOST_DESCRIBE_ENUM(Held, away, theirs_away, holiday, left)

using SentId = base::Id<struct SentTag>;

struct SentLine {
  SentId id;
  std::int64_t at;
  NoticeKind kind;
  Channel channel;
  std::optional<PersonName> person;  // null: everybody who was here
  std::int64_t people;               // how many that were
  std::optional<Held> held;          // null: it was sent
  std::optional<PersonName> actor;   // whose act it is, or whose check-ins are late
  std::optional<PersonName> in_place_of;
  NoticePage page;
  std::optional<ObjectiveName> objective;
  std::optional<PlaceId> place_id;
  std::optional<people::TeamId> team_id;
  std::string about;    // the title of what it leads to; empty for a page of the reader's own
  std::int64_t amount;  // of what it spoke of
  std::int64_t days;    // late
};
BOOST_DESCRIBE_STRUCT(SentLine, (),
                      (id, at, kind, channel, person, people, held, actor, in_place_of, page, objective, place_id,
                       team_id, about, amount, days))

struct SentFilter {
  std::optional<NoticeKind> kind;
  std::optional<PersonId> person;
  std::optional<SentId> after;
  std::optional<json::Int<1, 100>> limit;  // 50 when left out
};
BOOST_DESCRIBE_STRUCT(SentFilter, (), (kind, person, after, limit))

struct RunFilter {
  std::optional<json::Text<1, 60>> job;
  std::optional<jobs::JobRunId> after;
  std::optional<json::Int<1, 100>> limit;  // 50 when left out
};
BOOST_DESCRIBE_STRUCT(RunFilter, (), (job, after, limit))

// A kind of notice that goes out by itself.
struct SentKind {
  NoticeKind kind;
  Occasion occasion;
  std::optional<std::int64_t> days;     // before it is due, late, or for which it is asked
  std::optional<std::int64_t> seconds;  // after what it tells of
};
BOOST_DESCRIBE_STRUCT(SentKind, (), (kind, occasion, days, seconds))

struct ScheduledSending {
  std::string job;
  std::optional<Occasion> sends;  // null: it sends nothing
  std::optional<std::int64_t> every_ms;
  std::optional<std::int64_t> next_at;
  std::optional<jobs::JobRun> last;
};
BOOST_DESCRIBE_STRUCT(ScheduledSending, (), (job, sends, every_ms, next_at, last))

struct Schedule {
  std::vector<SentKind> kinds;
  std::vector<ScheduledSending> jobs;
  std::int64_t kept_days;  // lines and runs
};
BOOST_DESCRIBE_STRUCT(Schedule, (), (kinds, jobs, kept_days))

}  // namespace waymark::notify
