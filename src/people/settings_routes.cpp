#include "audit/audit.hpp"
#include "core/base/problem.hpp"
#include "people/people.hpp"
#include "people/settings_store.hpp"

namespace waymark::people {
namespace {

using rest::Call;

Settings settings(db::Tx& tx, policy::Viewer const& viewer) {
  auto const c = conventions(tx);
  auto const root = company(tx);
  auto const name = root ? team_name(tx, *root) : std::nullopt;
  auto may = governs(viewer) ? std::vector<std::string>{"edit"} : std::vector<std::string>{};
  return {.name = name ? name->name : "",
          .vision = c.vision,
          .objectives_least = c.objectives_least,
          .objectives_most = c.objectives_most,
          .key_results_least = c.key_results_least,
          .key_results_most = c.key_results_most,
          .company_objectives_least = c.company_objectives_least,
          .company_objectives_most = c.company_objectives_most,
          .company_key_results_least = c.company_key_results_least,
          .company_key_results_most = c.company_key_results_most,
          .person_objectives_least = c.person_objectives_least,
          .person_objectives_most = c.person_objectives_most,
          .person_key_results_least = c.person_key_results_least,
          .person_key_results_most = c.person_key_results_most,
          .levels_most = c.levels_most,
          .levels_stop = c.levels_stop,
          .cadence = c.cadence,
          .hand_up_after = c.hand_up_after,
          .individual_okrs = c.individual_okrs,
          .suggestions = c.suggestions,
          .change_words = c.change_words,
          .change_measure = c.change_measure,
          .change_hands = c.change_hands,
          .change_due = c.change_due,
          .change_key_results = c.change_key_results,
          .change_cycle = c.change_cycle,
          .may = std::move(may),
          .version = c.version};
}

Conventions changed(Conventions c, SettingsChange const& change) {
  if (change.vision) c.vision = *change.vision;
  c.objectives_least = change.objectives_least.value_or(c.objectives_least);
  c.objectives_most = change.objectives_most.value_or(c.objectives_most);
  c.key_results_least = change.key_results_least.value_or(c.key_results_least);
  c.key_results_most = change.key_results_most.value_or(c.key_results_most);
  c.company_objectives_least = change.company_objectives_least.value_or(c.company_objectives_least);
  c.company_objectives_most = change.company_objectives_most.value_or(c.company_objectives_most);
  c.company_key_results_least = change.company_key_results_least.value_or(c.company_key_results_least);
  c.company_key_results_most = change.company_key_results_most.value_or(c.company_key_results_most);
  c.person_objectives_least = change.person_objectives_least.value_or(c.person_objectives_least);
  c.person_objectives_most = change.person_objectives_most.value_or(c.person_objectives_most);
  c.person_key_results_least = change.person_key_results_least.value_or(c.person_key_results_least);
  c.person_key_results_most = change.person_key_results_most.value_or(c.person_key_results_most);
  c.levels_most = change.levels_most.value_or(c.levels_most);
  c.levels_stop = change.levels_stop.value_or(c.levels_stop);
  c.cadence = change.cadence.value_or(c.cadence);
  c.hand_up_after = change.hand_up_after.value_or(c.hand_up_after);
  c.individual_okrs = change.individual_okrs.value_or(c.individual_okrs);
  c.suggestions = change.suggestions.value_or(c.suggestions);
  c.change_words = change.change_words.value_or(c.change_words);
  c.change_measure = change.change_measure.value_or(c.change_measure);
  c.change_hands = change.change_hands.value_or(c.change_hands);
  c.change_due = change.change_due.value_or(c.change_due);
  c.change_key_results = change.change_key_results.value_or(c.change_key_results);
  c.change_cycle = change.change_cycle.value_or(c.change_cycle);
  check_limits("objectives_most", c.objectives_least, c.objectives_most);
  check_limits("key_results_most", c.key_results_least, c.key_results_most);
  check_limits("company_objectives_most", c.company_objectives_least, c.company_objectives_most);
  check_limits("company_key_results_most", c.company_key_results_least, c.company_key_results_most);
  check_limits("person_objectives_most", c.person_objectives_least, c.person_objectives_most);
  check_limits("person_key_results_most", c.person_key_results_least, c.person_key_results_most);
  return c;
}

// Which of them, not what they are now.
std::string code_of(SettingsChange const& change) {
  std::string names;
  boost::mp11::mp_for_each<json::Members<SettingsChange>>([&](auto D) {
    if (change.*D.pointer) names.append(names.empty() ? "" : ",").append(D.name);
  });
  return audit::code("changed", names);
}

}  // namespace

std::vector<rest::Route> People::settings_routes() const {
  return {
      rest::get("/api/v1/settings", policy::signed_in, "How this organisation works with OKRs.",
                [](Call<> const& call) { return settings(call.tx, call.viewer); }),
      rest::patch("/api/v1/settings", policy::hr_or_administrator, "Changes how this organisation works with OKRs.",
                  [this](Call<SettingsChange> const& call) {
                    change_settings(call.tx, call.viewer, call.body, call.seen_version());
                    return settings(call.tx, call.viewer);
                  }),
  };
}

void People::change_settings(db::Tx& tx, Viewer const& viewer, SettingsChange const& change, std::int64_t seen) const {
  auto const before = conventions(tx);
  if (before.version != seen) {
    auto lost = base::conflict("version_conflict", "The settings were changed by somebody else meanwhile.");
    lost.current = json::text_of(settings(tx, viewer));
    throw lost;
  }
  update_conventions(tx, changed(before, change));
  auto const root = company(tx);
  if (change.name && root) {
    TeamChange renamed;
    renamed.name = *change.name;
    change_team(tx, viewer.person, *root, renamed);
  }
  audit::record(tx, viewer.person, "settings.changed", "settings", 0, {}, {.codes = code_of(change)});
}

}  // namespace waymark::people
