#include "audit/audit.hpp"
#include "core/base/problem.hpp"
#include "people/happened.hpp"
#include "people/people.hpp"
#include "people/person_store.hpp"
#include "people/team_store.hpp"

namespace waymark::people {
namespace {

TeamRow existing(db::Tx& tx, TeamId id) {
  auto row = team_row(tx, id);
  if (!row) throw base::not_found("There is no such team.");
  return *std::move(row);
}

void check_lead(db::Tx& tx, std::optional<PersonId> lead) {
  if (!lead) return;
  auto const row = person_row(tx, *lead);
  if (!row) throw base::invalid("lead_id", "There is no such person.");
  if (row->left_at) throw base::invalid("lead_id", row->name + " has left and can lead nobody.");
}

// [PEO-5] [PEO-6]
void check_parent(db::Tx& tx, TeamRow const& team) {
  if (!team.parent_id) return;
  auto const above = team_row(tx, *team.parent_id);
  if (!above) throw base::invalid("parent_id", "There is no such team.");
  auto const next = [&](std::int64_t id) { return parent_of(tx, TeamId{id}).value_or(TeamId{}).value; };
  if (would_loop(team.id.value, above->id.value, next)) {
    throw base::invalid("parent_id", above->name + " is this team or stands under it; that would be a loop.");
  }
}

}  // namespace

TeamId People::create_team(db::Tx& tx, PersonId by, NewTeam const& given) const {
  hold_structure(tx);
  auto const root = company(tx);
  auto const parent = given.parent_id || given.kind == TeamKind::company ? given.parent_id : root;
  check_place(given.kind, parent.has_value(), root.has_value());
  TeamRow const row{.id = tx.new_id<TeamId>(),
                    .name = given.name,
                    .kind = given.kind,
                    .parent_id = parent,
                    .parent = {},
                    .parent_kind = {},
                    .lead_id = given.lead_id,
                    .lead = {},
                    .cadence = {},
                    .version = 1};
  check_parent(tx, row);
  check_lead(tx, row.lead_id);
  insert_team(tx, row);
  if (row.lead_id) insert_member(tx, row.id, *row.lead_id);
  audit::record(tx, by, "team.made", "team", row.id.value, {}, {.codes = audit::code("kind", json::name_of(row.kind))});
  tell(tx, by, happened.team_made, row.id);
  return row.id;
}

void People::change_team(db::Tx& tx, PersonId by, TeamId team, TeamChange const& change) const {
  hold_structure(tx);
  auto row = existing(tx, team);
  auto const lead_before = row.lead_id;
  if (change.name) row.name = *change.name;
  change.parent_id.apply_to(row.parent_id);
  change.lead_id.apply_to(row.lead_id);
  if (change.parent_id.given) {
    check_place(row.kind, row.parent_id.has_value(), false);
    check_parent(tx, row);
  }
  if (change.lead_id.given) check_lead(tx, row.lead_id);
  if (change.cadence.given)
    row.cadence =
        change.cadence.value ? std::optional{std::string{json::name_of(*change.cadence.value)}} : std::nullopt;
  update_team(tx, row);
  if (change.lead_id.value) insert_member(tx, team, *change.lead_id.value);
  audit::record(tx, by, "team.changed", "team", team.value);
  if (row.lead_id != lead_before) tell_of_lead(tx, by, row, lead_before);
  tell(tx, by, happened.team_changed, team);
}

void People::tell_of_lead(db::Tx& tx, PersonId by, TeamRow const& team, std::optional<PersonId> before) const {
  audit::record(tx, by, team.lead_id ? "team.lead_set" : "team.lead_taken", "team", team.id.value, {},
                {.with = team.lead_id.value_or(PersonId{})});
  if (!by) return;
  if (before) tell_alone(tx, by, happened.lead_taken, *before, team.id);
  if (team.lead_id) tell_alone(tx, by, happened.lead_given, *team.lead_id, team.id);
}

Team People::team(db::Tx& tx, Viewer const& viewer, TeamId id) const {
  auto const row = existing(tx, id);
  auto parent = row.parent_id ? std::optional{TeamName{*row.parent_id, row.parent.value_or(""),
                                                       row.parent_kind.value_or(TeamKind::company)}}
                              : std::nullopt;
  auto lead = row.lead_id ? std::optional{PersonName{*row.lead_id, row.lead.value_or("")}} : std::nullopt;
  TeamSubject const subject{row.kind, is_member(tx, id, viewer.person), is_lead_here_or_above(tx, id, viewer.person)};
  return {.id = id,
          .name = row.name,
          .kind = row.kind,
          .parent = std::move(parent),
          .lead = std::move(lead),
          .members = members_of(tx, id),
          .children = children_of(tx, id),
          .cadence = row.cadence,
          .may = team_rights(viewer, subject),
          .version = row.version};
}

Team People::change_team(db::Tx& tx, Viewer const& viewer, TeamId id, TeamChange const& change,
                         std::int64_t seen) const {
  auto const row = existing(tx, id);
  if (row.version != seen) {
    auto lost = base::conflict("version_conflict", row.name + " was changed by somebody else meanwhile.");
    lost.current = json::text_of(team(tx, viewer, id));
    throw lost;
  }
  change_team(tx, viewer.person, id, change);
  return team(tx, viewer, id);
}

}  // namespace waymark::people
