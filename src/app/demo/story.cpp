#include "app/demo/story.hpp"

#include <algorithm>

namespace waymark::app::demo {
namespace {

constexpr base::Millis day = base::ms_per_day;

}  // namespace

Story::Story(Product& product, Calendar const& calendar) : product_(product), calendar_(calendar) {
  begin();
  run_year();
  run_quarter(calendar_.first, first_quarter());
  close_quarter(calendar_.first, first_quarter(), first_retros());
  run_quarter(calendar_.second, second_quarter());
  close_quarter(calendar_.second, second_quarter(), second_retros());
  run_quarter(calendar_.current, this_quarter());
  for (auto const& stretch : {calendar_.first, calendar_.second, calendar_.current}) review(stretch);
  run_kpis();
  talk();
  side_stories();
}

void Story::play(db::Db& database, base::FixedClock& clock, std::function<void(std::size_t, std::size_t)> const& told) {
  std::size_t done = 0;
  for (auto const& [moment, act] : acts_) {
    clock.set(moment);
    database.write(act);
    if (told) told(++done, acts_.size());
  }
  clock.set(calendar_.now);
}

void Story::at(base::Millis moment, Act act) {
  if (moment < calendar_.now) acts_.emplace(moment, std::move(act));
}

void Story::begin() {
  auto const moment = (calendar_.first.starts_on - 14).start_ms();
  at(moment, [this](db::Tx& tx) { hire(tx); });
  at(moment + day / 2,
     [this](db::Tx& tx) { open_cycle(tx, calendar_.year, okr::CycleKind::annual, okr::Cadence::monthly); });
}

void Story::run_year() {
  auto const start = calendar_.year.starts_on;
  at((start - 8).start_ms() + day / 2, [this](db::Tx& tx) {
    for (auto const& row : year()) write(tx, calendar_.year, row);
  });
  at(start.start_ms(), [this](db::Tx& tx) { set_phase(tx, calendar_.year.name, okr::Phase::active); });
  for (auto const& row : year()) {
    for (auto const& key_result : row.key_results) check_in_weekly(calendar_.year, key_result, 4);
  }
}

void Story::run_quarter(Stretch const& stretch, std::vector<ObjectiveRow> const& rows) {
  auto const start = stretch.starts_on;
  at((start - 7).start_ms() + day / 3,
     [this, stretch](db::Tx& tx) { open_cycle(tx, stretch, okr::CycleKind::quarter, okr::Cadence::weekly); });
  base::Millis order = 0;
  for (auto const& row : rows) {
    auto const days = row.team == "Halden Instruments" ? 6 : row.team.empty() ? 1 : 4;
    at(office_hour(start - days, row.team) + ++order, [this, stretch, &row](db::Tx& tx) { write(tx, stretch, row); });
    for (auto const& key_result : row.key_results) check_in_weekly(stretch, key_result, 1);
  }
  at(start.start_ms(), [this, stretch](db::Tx& tx) { set_phase(tx, stretch.name, okr::Phase::active); });
}

void Story::close_quarter(Stretch const& stretch, std::vector<ObjectiveRow> const& rows,
                          std::vector<RetroRow> const& retros) {
  auto const end = stretch.ends_on;
  at((end + 1).start_ms() + 1, [this, stretch](db::Tx& tx) { set_phase(tx, stretch.name, okr::Phase::closing); });
  for (auto const& row : rows) {
    at(office_hour(end + 2, row.title), [this, &row](db::Tx& tx) { close(tx, row); });
  }
  for (auto const& row : retros) {
    at(office_hour(end + 4, row.team), [this, stretch, &row](db::Tx& tx) { write_retro(tx, stretch, row); });
  }
  at((end + 8).start_ms(), [this, stretch](db::Tx& tx) { set_phase(tx, stretch.name, okr::Phase::closed); });
}

// One check-in each `step` weeks; a few are left out, but none of the last three.
void Story::check_in_weekly(Stretch const& stretch, KeyResultRow const& row, int step) {
  auto const moment_of = [&](int week) {
    return office_hour(stretch.starts_on + (7 * (week - 1) + dice(row.owner, 3) % 4), row.title);
  };
  int last = 0;
  for (int week = 1; week <= std::min(stretch.weeks, row.last_week); ++week) {
    if (moment_of(week) < calendar_.now && (week - 1) % step == 0) last = week;
  }
  for (int week = 1; week <= last; week += step) {
    auto const left_out = dice(row.title, week) < 12 && week > 1 && week + 2 * step < last;
    if (left_out) continue;
    auto const share = static_cast<double>(week) / last;
    at(moment_of(week),
       [this, &row, week, share, newest = week == last](db::Tx& tx) { check_in(tx, row, week, share, newest); });
  }
}

std::vector<policy::PersonId> Story::staff() const {
  std::vector<policy::PersonId> ids;
  for (auto const& [key, id] : people_) {
    if (key != "zed") ids.push_back(id);
  }
  return ids;
}

// A value every Monday for half a year.
void Story::run_kpis() {
  auto const start = calendar_.first.starts_on;
  for (auto const& row : kpis()) {
    at(office_hour(start - 3, row.owner), [this, &row](db::Tx& tx) { begin_kpi(tx, row); });
    for (int week = 0; week <= 32; ++week) {
      at(office_hour(start + 7 * week, row.name), [this, &row, week](db::Tx& tx) {
        kpi::NewKpiEntry entry{.value = row.value_in(week), .day = {}, .note = {}};
        product_.kpis.enter(tx, as(row.owner), kpis_.at(std::string{row.name}), entry);
      });
    }
  }
}

void Story::begin_kpi(db::Tx& tx, KpiRow const& row) {
  kpi::NewKpi wanted;
  wanted.name = std::string{row.name};
  wanted.description = std::string{row.description};
  wanted.unit = std::string{row.unit};
  wanted.better = row.better;
  if (row.low) wanted.low = *row.low;
  if (row.high) wanted.high = *row.high;
  wanted.team_id = teams_.at(std::string{row.team});
  wanted.owner_id = person(row.owner);
  kpis_[std::string{row.name}] = product_.kpis.create(tx, as(row.owner), wanted);
}

void Story::talk() {
  for (auto const& row : comments()) {
    at(calendar_.now - row.days_ago * day + dice(row.text, 1) * 60'000, [this, &row](db::Tx& tx) {
      okr::NewComment comment{.text = std::string{row.text}, .check_in_id = {}, .mention_ids = {person(row.mention)}};
      product_.okr.comments.create(tx, as(row.author), objectives_.at(std::string{row.objective}), comment);
    });
  }
}

}  // namespace waymark::app::demo
