#include "notify/notice/reminders.hpp"

#include <algorithm>

namespace waymark::notify {
namespace {

// What is wanted by then, the latest first.
std::vector<Waiting const*> wanted_until(std::span<Waiting const> of_one, base::Day last, base::Day today) {
  std::vector<Waiting const*> due;
  for (auto const& waiting : of_one) {
    auto const day = wanted_by(waiting, today);
    if (day && *day <= last) due.push_back(&waiting);
  }
  std::ranges::stable_sort(due, {}, [&](Waiting const* waiting) { return *wanted_by(*waiting, today); });
  return due;
}

// One reminder for all of `due`, which is sorted with the latest first. It comes again when another one joins.
Reminder reminder(NoticeKind kind, PersonId to, std::span<Waiting const* const> due, base::Day today) {
  auto const& latest = *due.front();
  auto const newest = wanted_by(*due.back(), today)->to_string();
  return {.person = to,
          .kind = kind,
          .once = std::string{boost::describe::enum_to_string(kind, "")} + ":" + latest.owner_id.text() + ":" + newest,
          .whose = {},
          .objective = latest.objective_id,
          .about = latest.title,
          .amount = static_cast<int>(due.size()),
          .days = days_late(latest, today)};
}

}  // namespace

std::optional<base::Day> wanted_by(Waiting const& waiting, base::Day today) {
  if (today < waiting.starts_on) return std::nullopt;
  return okr::next_check_in(waiting.cadence, counted_from(waiting), waiting.due_on);
}

int days_late(Waiting const& waiting, base::Day today) {
  return okr::days_late(waiting.cadence, counted_from(waiting), waiting.due_on, today);
}

std::optional<Reminder> wanted_today(std::span<Waiting const> of_one, base::Day today) {
  auto const due = wanted_until(of_one, today, today);
  if (due.empty()) return std::nullopt;
  return reminder(NoticeKind::reminded, due.front()->owner_id, due, today);
}

std::vector<Reminder> reminders(std::span<Waiting const> of_one, base::Day today, int handed_up_after) {
  auto const due = wanted_until(of_one, today + due_before_days, today);
  auto const until = [&](int days) {
    auto const end = std::ranges::find_if(due, [&](Waiting const* one) { return days_late(*one, today) < days; });
    return std::span<Waiting const* const>{due.data(), static_cast<std::size_t>(end - due.begin())};
  };

  std::vector<Reminder> all;
  auto const late = until(late_after_days);
  auto const long_late = until(handed_up_after);
  if (late.size() < due.size())
    all.push_back(
        reminder(NoticeKind::check_in_due, due.front()->owner_id, std::span{due}.subspan(late.size()), today));
  if (!late.empty()) all.push_back(reminder(NoticeKind::check_in_late, late.front()->owner_id, late, today));
  if (!long_late.empty() && long_late.front()->manager_id) {
    all.push_back(reminder(NoticeKind::handed_up, *long_late.front()->manager_id, long_late, today));
    all.back().whose = long_late.front()->owner_id;
  }
  return all;
}

}  // namespace waymark::notify
