#include "okr/past/past_store.hpp"

namespace waymark::okr::store {
namespace {

std::string past_text(std::string_view owned) {
  return "SELECT c.id, c.name, c.starts_on, o.id, o.state, o.ambition, x.grade"
         "  FROM okr_objective o"
         "  JOIN okr_cycle c ON c.id = o.cycle_id"
         "  LEFT JOIN okr_closure x ON x.objective_id = o.id"
         " WHERE " +
         std::string{owned} +
         "   AND o.state IN ('published', 'closed') AND c.kind = :kind AND c.starts_on <= :until"
         " ORDER BY c.starts_on DESC, c.id DESC, o.position, o.id";
}

std::string endings_text(std::string_view owned) {
  return "SELECT o.id, x.grade,"
         "       (SELECT i.confidence FROM okr_check_in i"
         "         WHERE i.key_result_id = x.key_result_id AND i.confidence IS NOT NULL AND i.withdrawn_at IS NULL"
         "         ORDER BY i.at, i.id LIMIT 1)"
         "  FROM okr_objective o"
         "  JOIN okr_key_result_closure x ON x.objective_id = o.id"
         " WHERE " +
         std::string{owned} +
         "   AND o.state = 'closed' AND x.grade IS NOT NULL"
         " ORDER BY o.id, x.key_result_id";
}

constexpr std::string_view of_team = "o.team_id = :team";
constexpr std::string_view of_person = "o.person_id = :person";

std::string const past_of_team_text = past_text(of_team);
std::string const past_of_person_text = past_text(of_person);
std::string const endings_of_team_text = endings_text(of_team);
std::string const endings_of_person_text = endings_text(of_person);
db::Sql const select_past_of_team{"okr.past.of_team", past_of_team_text};
db::Sql const select_past_of_person{"okr.past.of_person", past_of_person_text};
db::Sql const select_endings_of_team{"okr.past.endings_of_team", endings_of_team_text};
db::Sql const select_endings_of_person{"okr.past.endings_of_person", endings_of_person_text};

}  // namespace

std::vector<PastRow> past_of(db::Tx& tx, Owner const& owner, CycleKind kind, base::Day until) {
  if (owner.team_id) return tx.rows<PastRow>(select_past_of_team, *owner.team_id, kind, until);
  return tx.rows<PastRow>(select_past_of_person, *owner.person_id, kind, until);
}

std::vector<EndingRow> endings_of(db::Tx& tx, Owner const& owner) {
  if (owner.team_id) return tx.rows<EndingRow>(select_endings_of_team, *owner.team_id);
  return tx.rows<EndingRow>(select_endings_of_person, *owner.person_id);
}

}  // namespace waymark::okr::store
