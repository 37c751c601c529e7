#include "kpi/kpi.hpp"

#include <algorithm>

#include "core/base/problem.hpp"
#include "kpi/happened.hpp"
#include "kpi/kpi_reads.hpp"
#include "kpi/kpi_rules.hpp"
#include "kpi/kpi_store.hpp"
#include "people/directory.hpp"

namespace waymark::kpi {
namespace {

constexpr std::size_t points_told = 100;  // to those who follow a KPI

KpiRow kept_by(db::Tx& tx, policy::Viewer const& viewer, KpiId id) {
  auto row = existing(tx, viewer, id);
  if (may_keep(viewer, row.concerns_viewer)) return row;
  throw base::forbidden("Only the owner of this KPI, its team, HR and executives may do that.");
}

void check_team(db::Tx& tx, policy::Viewer const& viewer, std::optional<TeamId> team) {
  if (team && !people::team_name(tx, *team)) throw base::invalid("team_id", "There is no such team.");
  if (may_keep(viewer, team && leads_or_belongs_to(tx, viewer.person, *team))) return;
  throw base::forbidden(team ? "Only the lead and the members of that team, HR and executives may give it a KPI."
                             : "Only HR and executives may have a KPI without a team.");
}

void check_owner(db::Tx& tx, PersonId owner) {
  if (!people::is_active(tx, owner)) throw base::invalid("owner_id", "There is nobody here with this id.");
}

template <class T>
std::optional<double> figure(std::optional<T> const& given) {
  return given ? std::optional<double>{*given} : std::nullopt;
}

}  // namespace

KpiId Kpis::create(db::Tx& tx, Viewer const& viewer, NewKpi const& given) const {
  check_team(tx, viewer, given.team_id);
  KpiRow row{};
  row.id = tx.new_id<KpiId>();
  row.name = given.name;
  row.description = given.description.value_or("");
  row.unit = given.unit.value_or("");
  row.better = given.better.value_or(Better::higher);
  row.low = figure(given.low);
  row.high = figure(given.high);
  row.margin = figure(given.margin);
  row.team_id = given.team_id;
  row.owner_id = given.owner_id.value_or(viewer.person);
  row.cadence = given.cadence.value_or(KpiCadence::weekly);
  row.indicator = given.indicator;
  check_limits(row.limits());
  check_owner(tx, row.owner_id);
  insert_kpi(tx, row);
  tell(tx, viewer, happened.made, row.id, row.team_id);
  return row.id;
}

void Kpis::enter(db::Tx& tx, Viewer const& viewer, KpiId kpi, NewKpiEntry const& given) const {
  hold_kpi(tx, kpi);
  auto const row = kept_by(tx, viewer, kpi);
  if (row.archived_at) throw base::conflict("kpi_archived", "This KPI was put away and takes no values any more.");
  auto const day = given.day.value_or(tx.today());
  // Where the sun rises first it is tomorrow already.
  check_day(day, tx.now());
  auto const id = tx.new_id<EntryId>();
  insert_entry(tx, kpi, {id, given.value, day, given.note.value_or(""), viewer.person, "", tx.now()});
  tell(tx, viewer, happened.entered, kpi, row.team_id);
  if (newest_entry(tx, kpi) != id) return;
  set_value(tx, kpi, given.value);
  tell_crossing(tx, viewer, row, health(row.limits(), row.value), health(row.limits(), given.value.value));
  for (auto const& listener : entry_listeners_) listener(tx, kpi, given.value, viewer.person, day);
}

std::optional<Kpis::Now> Kpis::now(db::Tx& tx, KpiId kpi) const {
  auto const row = kpi_row(tx, {}, kpi);
  if (!row || row->archived_at) return std::nullopt;
  auto history = points(tx, kpi, points_told);
  std::ranges::reverse(history);
  return Now{row->name, row->value, std::move(history)};
}

std::vector<Kpis::Outside> Kpis::outside(db::Tx& tx, PersonId owner) const {
  KpiFilter mine{};
  mine.owner = owner;
  std::vector<Outside> all;
  for (auto& row : kpi_rows(tx, owner, mine, {}, points_told)) {
    if (row.value && health(row.limits(), row.value) == Health::out_of_range)
      all.push_back({row.id, std::move(row.name), std::move(row.unit), *row.value, row.low, row.high});
  }
  return all;
}

KpiWithEntries Kpis::change(db::Tx& tx, Viewer const& viewer, KpiId id, KpiChange const& change,
                            std::int64_t seen) const {
  auto row = kept_by(tx, viewer, id);
  if (row.version != seen) {
    auto lost = base::conflict("version_conflict", row.name + " was changed by somebody else meanwhile.");
    lost.current = json::text_of(kpi(tx, viewer, id));
    throw lost;
  }
  auto const health_before = health(row.limits(), row.value);
  auto const owner_before = row.owner_id;
  if (change.name) row.name = *change.name;
  if (change.description) row.description = *change.description;
  if (change.unit) row.unit = *change.unit;
  if (change.better) row.better = *change.better;
  if (change.low.given) row.low = figure(change.low.value);
  if (change.high.given) row.high = figure(change.high.value);
  if (change.margin.given) row.margin = figure(change.margin.value);
  if (change.cadence) row.cadence = *change.cadence;
  change.indicator.apply_to(row.indicator);
  if (change.owner_id) check_owner(tx, row.owner_id = *change.owner_id);
  if (change.team_id.given && change.team_id.value != row.team_id)
    check_team(tx, viewer, row.team_id = change.team_id.value);
  check_limits(row.limits());
  update_kpi(tx, row);
  tell(tx, viewer, happened.changed, id, row.team_id);
  if (owner_before != row.owner_id) tell_handover(tx, viewer, row, owner_before);
  tell_crossing(tx, viewer, row, health_before, health(row.limits(), row.value));
  return kpi(tx, viewer, id);
}

KpiTeams Kpis::teams(db::Tx& tx, Viewer const& viewer) const {
  bool const any = may_keep(viewer, false);
  return {any ? all_teams(tx) : teams_around(tx, viewer.person), any};
}

void Kpis::archive(db::Tx& tx, Viewer const& viewer, KpiId id) const {
  auto const row = kept_by(tx, viewer, id);
  if (row.archived_at) return;
  archive_kpi(tx, id);
  for (auto const& listener : archive_listeners_) listener(tx, id, row.name, viewer.person);
  tell(tx, viewer, happened.archived, id, row.team_id);
}

void Kpis::tell_handover(db::Tx& tx, Viewer const& viewer, KpiRow const& row, PersonId from) const {
  tell(tx, viewer, happened.handed_over, row.id, row.team_id);
  events_.announce(tx, happened.taken_over, from,
                   {.parent_id = row.id.value,
                    .team_id = row.team_id ? std::optional{row.team_id->value} : std::nullopt,
                    .actor_id = viewer.person});
}

void Kpis::tell_crossing(db::Tx& tx, Viewer const& viewer, KpiRow const& row, Health before, Health now) const {
  if ((before == Health::out_of_range) == (now == Health::out_of_range)) return;
  tell(tx, viewer, now == Health::out_of_range ? happened.out_of_range : happened.back_in_range, row.id, row.team_id);
}

void Kpis::tell(db::Tx& tx, Viewer const& viewer, events::Kind<KpiId> const& kind, KpiId kpi,
                std::optional<TeamId> team) const {
  events_.announce(tx, kind, kpi,
                   {.team_id = team ? std::optional{team->value} : std::nullopt, .actor_id = viewer.person});
}

}  // namespace waymark::kpi
