#pragma once

#include "core/db/db.hpp"
#include "okr/overview/view_shapes.hpp"

// The rows of saved views and pins.
namespace waymark::okr::store {

struct ViewRow {
  ViewId id;
  std::string name;
  std::string query;
  Sharing sharing;
  std::optional<TeamId> team_id;
  PersonId owner_id;
  std::string owner_name;
  bool pinned;
  bool leads_the_team;
  std::int64_t version;
};
BOOST_DESCRIBE_STRUCT(ViewRow, (),
                      (id, name, query, sharing, team_id, owner_id, owner_name, pinned, leads_the_team, version))

// Those that the viewer may see, in order of ids.
std::vector<ViewRow> views(db::Tx& tx, PersonId viewer, std::int64_t after, std::int64_t limit);
std::optional<ViewRow> view(db::Tx& tx, PersonId viewer, ViewId id);

void insert(db::Tx& tx, ViewRow const& row);
void update(db::Tx& tx, ViewRow const& row);  // version + 1
void remove_view(db::Tx& tx, ViewId id);      // with its pins
void pin(db::Tx& tx, PersonId person, ViewId id);
void unpin(db::Tx& tx, PersonId person, ViewId id);
bool leads(db::Tx& tx, PersonId person, TeamId team);

}  // namespace waymark::okr::store
