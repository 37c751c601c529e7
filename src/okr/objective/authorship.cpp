#include "okr/objective/authorship.hpp"

#include <algorithm>

namespace waymark::okr {

Leads::Leads(people::TeamTree tree, std::span<TeamLead const> leads) : tree_(std::move(tree)) {
  for (auto const& [team, lead] : leads) leads_[team] = lead;
}

bool Leads::leads(PersonId person, TeamId team) const {
  return std::ranges::any_of(tree_.line(team), [&](TeamId one) {
    auto const lead = leads_.find(one);
    return lead != leads_.end() && lead->second == person;
  });
}

bool is_asked_of(Authorship const& objective) {
  return objective.level != ObjectiveLevel::company && !objective.imported;
}

bool is_from_below(Authorship const& objective, Leads const& leads) {
  if (!is_asked_of(objective)) return false;
  if (objective.person_id) return objective.author == *objective.person_id;
  return objective.member && !leads.leads(objective.author, *objective.team_id);
}

FromBelow from_below(std::span<Authorship const> objectives, Leads const& leads) {
  FromBelow count;
  for (auto const& one : objectives) {
    count.of += is_asked_of(one);
    count.drafted += is_from_below(one, leads);
  }
  return count;
}

}  // namespace waymark::okr
