#include "okr/overview/view_filter.hpp"

#include "core/base/text.hpp"

namespace waymark::okr {
namespace {

bool is_in_state(ViewFilter const& filter, State state) {
  if (!filter.state) return state != State::cancelled;
  switch (*filter.state) {
    case StateAsked::draft: return state == State::draft;
    case StateAsked::published: return state == State::published;
    case StateAsked::closed: return state == State::closed;
    case StateAsked::cancelled: return state == State::cancelled;
    case StateAsked::settled: return is_settled(state);
  }
  return false;
}

bool belongs_to(GraphNode const& node, PersonId person) {
  return node.accountable.id == person || node.person_id == person;
}

bool is_at_risk(GraphNode const& node) {
  return node.status == Status::at_risk || node.status == Status::off_track;
}

// A team is asked for with all below it and with its people, unless it is asked for alone. [OKR-91]
bool is_in_team(ViewFilter const& filter, GraphNode const& node, people::TeamTree const& teams) {
  if (!filter.team) return true;
  if (filter.only_team.value_or(false)) return node.team_id == filter.team;
  return node.shown_in && teams.holds(*filter.team, *node.shown_in);
}

bool is_unlinked(GraphNode const& node) {
  return node.level != ObjectiveLevel::company && !node.parent_id;
}

}  // namespace

bool shows(ViewFilter const& filter, GraphNode const& node, people::TeamTree const& teams) {
  if (!is_in_state(filter, node.state)) return false;
  if (!is_in_team(filter, node, teams)) return false;
  if (filter.person && !belongs_to(node, *filter.person)) return false;
  if (filter.level && node.level != *filter.level) return false;
  if (filter.status && (!is_settled(node.state) || node.status != *filter.status)) return false;
  if (filter.at_risk && is_at_risk(node) != *filter.at_risk) return false;
  if (filter.stale && (node.days_late > 0) != *filter.stale) return false;
  if (filter.unlinked && is_unlinked(node) != *filter.unlinked) return false;
  if (filter.linked && node.parent_id.has_value() != *filter.linked) return false;
  if (filter.from_below && node.from_below != *filter.from_below) return false;
  return !filter.text || base::folded(node.title).find(base::folded(*filter.text)) != std::string::npos;
}

}  // namespace waymark::okr
