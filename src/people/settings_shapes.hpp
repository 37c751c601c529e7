#pragma once

#include "people/people_shapes.hpp"

namespace waymark::people {

// How this organisation works with OKRs.
struct Settings {
  std::string name;               // of the organisation
  std::string vision;             // a sentence or two; empty when there is none
  std::int64_t objectives_least;  // of a team in a cycle; fewer is a hint, more than `most` asks for a reason
  std::int64_t objectives_most;
  std::int64_t key_results_least;  // of an objective of a team
  std::int64_t key_results_most;
  std::int64_t company_objectives_least;
  std::int64_t company_objectives_most;
  std::int64_t company_key_results_least;
  std::int64_t company_key_results_most;
  std::int64_t person_objectives_least;
  std::int64_t person_objectives_most;
  std::int64_t person_key_results_least;
  std::int64_t person_key_results_most;
  std::int64_t levels_most;    // of a chain of support inside a cycle; one more is called deep
  bool levels_stop;            // a link that makes a deeper chain is refused
  TeamCadence cadence;         // of check-ins, where a new cycle says nothing else
  std::int64_t hand_up_after;  // days after which a late check-in is told to the manager
  bool individual_okrs;        // may people have objectives of their own
  bool suggestions;            // are people shown what their own past suggests
  ChangeRule change_words;     // of what is published: title and why
  ChangeRule change_measure;   // target, baseline, limits, levels, weight, unit, milestones, KPI, ambition
  ChangeRule change_hands;     // whose it is and who answers for it
  ChangeRule change_due;
  ChangeRule change_key_results;  // one that is added or dropped
  ChangeRule change_cycle;
  std::vector<std::string> may;  // "edit"
  std::int64_t version;
};
BOOST_DESCRIBE_STRUCT(Settings, (),
                      (name, vision, objectives_least, objectives_most, key_results_least, key_results_most,
                       company_objectives_least, company_objectives_most, company_key_results_least,
                       company_key_results_most, person_objectives_least, person_objectives_most,
                       person_key_results_least, person_key_results_most, levels_most, levels_stop, cadence,
                       hand_up_after, individual_okrs, suggestions, change_words, change_measure, change_hands,
                       change_due, change_key_results, change_cycle, may, version))

using Limit = json::Int<1, 20>;

struct SettingsChange {
  std::optional<json::Text<1, 200>> name;
  std::optional<json::Text<0, 280>> vision;
  std::optional<Limit> objectives_least;
  std::optional<Limit> objectives_most;
  std::optional<Limit> key_results_least;
  std::optional<Limit> key_results_most;
  std::optional<Limit> company_objectives_least;
  std::optional<Limit> company_objectives_most;
  std::optional<Limit> company_key_results_least;
  std::optional<Limit> company_key_results_most;
  std::optional<Limit> person_objectives_least;
  std::optional<Limit> person_objectives_most;
  std::optional<Limit> person_key_results_least;
  std::optional<Limit> person_key_results_most;
  std::optional<json::Int<2, 20>> levels_most;
  std::optional<bool> levels_stop;
  std::optional<TeamCadence> cadence;
  std::optional<json::Int<0, 60>> hand_up_after;
  std::optional<bool> individual_okrs;
  std::optional<bool> suggestions;
  std::optional<ChangeRule> change_words;
  std::optional<ChangeRule> change_measure;
  std::optional<ChangeRule> change_hands;
  std::optional<ChangeRule> change_due;
  std::optional<ChangeRule> change_key_results;
  std::optional<ChangeRule> change_cycle;
};
BOOST_DESCRIBE_STRUCT(SettingsChange, (),
                      (name, vision, objectives_least, objectives_most, key_results_least, key_results_most,
                       company_objectives_least, company_objectives_most, company_key_results_least,
                       company_key_results_most, person_objectives_least, person_objectives_most,
                       person_key_results_least, person_key_results_most, levels_most, levels_stop, cadence,
                       hand_up_after, individual_okrs, suggestions, change_words, change_measure, change_hands,
                       change_due, change_key_results, change_cycle))

}  // namespace waymark::people
