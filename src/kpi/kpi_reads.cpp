#include "kpi/kpi_reads.hpp"

#include <algorithm>

#include "core/base/problem.hpp"
#include "kpi/kpi.hpp"
#include "kpi/kpi_rules.hpp"

namespace waymark::kpi {
namespace {

constexpr std::int64_t entries_shown = 100;
constexpr std::int64_t rows_at_once = 200;
constexpr std::size_t points_shown = 12;
constexpr std::size_t summary_shown = 24;

Kpi judged(KpiRow const& row, policy::Viewer const& viewer) {
  Kpi kpi;
  kpi.id = row.id;
  kpi.name = row.name;
  kpi.description = row.description;
  kpi.unit = row.unit;
  kpi.better = row.better;
  kpi.low = row.low;
  kpi.high = row.high;
  kpi.margin = row.margin;
  if (row.team_id)
    kpi.team = TeamName{*row.team_id, row.team.value_or(""), row.team_kind.value_or(people::TeamKind::team)};
  kpi.owner = {row.owner_id, row.owner};
  kpi.cadence = row.cadence;
  kpi.indicator = row.indicator;
  kpi.value = row.value;
  kpi.day = row.day;
  kpi.health = health(row.limits(), row.value);
  if (row.value && row.value_before) kpi.trend = trend(row.limits(), *row.value_before, *row.value);
  kpi.archived = row.archived_at.has_value();
  if (!kpi.archived && may_keep(viewer, row.concerns_viewer)) kpi.may = {"edit", "enter", "archive"};
  kpi.version = row.version;
  return kpi;
}

// The first of each day counts: it is the newest.
std::vector<KpiEntry> shapes_of(std::vector<EntryRow> const& rows) {
  std::vector<KpiEntry> entries;
  std::optional<base::Day> day;
  for (auto const& row : rows) {
    bool const counts = row.day != day;
    day = row.day;
    entries.push_back({row.id, row.value, row.day, row.note, {row.author_id, row.author}, row.at, counts});
  }
  return entries;
}

// Throws invalid for a cursor of another list.
std::optional<EntryPlace> place_after(db::Tx& tx, KpiId kpi, std::optional<json::Text<13, 13>> const& cursor) {
  if (!cursor) return std::nullopt;
  auto const id = base::id_of(*cursor);
  auto const place = id ? entry_place(tx, kpi, {*id}) : std::nullopt;
  if (!place) throw base::invalid("after", "This is no cursor of this list.");
  return place;
}

KpiId place_after(std::optional<json::Text<13, 13>> const& cursor) {
  if (!cursor) return {};
  auto const id = base::id_of(*cursor);
  if (!id) throw base::invalid("after", "This is no cursor of this list.");
  return {*id};
}

}  // namespace

KpiRow existing(db::Tx& tx, policy::Viewer const& viewer, KpiId id) {
  auto row = kpi_row(tx, viewer.person, id);
  if (!row) throw base::not_found("There is no such KPI.");
  return *std::move(row);
}

Kpi shape_of(db::Tx& tx, KpiRow const& row, policy::Viewer const& viewer) {
  auto kpi = judged(row, viewer);
  for (auto const& point : points(tx, row.id, points_shown * 2)) {
    bool const counts = kpi.recent.empty() || kpi.recent.back().day != point.day;
    if (counts && kpi.recent.size() < points_shown) kpi.recent.push_back(point);
  }
  std::ranges::reverse(kpi.recent);
  return kpi;
}

rest::Page<Kpi> Kpis::page(db::Tx& tx, Viewer const& viewer, KpiFilter const& filter) const {
  auto const most = static_cast<std::size_t>(filter.limit.value_or(50).value);
  rest::Page<Kpi> page;
  auto after = place_after(filter.after);
  for (;;) {
    auto const rows = kpi_rows(tx, viewer.person, filter, after, rows_at_once);
    for (auto const& row : rows) {
      if (filter.health && health(row.limits(), row.value) != *filter.health) continue;
      if (page.items.size() == most) {
        page.next = page.items.back().id.text();
        return page;
      }
      page.items.push_back(shape_of(tx, row, viewer));
    }
    if (std::ssize(rows) < rows_at_once) return page;
    after = rows.back().id;
  }
}

KpiWithEntries Kpis::kpi(db::Tx& tx, Viewer const& viewer, KpiId id) const {
  KpiWithEntries kpi;
  static_cast<Kpi&>(kpi) = shape_of(tx, existing(tx, viewer, id), viewer);
  kpi.entries = shapes_of(entry_rows(tx, id, {}, entries_shown));
  return kpi;
}

EntryPage Kpis::entries(db::Tx& tx, Viewer const& viewer, KpiId id, EntryQuery const& query) const {
  existing(tx, viewer, id);
  auto const most = query.limit.value_or(100).value;
  auto rows = entry_rows(tx, id, place_after(tx, id, query.after), most + 1);
  bool const more = std::ssize(rows) > most;
  auto items = shapes_of(rows);
  if (more) items.pop_back();
  if (!items.empty()) items.front().counts = newest_of_day(tx, id, rows.front().day) == rows.front().id;
  auto next = more ? std::optional{items.back().id.text()} : std::nullopt;
  return {std::move(items), std::move(next)};
}

KpiSummary Kpis::summary(db::Tx& tx, Viewer const& viewer, KpiScope const& scope) const {
  KpiFilter filter{};
  filter.team = scope.team;
  filter.owner = scope.owner;
  std::vector<KpiRow> all;
  for (KpiId after{};;) {
    auto rows = kpi_rows(tx, viewer.person, filter, after, rows_at_once);
    bool const last = std::ssize(rows) < rows_at_once;
    if (!rows.empty()) after = rows.back().id;
    std::ranges::move(rows, std::back_inserter(all));
    if (last) break;
  }
  std::ranges::stable_sort(all, {}, [](KpiRow const& row) { return urgency(health(row.limits(), row.value)); });
  KpiSummary summary{};
  summary.as_of = tx.now();
  for (auto const& row : all) {
    count(summary.counts, health(row.limits(), row.value));
    if (summary.items.size() < summary_shown) summary.items.push_back(shape_of(tx, row, viewer));
  }
  return summary;
}

}  // namespace waymark::kpi
