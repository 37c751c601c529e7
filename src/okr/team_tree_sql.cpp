#include "okr/team_tree.hpp"

namespace waymark::okr {
namespace {

constexpr db::Sql select_places{"okr.team_tree.places", "SELECT id, parent_id FROM people_team"};

}  // namespace

TeamTree team_tree(db::Tx& tx) {
  return TeamTree{tx.rows<TeamPlace>(select_places)};
}

}  // namespace waymark::okr
