#include "core/base/problem.hpp"
#include "people/settings_store.hpp"

namespace waymark::people {
namespace {

constexpr db::Sql select_one{"people.settings.select", R"sql(
  SELECT vision, objectives_least, objectives_most, key_results_least, key_results_most,
         company_objectives_least, company_objectives_most, company_key_results_least, company_key_results_most,
         person_objectives_least, person_objectives_most, person_key_results_least, person_key_results_most,
         levels_most, levels_stop, cadence, hand_up_after, individual_okrs, suggestions, change_words, change_measure,
         change_hands, change_due, change_key_results, change_cycle, version
    FROM people_settings
   WHERE id = 1)sql"};

constexpr db::Sql update_one{"people.settings.update", R"sql(
  UPDATE people_settings
     SET vision = :vision, objectives_least = :objectives_least, objectives_most = :objectives_most,
         key_results_least = :key_results_least, key_results_most = :key_results_most,
         company_objectives_least = :company_objectives_least,
         company_objectives_most = :company_objectives_most,
         company_key_results_least = :company_key_results_least,
         company_key_results_most = :company_key_results_most,
         person_objectives_least = :person_objectives_least,
         person_objectives_most = :person_objectives_most,
         person_key_results_least = :person_key_results_least,
         person_key_results_most = :person_key_results_most,
         levels_most = :levels_most, levels_stop = :levels_stop, cadence = :cadence,
         hand_up_after = :hand_up_after, individual_okrs = :individual_okrs, suggestions = :suggestions,
         change_words = :change_words, change_measure = :change_measure, change_hands = :change_hands,
         change_due = :change_due, change_key_results = :change_key_results, change_cycle = :change_cycle,
         version = version + 1
   WHERE id = 1 AND version = :version)sql"};

}  // namespace

Conventions conventions(db::Tx& tx) {
  return *tx.row<Conventions>(select_one);
}

void update_conventions(db::Tx& tx, Conventions const& c) {
  auto const touched = tx.run(
      update_one, c.vision, c.objectives_least, c.objectives_most, c.key_results_least, c.key_results_most,
      c.company_objectives_least, c.company_objectives_most, c.company_key_results_least, c.company_key_results_most,
      c.person_objectives_least, c.person_objectives_most, c.person_key_results_least, c.person_key_results_most,
      c.levels_most, c.levels_stop, c.cadence, c.hand_up_after, c.individual_okrs, c.suggestions, c.change_words,
      c.change_measure, c.change_hands, c.change_due, c.change_key_results, c.change_cycle, c.version);
  if (touched == 0) throw base::conflict("version_conflict", "The settings were changed by somebody else meanwhile.");
}

}  // namespace waymark::people
