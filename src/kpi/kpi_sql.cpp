#include "kpi/kpi_store.hpp"

namespace waymark::kpi {
namespace {

base::Day const last_day = *base::Day::parse("9999-12-31");

// What a KpiRow is made of, for one KPI or a page of them.
std::string const kpi_columns = R"sql(
  SELECT k.id, k.name, k.description, k.unit, k.better, k.low, k.high, k.margin, k.team_id, t.name, t.kind, k.owner_id,
         p.name, k.cadence, k.indicator, k.last_value,
         (SELECT MAX(e.day) FROM kpi_entry e WHERE e.kpi_id = k.id),
         (SELECT e.value
            FROM kpi_entry e
           WHERE e.kpi_id = k.id AND e.day < (SELECT MAX(n.day) FROM kpi_entry n WHERE n.kpi_id = k.id)
           ORDER BY e.day DESC, e.id DESC
           LIMIT 1),
         k.archived_at, k.version,
         CASE WHEN k.owner_id = :viewer OR t.lead_id = :viewer
                   OR EXISTS (SELECT 1 FROM people_member m WHERE m.team_id = k.team_id AND m.person_id = :viewer)
              THEN 1 ELSE 0 END
    FROM kpi_kpi k
    JOIN people_person p ON p.id = k.owner_id
    LEFT JOIN people_team t ON t.id = k.team_id)sql";

std::string const one_kpi = kpi_columns + " WHERE k.id = :kpi";
db::Sql const select_kpi{"kpi.kpi.select", one_kpi};

std::string const page_of_kpis = kpi_columns + R"sql(
   WHERE k.id > :after
     AND CASE WHEN k.archived_at IS NULL THEN 0 ELSE 1 END = :archived
     AND (CAST(:team AS BIGINT) = 0
          OR k.team_id IN (WITH RECURSIVE below (id) AS (
                             SELECT CAST(:team AS BIGINT)
                             UNION
                             SELECT s.id FROM below JOIN people_team s ON s.parent_id = below.id)
                           SELECT id FROM below))
     AND (CAST(:owner AS BIGINT) = 0 OR k.owner_id = :owner)
   ORDER BY k.id
   LIMIT :most)sql";
db::Sql const select_page{"kpi.kpi.page", page_of_kpis};

constexpr db::Sql insert{"kpi.kpi.insert", R"sql(
  INSERT INTO kpi_kpi (id, name, description, unit, better, low, high, margin, team_id, owner_id, cadence, indicator,
                       created_at, version)
  VALUES (:id, :name, :description, :unit, :better, :low, :high, :margin, :team, :owner, :cadence, :indicator,
          :created_at, 1))sql"};

constexpr db::Sql update{"kpi.kpi.update", R"sql(
  UPDATE kpi_kpi
     SET name = :name, description = :description, unit = :unit, better = :better, low = :low, high = :high,
         margin = :margin, team_id = :team, owner_id = :owner, cadence = :cadence, indicator = :indicator,
         version = version + 1
   WHERE id = :id AND version = :version)sql"};

constexpr db::Sql update_archived{"kpi.kpi.archive", R"sql(
  UPDATE kpi_kpi SET archived_at = :now, version = version + 1 WHERE id = :id AND archived_at IS NULL)sql"};

constexpr db::Sql update_last{"kpi.kpi.touch", "UPDATE kpi_kpi SET last_at = :now WHERE id = :id"};
constexpr db::Sql update_value{"kpi.kpi.set_value", "UPDATE kpi_kpi SET last_value = :value WHERE id = :id"};

constexpr db::Sql select_entries{"kpi.entry.select", R"sql(
  SELECT e.id, e.value, e.day, e.note, e.author_id, p.name, e.at
    FROM kpi_entry e
    JOIN people_person p ON p.id = e.author_id
   WHERE e.kpi_id = :kpi AND e.day <= :day AND (e.day < :day OR e.id < :id)
   ORDER BY e.day DESC, e.id DESC
   LIMIT :most)sql"};
constexpr db::Sql select_place{"kpi.entry.place", "SELECT day, id FROM kpi_entry WHERE id = :id AND kpi_id = :kpi"};
constexpr db::Sql select_points{"kpi.entry.points", R"sql(
  SELECT day, value FROM kpi_entry WHERE kpi_id = :kpi ORDER BY day DESC, id DESC LIMIT :most)sql"};
constexpr db::Sql select_newest_of_day{"kpi.entry.newest_of_day", R"sql(
  SELECT id FROM kpi_entry WHERE kpi_id = :kpi AND day = :day ORDER BY id DESC LIMIT 1)sql"};

