#pragma once

#include "core/db/db.hpp"
#include "people/settings_shapes.hpp"

namespace waymark::people {

// What the organisation has agreed on, for the slices that go by it.
struct Conventions {
  std::string vision;
  std::int64_t objectives_least;  // of a team
  std::int64_t objectives_most;
  std::int64_t key_results_least;
  std::int64_t key_results_most;
  std::int64_t company_objectives_least;
  std::int64_t company_objectives_most;
  std::int64_t company_key_results_least;
  std::int64_t company_key_results_most;
  std::int64_t person_objectives_least;
  std::int64_t person_objectives_most;
  std::int64_t person_key_results_least;
  std::int64_t person_key_results_most;
  std::int64_t levels_most;
  bool levels_stop;
  TeamCadence cadence;
  std::int64_t hand_up_after;  // days
  bool individual_okrs;
  bool suggestions;
  ChangeRule change_words;
  ChangeRule change_measure;
  ChangeRule change_hands;
  ChangeRule change_due;
  ChangeRule change_key_results;
  ChangeRule change_cycle;
  std::int64_t version;
};
BOOST_DESCRIBE_STRUCT(Conventions, (),
                      (vision, objectives_least, objectives_most, key_results_least, key_results_most,
                       company_objectives_least, company_objectives_most, company_key_results_least,
                       company_key_results_most, person_objectives_least, person_objectives_most,
                       person_key_results_least, person_key_results_most, levels_most, levels_stop, cadence,
                       hand_up_after, individual_okrs, suggestions, change_words, change_measure, change_hands,
                       change_due, change_key_results, change_cycle, version))
Conventions conventions(db::Tx& tx);

}  // namespace waymark::people
