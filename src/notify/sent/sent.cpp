#include "notify/sent/sent.hpp"

#include <limits>

#include "notify/notice/reminders.hpp"
#include "okr/cycle/publication.hpp"

namespace waymark::notify {
namespace {

template <class Line>
rest::Page<Line> page_of(std::vector<Line> lines, std::int64_t most) {
  rest::Page<Line> page{std::move(lines), {}};
  if (std::ssize(page.items) > most) {
    page.items.pop_back();
    page.next = page.items.back().id.text();
  }
  return page;
}

std::optional<std::int64_t> days_of(NoticeKind kind, int handed_up_after) {
  if (kind == NoticeKind::check_in_due) return due_before_days;
  if (kind == NoticeKind::check_in_late) return late_after_days;
  if (kind == NoticeKind::handed_up) return handed_up_after;
  if (kind == NoticeKind::midcycle) return look_days;
  return std::nullopt;
}

std::optional<std::int64_t> seconds_of(NoticeKind kind) {
  if (occasion_of(kind) != Occasion::everybody) return std::nullopt;
  return untold_ms_of(kind) / 1000;
}

std::optional<Occasion> sent_by(std::string_view job) {
  for (auto const occasion : {Occasion::day, Occasion::everybody}) {
    if (job_of(occasion) == job) return occasion;
  }
  return std::nullopt;
}

}  // namespace

base::Millis untold_ms_of(NoticeKind kind) {
  return kind == NoticeKind::company_published ? okr::untold_ms : 0;
}

rest::Page<SentLine> sent_page(db::Tx& tx, policy::Viewer const& viewer, SentFilter const& filter) {
  auto const most = filter.limit.value_or(50).value;
  return page_of(store::sent_lines(tx, filter, viewer.is(policy::Role::hr), most + 1), most);
}

rest::Page<jobs::JobRun> run_page(db::Tx& tx, RunFilter const& filter) {
  auto const most = filter.limit.value_or(50).value;
  auto const before = filter.after.value_or(jobs::JobRunId{std::numeric_limits<std::int64_t>::max()});
  return page_of(jobs::runs(tx, filter.job ? std::string_view{*filter.job} : "", before, most + 1), most);
}

Schedule schedule(db::Tx& tx, jobs::Jobs const& jobs, int handed_up_after) {
  Schedule all{{}, {}, sent_kept_days};
  for (auto const kind : all_kinds) {
    if (is_logged(kind))
      all.kinds.push_back({kind, occasion_of(kind), days_of(kind, handed_up_after), seconds_of(kind)});
  }
  for (auto& one : jobs.schedule(tx))
    all.jobs.push_back({one.job, sent_by(one.job), one.every_ms, one.next_at, std::move(one.last)});
  return all;
}

}  // namespace waymark::notify
