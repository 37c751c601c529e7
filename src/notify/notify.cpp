#include "notify/notify.hpp"

#include <algorithm>

#include "core/base/problem.hpp"
#include "core/json/read.hpp"
#include "core/json/write.hpp"
#include "notify/digest/digest.hpp"
#include "notify/facts/facts.hpp"
#include "notify/heard/hear.hpp"
#include "notify/heard/table_of_news.hpp"
#include "notify/late/late.hpp"
#include "notify/sent/sent.hpp"
#include "okr/cycle/publication.hpp"

namespace waymark::notify {
namespace {

constexpr std::int64_t people_at_once = 200;
constexpr base::Millis longest_snooze_ms = 60 * base::ms_per_day;
constexpr base::Millis news_ms = 7 * base::ms_per_day;  // what is older is no news any more
constexpr base::Millis kept_ms = 180 * base::ms_per_day;
constexpr base::Millis hour_ms = 3'600'000;

// The work of each person in turn.
template <class F>
void for_each_person(std::vector<Waiting> const& all, F const& work) {
  for (auto begin = all.begin(); begin != all.end();) {
    auto const end = std::find_if(begin, all.end(), [&](auto const& one) { return one.owner_id != begin->owner_id; });
    work(std::span{begin, end});
    begin = end;
  }
}

// A job may come late, and what it tells of may be over by then.
bool is_news(NoticeKind kind, facts::Objective const& objective, base::Millis now) {
  if (kind == NoticeKind::company_cancelled) return objective.state == okr::State::cancelled;
  auto const published_at = objective.published_at.value_or(0);
  return objective.state == okr::State::published && published_at >= now - news_ms &&
         !okr::is_untold(published_at, now);
}

// Of what goes to everybody, in pages: one line of the log says how many were told.
struct SentSoFar {
  std::int64_t people{0};
  SentId line{};
};

SentSoFar tell_some(db::Tx& tx, store::Fresh fresh, std::vector<PersonId> const& some, SentSoFar sent) {
  std::int64_t people = 0;
  for (auto const person : some) {
    fresh.person = person;
    people += store::insert(tx, fresh);
  }
  if (people == 0) return sent;
  if (sent.line)
    store::log_more_people(tx, sent.line, people);
  else
    sent.line = store::log_everybody(tx, fresh, people);
  sent.people += people;
  return sent;
}

}  // namespace

Notify::Notify(events::Events& events, jobs::Jobs& jobs, Teller::Away away, Teller::HandedUpAfter handed_up_after)
    : jobs_(jobs),
      handed_up_after_(handed_up_after),
      teller_(events, jobs, std::move(away), std::move(handed_up_after)) {
  events.witness([this](db::Tx& tx, events::Event const& event) { hear_of(teller_, tx, event); });
  jobs.every(hour_ms, std::string{job_of(Occasion::day)},
             [this](db::Db& db, auto const&) { return remind(db) + ask_for_looks(db); });
  jobs.every(hour_ms, "notify.tidy", [](db::Db& db, auto const&) { db.write(forget_old); });
  jobs.on(std::string{job_of(Occasion::everybody)},
          [this](db::Db& db, std::string const& body) { return tell_everybody(db, json::read<ToEverybody>(body)); });
}

std::int64_t Notify::remind(db::Db& db) const {
  std::int64_t sent = 0;
  auto const all = db.read(facts::waiting);
  for_each_person(all, [&](std::span<Waiting const> of_one) {
    sent += db.write([&](db::Tx& tx) { return teller_.remind(tx, of_one); });
  });
  return sent;
}

std::int64_t Notify::tell_everybody(db::Db& db, ToEverybody const& what) const {
  auto const objective = db.read([&](db::Tx& tx) { return facts::objective(tx, what.objective); });
  if (!objective || !is_news(what.kind, *objective, db.read([](db::Tx& tx) { return tx.now(); }))) return 0;
  store::Fresh const fresh{.person = {},
                           .kind = what.kind,
                           .once = std::string{json::name_of(what.kind)} + ":" + what.objective.text(),
                           .actor = what.by,
                           .objective = what.objective,
                           .about = objective->title,
                           .text = what.kind == NoticeKind::company_cancelled ? objective->reason : ""};
  // Who answers for what supported it knows already. [NOT-23]
  auto const told = db.read([&](db::Tx& tx) {
    return what.kind == NoticeKind::company_cancelled ? facts::children(tx, what.objective)
                                                      : std::vector<facts::Child>{};
  });
  auto const knows = [&](PersonId person) {
    return person == what.by || std::ranges::find(told, person, &facts::Child::accountable_id) != told.end();
  };
  SentSoFar sent;
  for (PersonId last{};;) {
    auto some = db.read([&](db::Tx& tx) { return facts::people_after(tx, last, people_at_once); });
    if (some.empty()) return sent.people;
    last = some.back();
    std::erase_if(some, knows);
    sent = db.write([&](db::Tx& tx) { return tell_some(tx, fresh, some, sent); });
  }
}

std::int64_t Notify::ask_for_looks(db::Db& db) const {
  return db.write([&](db::Tx& tx) {
    std::int64_t sent = 0;
    for (auto const& look : facts::midcycle_looks(tx, tx.today() - look_days, tx.today())) {
      for (auto const& [person, objectives] : facts::undecided(tx, look.cycle_id, look.on.start_ms()))
        sent += teller_.ask(tx, {.person = person,
                                 .kind = NoticeKind::midcycle,
                                 .once = hear::once_of_holder("midcycle", look.cycle_id, person) + look.on.to_string(),
                                 .page = NoticePage::cycle,
                                 .place = look.cycle_id.value,
                                 .about = look.name,
                                 .amount = objectives});
    }
    return sent;
  });
}

void Notify::forget_old(db::Tx& tx) {
  store::forget_before(tx, tx.now() - kept_ms);
  store::forget_sent(tx, tx.now() - sent_kept_days * base::ms_per_day);
  jobs::forget_runs(tx, tx.now() - sent_kept_days * base::ms_per_day);
}

rest::Page<Notice> Notify::page(db::Tx& tx, Viewer const& viewer, NoticeFilter const& filter) const {
  auto const most = filter.limit.value_or(50).value;
  rest::Page<Notice> page{store::page(tx, viewer.person, filter, most + 1), {}};
  if (std::ssize(page.items) > most) {
    page.items.pop_back();
    page.next = page.items.back().id.text();
  }
  return page;
}

void Notify::change(db::Tx& tx, Viewer const& viewer, NoticeId id, std::function<void()> const& how) const {
  if (!store::is_theirs(tx, viewer.person, id)) throw base::not_found("There is no such notice.");
  how();
  teller_.announce(tx, viewer.person);
}

NoticeSettings Notify::settings(db::Tx& tx, Viewer const& viewer) const {
  NoticeSettings all;
  auto const own = store::settings(tx, viewer.person);
  for (auto const kind : all_kinds) {
    if (!may_be_switched_off(kind)) continue;
    auto const found = std::ranges::find(own, kind, &NoticeSetting::kind);
    all.items.push_back(found == own.end() ? NoticeSetting{kind, true, true} : *found);
  }
  return all;
}

std::vector<rest::Route> Notify::routes() const {
  using rest::Call;
  using rest::Nothing;
  auto const notice = [](auto const& call) { return call.template id<NoticeId>("notice"); };
  return {
      rest::get("/api/v1/notices", policy::signed_in, "What the caller was told, newest first.",
                [this](Call<Nothing, NoticeFilter> const& c) { return page(c.tx, c.viewer, c.query); }),
      rest::get("/api/v1/notices/count", policy::signed_in, "How many notices are not read.",
                [](Call<> const& c) {
                  return NoticeCount{c.viewer.person, store::unread(c.tx, c.viewer.person)};
                }),
      rest::put("/api/v1/notices/read", policy::signed_in, "Marks all notices that are shown as read.",
                [this](Call<> const& c) {
                  store::set_all_read(c.tx, c.viewer.person, c.tx.now());
                  teller_.announce(c.tx, c.viewer.person);
                }),
      rest::put("/api/v1/notices/{notice}/read", policy::signed_in, "Marks a notice as read.",
                [this, notice](Call<> const& c) {
                  change(c.tx, c.viewer, notice(c), [&] { store::set_read(c.tx, notice(c), c.tx.now()); });
                }),
      rest::del("/api/v1/notices/{notice}/read", policy::signed_in, "Marks a notice as not read.",
                [this, notice](Call<> const& c) {
                  change(c.tx, c.viewer, notice(c), [&] { store::set_read(c.tx, notice(c), {}); });
                }),
      rest::put("/api/v1/notices/{notice}/snooze", policy::signed_in, "Hides a notice until a moment within 60 days.",
                [this, notice](Call<Snooze> const& c) {
                  if (c.body.until <= c.tx.now() || c.body.until > c.tx.now() + longest_snooze_ms)
                    throw base::invalid("until", "A notice can rest for a while, at most 60 days.");
                  change(c.tx, c.viewer, notice(c), [&] { store::snooze(c.tx, notice(c), c.body.until); });
                }),
      rest::get("/api/v1/me/notice-settings", policy::signed_in, "Which kinds of notices the caller wants, and where.",
                [this](Call<> const& c) { return settings(c.tx, c.viewer); }),
      rest::put("/api/v1/me/notice-settings", policy::signed_in,
                "Chooses for some kinds of notices where to show them.",
                [this](Call<NoticeSettings> const& c) {
                  for (auto const& setting : c.body.items) {
                    if (!may_be_switched_off(setting.kind))
                      throw base::invalid("items", "What concerns your own account is always told.");
                    store::set(c.tx, c.viewer.person, setting);
                  }
                  teller_.announce(c.tx, c.viewer.person);
                  return settings(c.tx, c.viewer);
                }),
      rest::get("/api/v1/cycles/{cycle}/late-check-ins", policy::signed_in,
                "Who has not yet checked in on what is wanted by today, the latest first.",
                [](Call<Nothing, LateFilter> const& c) {
                  return late_list(c.tx, c.viewer, c.id<okr::CycleId>("cycle"), c.query);
                }),
      rest::post("/api/v1/cycles/{cycle}/reminders", policy::signed_in,
                 "Reminds those who have not yet checked in, each once a day: all whom the caller may remind, or some.",
                 [this](Call<NewReminders> const& c) {
                   return notify::remind(c.tx, teller_, c.viewer, c.id<okr::CycleId>("cycle"), c.body);
                 }),
      rest::get("/api/v1/sent", policy::hr_or_administrator,
                "What the program sent by itself or held back, newest first. What people say to each other, and "
                "anything about drafts, is not in it.",
                [](Call<Nothing, SentFilter> const& c) { return sent_page(c.tx, c.viewer, c.query); }),
      rest::get("/api/v1/job-runs", policy::hr_or_administrator, "How the jobs of the program went, newest first.",
                [](Call<Nothing, RunFilter> const& c) { return run_page(c.tx, c.query); }),
      rest::get("/api/v1/schedule", policy::hr_or_administrator, "What is sent by itself, and when each job runs next.",
                [this](Call<> const& c) { return schedule(c.tx, jobs_, handed_up_after_(c.tx)); }),
      rest::get("/api/v1/me/digest", policy::signed_in, "The last seven days in the caller's teams.",
                [](Call<> const& c) { return digest(c.tx, c.viewer); }),
  };
}

}  // namespace waymark::notify
