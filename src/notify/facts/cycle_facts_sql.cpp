#include "notify/facts/facts.hpp"

namespace waymark::notify::facts {
namespace {

constexpr db::Sql select_cycle{"notify.facts.cycle", "SELECT name, phase, ends_on FROM okr_cycle WHERE id = :id"};

constexpr db::Sql select_holders{"notify.facts.holders", R"sql(
  SELECT o.accountable_id, COUNT(*)
    FROM okr_objective o
   WHERE o.cycle_id = :cycle AND o.state = 'published'
   GROUP BY o.accountable_id
   ORDER BY o.accountable_id)sql"};
constexpr db::Sql select_held{"notify.facts.held", R"sql(
  SELECT COUNT(*) FROM okr_objective WHERE accountable_id = :person AND cycle_id = :cycle AND state = 'published')sql"};

constexpr db::Sql select_undecided{"notify.facts.undecided", R"sql(
  SELECT o.accountable_id, COUNT(*)
    FROM okr_objective o
   WHERE o.cycle_id = :cycle AND o.state = 'published'
     AND NOT EXISTS (SELECT 1 FROM okr_midcycle d WHERE d.objective_id = o.id AND d.at >= :since)
   GROUP BY o.accountable_id
   ORDER BY o.accountable_id)sql"};

constexpr db::Sql select_looks{"notify.facts.looks", R"sql(
  SELECT id, name, midcycle_on FROM okr_cycle
   WHERE starts_on <= :to AND phase = 'active' AND midcycle_on BETWEEN :from AND :to
   ORDER BY starts_on, id)sql"};
constexpr db::Sql select_look{"notify.facts.look", R"sql(
  SELECT id, name, midcycle_on FROM okr_cycle WHERE id = :id)sql"};

constexpr db::Sql select_leads{"notify.facts.leads", R"sql(
  SELECT DISTINCT lead_id FROM people_team WHERE lead_id > 0 ORDER BY lead_id)sql"};
constexpr db::Sql select_without_retro{"notify.facts.without_retro", R"sql(
  SELECT t.lead_id, t.id, t.name
    FROM people_team t
   WHERE t.lead_id > 0
     AND EXISTS (SELECT 1 FROM okr_objective o WHERE o.team_id = t.id AND o.cycle_id = :cycle AND o.state <> 'draft')
     AND NOT EXISTS (SELECT 1 FROM okr_retro r WHERE r.team_id = t.id AND r.cycle_id = :cycle)
   ORDER BY t.lead_id, t.id)sql"};

constexpr db::Sql select_retro{"notify.facts.retro", "SELECT team_id, cycle_id FROM okr_retro_card WHERE id = :card"};

}  // namespace

std::optional<Cycle> cycle(db::Tx& tx, okr::CycleId id) {
  return tx.row<Cycle>(select_cycle, id);
}

std::vector<Holder> holders(db::Tx& tx, okr::CycleId id) {
  return tx.rows<Holder>(select_holders, id);
}

std::int64_t open_held(db::Tx& tx, PersonId person, okr::CycleId cycle) {
  return tx.row<std::int64_t>(select_held, person, cycle).value_or(0);
}

std::vector<Holder> undecided(db::Tx& tx, okr::CycleId id, base::Millis since) {
  return tx.rows<Holder>(select_undecided, id, since);
}

std::vector<Look> midcycle_looks(db::Tx& tx, base::Day from, base::Day to) {
  return tx.rows<Look>(select_looks, to, from);
}

std::optional<Look> midcycle_look(db::Tx& tx, okr::CycleId id) {
  return tx.row<Look>(select_look, id);
}

std::vector<PersonId> leads(db::Tx& tx) {
  return tx.rows<PersonId>(select_leads);
}

std::vector<Led> leads_without_retro(db::Tx& tx, okr::CycleId id) {
  return tx.rows<Led>(select_without_retro, id);
}

std::optional<RetroOf> retro_of(db::Tx& tx, okr::RetroCardId card) {
  return tx.row<RetroOf>(select_retro, card);
}

}  // namespace waymark::notify::facts
