#include "people/team_tree.hpp"

namespace waymark::people {
namespace {

constexpr db::Sql select_places{"people.team_tree.places", "SELECT id, parent_id FROM people_team"};

}  // namespace

TeamTree team_tree(db::Tx& tx) {
  return TeamTree{tx.rows<TeamPlace>(select_places)};
}

}  // namespace waymark::people
