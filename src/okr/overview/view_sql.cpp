#include "okr/overview/view_store.hpp"

namespace waymark::okr::store {
namespace {

// The viewer's own, those for everybody, and those of a team for its members and its lead. [OKR-64]
constexpr std::string_view seen = R"sql(
  SELECT v.id, v.name, v.query, v.sharing, v.team_id, v.owner_id, p.name,
         CASE WHEN n.view_id IS NULL THEN 0 ELSE 1 END, CASE WHEN t.lead_id = :viewer THEN 1 ELSE 0 END, v.version
    FROM okr_view v
    JOIN people_person p ON p.id = v.owner_id
    LEFT JOIN people_team t ON t.id = v.team_id
    LEFT JOIN okr_view_pin n ON n.person_id = :viewer AND n.view_id = v.id
   WHERE (v.owner_id = :viewer OR v.sharing = 'everyone'
          OR (v.sharing = 'team' AND (t.lead_id = :viewer
              OR EXISTS (SELECT 1 FROM people_member m WHERE m.team_id = v.team_id AND m.person_id = :viewer))))
)sql";

std::string const page_text = std::string{seen} + " AND v.id > :after ORDER BY v.id LIMIT :limit";
db::Sql const select_page{"okr.view.page", page_text};
std::string const one_text = std::string{seen} + " AND v.id = :id";
db::Sql const select_one{"okr.view.select", one_text};

constexpr db::Sql insert_one{"okr.view.insert", R"sql(
  INSERT INTO okr_view (id, owner_id, name, query, sharing, team_id, created_at, version)
  VALUES (:id, :owner, :name, :query, :sharing, :team, :created_at, 1))sql"};
constexpr db::Sql update_one{"okr.view.update", R"sql(
  UPDATE okr_view SET name = :name, query = :query, sharing = :sharing, team_id = :team, version = version + 1 WHERE id = :id)sql"};
constexpr db::Sql delete_pins{"okr.view.delete_pins", "DELETE FROM okr_view_pin WHERE view_id = :id"};
constexpr db::Sql delete_one{"okr.view.delete", "DELETE FROM okr_view WHERE id = :id"};
constexpr db::Sql insert_pin{"okr.view.pin", R"sql(
  INSERT INTO okr_view_pin (person_id, view_id) VALUES (:person, :view) ON CONFLICT DO NOTHING)sql"};
constexpr db::Sql delete_pin{"okr.view.unpin",
                             "DELETE FROM okr_view_pin WHERE person_id = :person AND view_id = :view"};
constexpr db::Sql select_lead{"okr.view.leads", "SELECT 1 FROM people_team WHERE id = :team AND lead_id = :person"};

}  // namespace

std::vector<ViewRow> views(db::Tx& tx, PersonId viewer, std::int64_t after, std::int64_t limit) {
  return tx.rows<ViewRow>(select_page, viewer, after, limit);
}
std::optional<ViewRow> view(db::Tx& tx, PersonId viewer, ViewId id) {
  return tx.row<ViewRow>(select_one, viewer, id);
}

void insert(db::Tx& tx, ViewRow const& row) {
  tx.run(insert_one, row.id, row.owner_id, row.name, row.query, row.sharing, row.team_id, tx.now());
}
void update(db::Tx& tx, ViewRow const& row) {
  tx.run(update_one, row.name, row.query, row.sharing, row.team_id, row.id);
}
void remove_view(db::Tx& tx, ViewId id) {
  tx.run(delete_pins, id);
  tx.run(delete_one, id);
}

void pin(db::Tx& tx, PersonId person, ViewId id) {
  tx.run(insert_pin, person, id);
}
void unpin(db::Tx& tx, PersonId person, ViewId id) {
  tx.run(delete_pin, person, id);
}

bool leads(db::Tx& tx, PersonId person, TeamId team) {
  return tx.row<std::int64_t>(select_lead, team, person).has_value();
}

}  // namespace waymark::okr::store
