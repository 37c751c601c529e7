#include "kpi/kpi.hpp"

namespace waymark::kpi {

using rest::Call;
using rest::Nothing;

std::vector<rest::Route> Kpis::routes() const {
  return {
      rest::get("/api/v1/kpis", policy::signed_in,
                "KPIs with their newest value and health, in the order they were made.",
                [this](Call<Nothing, KpiFilter> const& call) { return page(call.tx, call.viewer, call.query); }),
      rest::post("/api/v1/kpis", policy::signed_in,
                 "Adds a KPI to a team of one's own; HR and executives to any, or to none.",
                 [this](Call<NewKpi> const& call) {
                   auto const id = create(call.tx, call.viewer, call.body);
                   return rest::Created<KpiWithEntries>{kpi(call.tx, call.viewer, id), "/api/v1/kpis/" + id.text()};
                 }),
      rest::get("/api/v1/kpis/{kpi}", policy::signed_in, "One KPI with its last 100 entries.",
                [this](Call<> const& call) { return kpi(call.tx, call.viewer, call.id<KpiId>("kpi")); }),
      rest::patch("/api/v1/kpis/{kpi}", policy::signed_in, "Changes a KPI; for its owner, its team, HR and executives.",
                  [this](Call<KpiChange> const& call) {
                    return change(call.tx, call.viewer, call.id<KpiId>("kpi"), call.body, call.seen_version());
                  }),
      rest::get("/api/v1/kpis/{kpi}/entries", policy::signed_in, "Lists the entries of a KPI, newest day first.",
                [this](Call<Nothing, EntryQuery> const& call) {
                  return entries(call.tx, call.viewer, call.id<KpiId>("kpi"), call.query);
                }),
      rest::get("/api/v1/kpi-summary", policy::signed_in,
                "Counts KPIs by their health, and shows those first that need attention.",
                [this](Call<Nothing, KpiScope> const& call) { return summary(call.tx, call.viewer, call.query); }),
      rest::get("/api/v1/kpi-teams", policy::signed_in, "Lists the teams to which one may give a KPI.",
                [this](Call<> const& call) { return teams(call.tx, call.viewer); }),
      rest::post("/api/v1/kpis/{kpi}/entries", policy::signed_in, "Enters a value; the newest of a day counts.",
                 [this](Call<NewKpiEntry> const& call) {
                   auto const id = call.id<KpiId>("kpi");
                   enter(call.tx, call.viewer, id, call.body);
                   return rest::Created<KpiWithEntries>{kpi(call.tx, call.viewer, id), "/api/v1/kpis/" + id.text()};
                 }),
      rest::put("/api/v1/kpis/{kpi}/archive", policy::signed_in, "Puts a KPI away; its history stays.",
                [this](Call<> const& call) {
                  auto const id = call.id<KpiId>("kpi");
                  archive(call.tx, call.viewer, id);
                  return kpi(call.tx, call.viewer, id);
                }),
  };
}

}  // namespace waymark::kpi
