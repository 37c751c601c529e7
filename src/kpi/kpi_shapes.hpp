#pragma once

#include "kpi/health.hpp"
#include "people/people_shapes.hpp"

namespace waymark::kpi {

using people::PersonName;
using people::TeamId;
using people::TeamName;
using policy::PersonId;
using KpiId = base::Id<struct KpiTag>;
using EntryId = base::Id<struct EntryTag>;

// How often a value is expected.
enum class KpiCadence { daily, weekly, monthly, quarterly };
BOOST_DESCRIBE_ENUM(KpiCadence, daily, weekly, monthly, quarterly)

enum class Indicator { leading, lagging };
BOOST_DESCRIBE_ENUM(Indicator, leading, lagging)

struct KpiPoint {
  base::Day day;
  double value;
};
BOOST_DESCRIBE_STRUCT(KpiPoint, (), (day, value))

// A KPI as lists show it.
struct Kpi {
  KpiId id;
  std::string name;
  std::string description;
  std::string unit;
  Better better;
  std::optional<double> low;
  std::optional<double> high;
  std::optional<double> margin;
  std::optional<TeamName> team;
  PersonName owner;
  KpiCadence cadence;
  std::optional<Indicator> indicator;
  std::optional<double> value;  // the newest
  std::optional<base::Day> day;
  Health health;
  std::optional<Trend> trend;    // from the value of the day before that
  std::vector<KpiPoint> recent;  // the last twelve days with a value, oldest first
  bool archived;
  std::vector<std::string> may;  // "edit", "enter", "archive"
  std::int64_t version;
};
BOOST_DESCRIBE_STRUCT(Kpi, (),
                      (id, name, description, unit, better, low, high, margin, team, owner, cadence, indicator, value,
                       day, health, trend, recent, archived, may, version))

struct KpiEntry {
  EntryId id;
  double value;
  base::Day day;
  std::string note;
  PersonName author;
  std::int64_t at;
  bool counts;  // false once a newer entry was made for the same day
};
BOOST_DESCRIBE_STRUCT(KpiEntry, (), (id, value, day, note, author, at, counts))

struct KpiWithEntries : Kpi {
  std::vector<KpiEntry> entries;  // the last 100, newest day first
};
BOOST_DESCRIBE_STRUCT(KpiWithEntries, (Kpi), (entries))

struct EntryPage {
  std::vector<KpiEntry> items;
  std::optional<std::string> next;  // give it back as `after` for the next page
};
BOOST_DESCRIBE_STRUCT(EntryPage, (), (items, next))

struct EntryQuery {
  std::optional<json::Text<13, 13>> after;
  std::optional<json::Int<1, 200>> limit;
};
BOOST_DESCRIBE_STRUCT(EntryQuery, (), (after, limit))

// How the KPIs of a team or a person do, those first that need attention.
struct KpiSummary {
  std::int64_t as_of;
  HealthCounts counts;
  std::vector<Kpi> items;  // at most 24
};
BOOST_DESCRIBE_STRUCT(KpiSummary, (), (as_of, counts, items))

struct KpiScope {
  std::optional<TeamId> team;
  std::optional<PersonId> owner;
};
BOOST_DESCRIBE_STRUCT(KpiScope, (), (team, owner))

// To whom a KPI may be given.
struct KpiTeams {
  std::vector<TeamName> items;  // by name
  bool without_team;            // or to none
};
BOOST_DESCRIBE_STRUCT(KpiTeams, (), (items, without_team))

struct NewKpi {
  json::Text<1, 200> name;
  std::optional<json::Text<0, 2000>> description;
  std::optional<json::Text<0, 30>> unit;
  std::optional<Better> better;  // higher when left out
  std::optional<json::Figure> low;
  std::optional<json::Figure> high;
  std::optional<json::Figure> margin;
  std::optional<TeamId> team_id;
  std::optional<PersonId> owner_id;   // the caller when left out
  std::optional<KpiCadence> cadence;  // weekly when left out
  std::optional<Indicator> indicator;
};
BOOST_DESCRIBE_STRUCT(NewKpi, (),
                      (name, description, unit, better, low, high, margin, team_id, owner_id, cadence, indicator))

struct KpiChange {
  std::optional<json::Text<1, 200>> name;
  std::optional<json::Text<0, 2000>> description;
  std::optional<json::Text<0, 30>> unit;
  std::optional<Better> better;
  json::Change<json::Figure> low;
  json::Change<json::Figure> high;
  json::Change<json::Figure> margin;
  json::Change<TeamId> team_id;
  std::optional<PersonId> owner_id;
  std::optional<KpiCadence> cadence;
  json::Change<Indicator> indicator;
};
BOOST_DESCRIBE_STRUCT(KpiChange, (),
                      (name, description, unit, better, low, high, margin, team_id, owner_id, cadence, indicator))

struct NewKpiEntry {
  json::Figure value;
  std::optional<base::Day> day;  // today when left out
  std::optional<json::Text<0, 1000>> note;
};
BOOST_DESCRIBE_STRUCT(NewKpiEntry, (), (value, day, note))

struct KpiFilter {
  std::optional<TeamId> team;
  std::optional<PersonId> owner;
  std::optional<Health> health;
  std::optional<bool> archived;  // true: only those; otherwise only the others
  std::optional<json::Text<13, 13>> after;
  std::optional<json::Int<1, 200>> limit;
};
BOOST_DESCRIBE_STRUCT(KpiFilter, (), (team, owner, health, archived, after, limit))

}  // namespace waymark::kpi
