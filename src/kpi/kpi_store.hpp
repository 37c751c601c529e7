#pragma once

#include "core/db/db.hpp"
#include "kpi/kpi_shapes.hpp"

namespace waymark::kpi {

struct KpiRow {
  KpiId id;
  std::string name;
  std::string description;
  std::string unit;
  Better better;
  std::optional<double> low;
  std::optional<double> high;
  std::optional<double> margin;
  std::optional<TeamId> team_id;
  std::optional<std::string> team;
  std::optional<people::TeamKind> team_kind;
  PersonId owner_id;
  std::string owner;
  KpiCadence cadence;
  std::optional<Indicator> indicator;
  std::optional<double> value;
  std::optional<base::Day> day;
  std::optional<double> value_before;  // of the day before `day` that has one
  std::optional<base::Millis> archived_at;
  std::int64_t version;
  bool concerns_viewer;  // owns it, leads its team or is a member of that

  Limits limits() const { return {better, low, high, margin}; }
};
BOOST_DESCRIBE_STRUCT(KpiRow, (),
                      (id, name, description, unit, better, low, high, margin, team_id, team, team_kind, owner_id,
                       owner, cadence, indicator, value, day, value_before, archived_at, version, concerns_viewer))

struct EntryRow {
  EntryId id;
  double value;
  base::Day day;
  std::string note;
  PersonId author_id;
  std::string author;
  base::Millis at;
};
BOOST_DESCRIBE_STRUCT(EntryRow, (), (id, value, day, note, author_id, author, at))

std::optional<KpiRow> kpi_row(db::Tx& tx, PersonId viewer, KpiId id);

// KPIs behind `after`, in the order in which they were made.
std::vector<KpiRow> kpi_rows(db::Tx& tx, PersonId viewer, KpiFilter const& filter, KpiId after, std::int64_t most);

void insert_kpi(db::Tx& tx, KpiRow const& row);
void update_kpi(db::Tx& tx, KpiRow const& row);
void archive_kpi(db::Tx& tx, KpiId id);

// Where an entry stands among those of its KPI.
struct EntryPlace {
  base::Day day;
  EntryId id;
};
BOOST_DESCRIBE_STRUCT(EntryPlace, (), (day, id))

// Newest day first, and of one day the newest first; behind `after`, where it is given.
std::vector<EntryRow> entry_rows(db::Tx& tx, KpiId id, std::optional<EntryPlace> const& after, std::int64_t most);
std::optional<EntryPlace> entry_place(db::Tx& tx, KpiId kpi, EntryId id);
std::vector<KpiPoint> points(db::Tx& tx, KpiId id, std::size_t most);  // newest first
EntryId newest_of_day(db::Tx& tx, KpiId kpi, base::Day day);

// Until the end of the transaction, nobody else enters a value.
void hold_kpi(db::Tx& tx, KpiId kpi);

void insert_entry(db::Tx& tx, KpiId kpi, EntryRow const& entry);
EntryId newest_entry(db::Tx& tx, KpiId kpi);
void set_value(db::Tx& tx, KpiId kpi, double value);

bool leads_or_belongs_to(db::Tx& tx, PersonId person, TeamId team);

// By name: all, or those that the person leads or belongs to.
std::vector<TeamName> all_teams(db::Tx& tx);
std::vector<TeamName> teams_around(db::Tx& tx, PersonId person);

}  // namespace waymark::kpi
