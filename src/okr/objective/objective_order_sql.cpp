#include <fmt/format.h>

#include "okr/cycle/seen_sql.hpp"
#include "okr/objective/objective_store.hpp"

// Where an objective stands among those of its owner.
namespace waymark::okr::store {
namespace {

constexpr db::Sql select_of_same_team{"okr.objective.siblings_in_team", R"sql(
  SELECT id FROM okr_objective WHERE team_id = :team AND cycle_id = :cycle AND state <> 'cancelled' ORDER BY position, id)sql"};
constexpr db::Sql select_of_same_person{"okr.objective.siblings_of_person", R"sql(
  SELECT id FROM okr_objective WHERE person_id = :person AND cycle_id = :cycle AND state <> 'cancelled' ORDER BY position, id)sql"};
constexpr db::Sql update_position{"okr.objective.set_position",
                                  "UPDATE okr_objective SET position = :position WHERE id = :id"};

// One for each kind of owner, so that the index of that owner leads to them, and not that of the cycle.
std::string siblings_of(std::string_view owner) {
  return fmt::format(R"sql(
  SELECT o.id
    FROM okr_objective o
    JOIN people_person p ON p.id = o.accountable_id
    LEFT JOIN people_team t ON t.id = o.team_id
   WHERE o.{} = :owner AND o.cycle_id = :cycle AND o.state <> 'cancelled' AND (o.id = :objective OR {})
   ORDER BY o.position, o.id)sql",
                     owner, seen_by_viewer);
}

std::string const of_team_text = siblings_of("team_id");
std::string const of_person_text = siblings_of("person_id");
db::Sql const select_siblings_in_team{"okr.objective.seen_siblings_in_team", of_team_text};
db::Sql const select_siblings_of_person{"okr.objective.seen_siblings_of_person", of_person_text};

}  // namespace

std::vector<ObjectiveId> siblings(db::Tx& tx, ObjectiveRow const& row) {
  return row.team_id ? tx.rows<ObjectiveId>(select_of_same_team, *row.team_id, row.cycle_id)
                     : tx.rows<ObjectiveId>(select_of_same_person, row.person_id, row.cycle_id);
}

std::vector<ObjectiveId> siblings_seen_by(db::Tx& tx, PersonId viewer, ObjectiveRow const& row) {
  return row.team_id ? tx.rows<ObjectiveId>(select_siblings_in_team, *row.team_id, row.cycle_id, row.id, viewer)
                     : tx.rows<ObjectiveId>(select_siblings_of_person, row.person_id, row.cycle_id, row.id, viewer);
}

void set_position(db::Tx& tx, ObjectiveId id, std::int64_t position) {
  tx.run(update_position, position, id);
}

}  // namespace waymark::okr::store
