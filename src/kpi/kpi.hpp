#pragma once

#include <functional>

#include "core/events/events.hpp"
#include "core/rest/route.hpp"
#include "kpi/kpi_shapes.hpp"

namespace waymark::kpi {

struct KpiRow;

// Standing measures with limits. Anybody reads them; a KPI is kept by its owner, the lead and the members of its team,
// HR and executives.
class Kpis {
 public:
  using Viewer = policy::Viewer;

  explicit Kpis(events::Events& events) : events_(events) {}

  std::vector<rest::Route> routes() const;

  KpiId create(db::Tx& tx, Viewer const& viewer, NewKpi const& given) const;

  // Throws conflict when the KPI is no longer at the version that was seen.
  KpiWithEntries change(db::Tx& tx, Viewer const& viewer, KpiId id, KpiChange const& change, std::int64_t seen) const;

  // Keeps a value. The newest of the newest day becomes the KPI's own, and whoever follows the KPI hears of it.
  void enter(db::Tx& tx, Viewer const& viewer, KpiId kpi, NewKpiEntry const& given) const;

  // For those who follow one: its newest value and those before. Nothing where there is no such KPI, or it was put
  // away.
  struct Now {
    std::string name;
    std::optional<double> value;
    std::vector<KpiPoint> history;  // oldest first
  };
  std::optional<Now> now(db::Tx& tx, KpiId kpi) const;

  // Those of an owner that are out of their range.
  struct Outside {
    KpiId id;
    std::string name;
    std::string unit;
    double value;
    std::optional<double> low;
    std::optional<double> high;
  };
  std::vector<Outside> outside(db::Tx& tx, PersonId owner) const;

  // Called in the transaction in which a KPI has a new value.
  using EntryListener = std::function<void(db::Tx& tx, KpiId kpi, double value, PersonId author, base::Day day)>;
  void on_entry(EntryListener listener) { entry_listeners_.push_back(std::move(listener)); }

  // Called in the transaction in which a KPI is put away.
  using ArchiveListener = std::function<void(db::Tx& tx, KpiId kpi, std::string const& name, PersonId by)>;
  void on_archive(ArchiveListener listener) { archive_listeners_.push_back(std::move(listener)); }

 private:
  rest::Page<Kpi> page(db::Tx& tx, Viewer const& viewer, KpiFilter const& filter) const;
  KpiWithEntries kpi(db::Tx& tx, Viewer const& viewer, KpiId id) const;
  EntryPage entries(db::Tx& tx, Viewer const& viewer, KpiId id, EntryQuery const& query) const;
  KpiSummary summary(db::Tx& tx, Viewer const& viewer, KpiScope const& scope) const;
  KpiTeams teams(db::Tx& tx, Viewer const& viewer) const;
  void archive(db::Tx& tx, Viewer const& viewer, KpiId id) const;
  void tell_handover(db::Tx& tx, Viewer const& viewer, KpiRow const& row, PersonId from) const;
  void tell_crossing(db::Tx& tx, Viewer const& viewer, KpiRow const& row, Health before, Health now) const;
  void tell(db::Tx& tx, Viewer const& viewer, events::Kind<KpiId> const& kind, KpiId kpi,
            std::optional<TeamId> team) const;

  events::Events& events_;
  std::vector<EntryListener> entry_listeners_;
  std::vector<ArchiveListener> archive_listeners_;
};

}  // namespace waymark::kpi
