#include "okr/objective/authorship.hpp"

namespace waymark::okr {
namespace {

constexpr db::Sql select_leads{"okr.authorship.leads", "SELECT id, lead_id FROM people_team WHERE lead_id IS NOT NULL"};

}  // namespace

Leads leads_of(db::Tx& tx) {
  return {people::team_tree(tx), tx.rows<TeamLead>(select_leads)};
}

}  // namespace waymark::okr
