#include "okr/overview/views.hpp"

#include "core/base/problem.hpp"
#include "core/json/write.hpp"
#include "okr/overview/view_store.hpp"

namespace waymark::okr {
namespace {

Sharer sharer(policy::Viewer const& viewer, store::ViewRow const& row) {
  return {row.owner_id == viewer.person, row.leads_the_team, speaks_for_all(viewer)};
}

View shown(policy::Viewer const& viewer, store::ViewRow&& row) {
  bool const may_edit = may_change(row.sharing, sharer(viewer, row));
  View view{row.id,      std::move(row.name), std::move(row.query),
            row.sharing, row.team_id,         {row.owner_id, std::move(row.owner_name)},
            row.pinned,  row.version,         {}};
  if (may_edit) view.may.emplace_back("edit");
  return view;
}

store::ViewRow seen_by(db::Tx& tx, policy::Viewer const& viewer, ViewId id) {
  auto row = store::view(tx, viewer.person, id);
  if (!row) throw base::not_found("There is no such view, or it is not shared with you.");
  return *std::move(row);
}

store::ViewRow changeable_by(db::Tx& tx, policy::Viewer const& viewer, ViewId id) {
  auto row = seen_by(tx, viewer, id);
  if (!may_change(row.sharing, sharer(viewer, row)))
    throw base::forbidden(
        "Only its owner changes this view; one for everybody is changed by HR and administrators too.");
  return row;
}

// Whom it is shared with, after checking that the viewer may. [OKR-63]
void share(db::Tx& tx, policy::Viewer const& viewer, store::ViewRow& row, Sharing sharing, std::optional<TeamId> team) {
  if (sharing != Sharing::team) team.reset();
  if (sharing == Sharing::team && !team) throw base::invalid("team_id", "Say with which team you share it.");
  Sharer const who{true, team && store::leads(tx, viewer.person, *team), speaks_for_all(viewer)};
  if (!may_share(sharing, who)) {
    throw base::forbidden(sharing == Sharing::team
                              ? "Who leads a team shares views with it; HR, administrators and executives with any."
                              : "HR, administrators and executives share views with everybody.");
  }
  row.sharing = sharing;
  row.team_id = team;
}

std::int64_t place_after(std::optional<json::Text<1, 400>> const& cursor) {
  if (!cursor) return 0;
  auto const id = base::id_of(*cursor);
  if (!id) throw base::invalid("after", "This is no cursor of this list.");
  return *id;
}

}  // namespace

bool speaks_for_all(policy::Viewer const& viewer) {
  return viewer.roles.meets({policy::Role::hr, policy::Role::administrator, policy::Role::executive});
}

bool may_share(Sharing sharing, Sharer const& who) {
  if (sharing == Sharing::personal) return true;
  return who.speaks_for_all || (sharing == Sharing::team && who.leads_the_team);
}

bool may_change(Sharing sharing, Sharer const& who) {
  return who.owns || (sharing == Sharing::everyone && who.speaks_for_all) ||
         (sharing == Sharing::team && who.leads_the_team);
}

rest::Page<View> Views::list(db::Tx& tx, policy::Viewer const& viewer, ViewQuery const& query) const {
  auto const limit = query.limit.value_or(50).value;
  auto rows = store::views(tx, viewer.person, place_after(query.after), limit + 1);
  rest::Page<View> page;
  for (auto& row : rows) {
    if (std::ssize(page.items) == limit) {
      page.next = page.items.back().id.text();
      break;
    }
    page.items.push_back(shown(viewer, std::move(row)));
  }
  return page;
}

View Views::get(db::Tx& tx, policy::Viewer const& viewer, ViewId id) const {
  return shown(viewer, seen_by(tx, viewer, id));
}

View Views::create(db::Tx& tx, policy::Viewer const& viewer, NewView const& wanted) const {
  store::ViewRow row{};
  row.id = tx.new_id<ViewId>();
  row.name = wanted.name;
  row.query = wanted.query;
  row.owner_id = viewer.person;
  share(tx, viewer, row, wanted.sharing.value_or(Sharing::personal), wanted.team_id);
  store::insert(tx, row);
  return get(tx, viewer, row.id);
}

View Views::change(db::Tx& tx, policy::Viewer const& viewer, ViewId id, std::int64_t seen,
                   ViewChange const& change) const {
  auto row = changeable_by(tx, viewer, id);
  if (row.version != seen) {
    auto problem = base::conflict("version_conflict", "This view was changed by somebody else meanwhile.");
    problem.current = json::text_of(get(tx, viewer, id));
    throw problem;
  }
  row.name = change.name.value_or(row.name);
  row.query = change.query.value_or(row.query);
  if (change.sharing || change.team_id)
    share(tx, viewer, row, change.sharing.value_or(row.sharing), change.team_id ? change.team_id : row.team_id);
  store::update(tx, row);
  return get(tx, viewer, id);
}

void Views::remove(db::Tx& tx, policy::Viewer const& viewer, ViewId id) const {
  changeable_by(tx, viewer, id);
  store::remove_view(tx, id);
}

void Views::pin(db::Tx& tx, policy::Viewer const& viewer, ViewId id) const {
  seen_by(tx, viewer, id);
  store::pin(tx, viewer.person, id);
}

void Views::unpin(db::Tx& tx, policy::Viewer const& viewer, ViewId id) const {
  seen_by(tx, viewer, id);
  store::unpin(tx, viewer.person, id);
}

}  // namespace waymark::okr