constexpr db::Sql insert_one_entry{"kpi.entry.insert", R"sql(
  INSERT INTO kpi_entry (id, kpi_id, value, note, day, author_id, at)
  VALUES (:id, :kpi, :value, :note, :day, :author, :at))sql"};

constexpr db::Sql select_newest{"kpi.entry.newest", R"sql(
  SELECT id FROM kpi_entry WHERE kpi_id = :kpi ORDER BY day DESC, id DESC LIMIT 1)sql"};

constexpr db::Sql select_belongs{"kpi.team.belongs", R"sql(
  SELECT t.id
    FROM people_team t
   WHERE t.id = :team
     AND (t.lead_id = :person OR EXISTS (SELECT 1 FROM people_member m WHERE m.team_id = t.id AND m.person_id = :person)))sql"};
constexpr db::Sql select_teams{"kpi.team.all", "SELECT id, name, kind FROM people_team ORDER BY name_key"};
constexpr db::Sql select_teams_around{"kpi.team.around", R"sql(
  SELECT t.id, t.name, t.kind
    FROM people_team t
   WHERE t.id IN (SELECT l.id FROM people_team l WHERE l.lead_id = :person
                  UNION
                  SELECT m.team_id FROM people_member m WHERE m.person_id = :person)
   ORDER BY t.name_key)sql"};

}  // namespace

std::optional<KpiRow> kpi_row(db::Tx& tx, PersonId viewer, KpiId id) {
  return tx.row<KpiRow>(select_kpi, viewer, id);
}

std::vector<KpiRow> kpi_rows(db::Tx& tx, PersonId viewer, KpiFilter const& filter, KpiId after, std::int64_t most) {
  return tx.rows<KpiRow>(select_page, viewer, after, filter.archived.value_or(false), filter.team.value_or(TeamId{}),
                         filter.owner.value_or(PersonId{}), most);
}

void insert_kpi(db::Tx& tx, KpiRow const& row) {
  tx.run(insert, row.id, row.name, row.description, row.unit, row.better, row.low, row.high, row.margin, row.team_id,
         row.owner_id, row.cadence, row.indicator, tx.now());
}

void update_kpi(db::Tx& tx, KpiRow const& row) {
  auto const touched = tx.run(update, row.name, row.description, row.unit, row.better, row.low, row.high, row.margin,
                              row.team_id, row.owner_id, row.cadence, row.indicator, row.id, row.version);
  if (touched == 0) throw db::TryAgain{"the KPI was changed in between"};
}

void archive_kpi(db::Tx& tx, KpiId id) {
  tx.run(update_archived, tx.now(), id);
}

std::vector<EntryRow> entry_rows(db::Tx& tx, KpiId id, std::optional<EntryPlace> const& after, std::int64_t most) {
  auto const place = after.value_or(EntryPlace{last_day, {}});
  return tx.rows<EntryRow>(select_entries, id, place.day, place.id, most);
}

std::optional<EntryPlace> entry_place(db::Tx& tx, KpiId kpi, EntryId id) {
  return tx.row<EntryPlace>(select_place, id, kpi);
}

std::vector<KpiPoint> points(db::Tx& tx, KpiId id, std::size_t most) {
  return tx.rows<KpiPoint>(select_points, id, static_cast<std::int64_t>(most));
}

EntryId newest_of_day(db::Tx& tx, KpiId kpi, base::Day day) {
  return tx.row<EntryId>(select_newest_of_day, kpi, day).value_or(EntryId{});
}

void insert_entry(db::Tx& tx, KpiId kpi, EntryRow const& entry) {
  tx.run(insert_one_entry, entry.id, kpi, entry.value, entry.note, entry.day, entry.author_id, entry.at);
}

EntryId newest_entry(db::Tx& tx, KpiId kpi) {
  return tx.row<EntryId>(select_newest, kpi).value_or(EntryId{});
}

void hold_kpi(db::Tx& tx, KpiId kpi) {
  tx.run(update_last, tx.now(), kpi);
}

void set_value(db::Tx& tx, KpiId kpi, double value) {
  tx.run(update_value, value, kpi);
}

bool leads_or_belongs_to(db::Tx& tx, PersonId person, TeamId team) {
  return tx.row<TeamId>(select_belongs, team, person).has_value();
}

std::vector<TeamName> all_teams(db::Tx& tx) {
  return tx.rows<TeamName>(select_teams);
}

std::vector<TeamName> teams_around(db::Tx& tx, PersonId person) {
  return tx.rows<TeamName>(select_teams_around, person);
}

}  // namespace waymark::kpi
