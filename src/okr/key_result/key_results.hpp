#pragma once

#include "core/events/events.hpp"
#include "okr/key_result/kpi_values.hpp"
#include "okr/objective/changes.hpp"
#include "okr/objective/key_result_store.hpp"
#include "okr/rules/advice.hpp"

namespace waymark::okr {

struct ImportKey {
  std::string objective;
  std::string key_result;
};

// The key results of objectives. Whoever an open objective concerns may change them; the published ones with a reason.
class KeyResults {
 public:
  KeyResults(events::Events const& events, KpiValues const& kpis) : events_(events), kpis_(kpis) {}

  // Throws not_found for drafts that do not concern the viewer.
  KeyResult get(db::Tx& tx, policy::Viewer const& viewer, KeyResultId id) const;

  // Adds one to an open objective; once it is published with a reason, which its history keeps. [OKR-46]
  KeyResult create(db::Tx& tx, policy::Viewer const& viewer, ObjectiveId objective, NewKeyResult const& wanted,
                   std::string const& reason = "") const;

  // Throws conflict (with the current state) for a lost race, invalid for a published one without a reason. [OKR-46]
  KeyResult change(db::Tx& tx, policy::Viewer const& viewer, KeyResultId id, std::int64_t seen,
                   KeyResultChange const& change) const;

  // Takes it away: out of a draft for good, out of a published objective with a reason while its check-ins stay.
  void drop(db::Tx& tx, policy::Viewer const& viewer, KeyResultId id, std::string const& reason) const;

  // Writes a key result without asking who may: for objectives and imports, which have asked.
  KeyResultId write(db::Tx& tx, ObjectiveId objective, NewKeyResult const& wanted, std::int64_t position,
                    std::string const& path, bool measured = true,
                    std::optional<std::string> const& import_key = {}) const;

  // What was measured of it before: of the one it was carried from, of its KPI, and of itself; oldest first.
  std::vector<Sample> history(db::Tx& tx, store::KeyResultRow const& row) const;
  std::vector<Sample> history(db::Tx& tx, KpiId kpi) const;

  // Gives the key results of a published objective that follow a KPI the value which it has now. [OKR-61]
  void take_kpi_values(db::Tx& tx, policy::Viewer const& viewer, ObjectiveId objective) const;

 private:
  void check_kpi(db::Tx& tx, std::optional<KpiId> kpi, std::string const& path) const;
  std::string kpi_name(db::Tx& tx, std::optional<KpiId> kpi) const;
  void keep_changes(db::Tx& tx, ChangeKeeper const& keep, store::KeyResultRow const& before,
                    store::KeyResultRow const& after) const;
  void take_kpi_value(db::Tx& tx, policy::Viewer const& viewer, store::KeyResultRow const& row) const;

  events::Events const& events_;
  KpiValues const& kpis_;
};

// Takes the objective's progress from its key results again.
std::optional<double> refresh_progress(db::Tx& tx, ObjectiveId objective);

// The same, for those who hold the objective already.
std::optional<double> add_up_progress(db::Tx& tx, ObjectiveId objective);

}  // namespace waymark::okr
