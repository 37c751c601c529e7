#include "okr/okr.hpp"

#include "core/base/problem.hpp"
#include "okr/alignment/alignment_routes.hpp"
#include "okr/board/board_routes.hpp"
#include "okr/check_in/check_in_routes.hpp"
#include "okr/cycle/cycle_routes.hpp"
#include "okr/dashboard/dashboard_routes.hpp"
#include "okr/draft/draft_routes.hpp"
#include "okr/holding/holdings.hpp"
#include "okr/home/feed.hpp"
#include "okr/home/home_routes.hpp"
#include "okr/home/usage.hpp"
#include "okr/key_result/cycle_days.hpp"
#include "okr/key_result/key_result_routes.hpp"
#include "okr/midcycle/midcycle_routes.hpp"
#include "okr/objective/role_fit.hpp"
#include "okr/overview/alignment_report.hpp"
#include "okr/overview/graph_routes.hpp"
#include "okr/overview/view_routes.hpp"
#include "okr/page/closing_routes.hpp"
#include "okr/page/objective_routes.hpp"
#include "okr/past/past.hpp"
#include "okr/retro/retro_routes.hpp"
#include "okr/talk/talk_routes.hpp"

namespace waymark::okr {
namespace {

void add(std::vector<rest::Route>& all, std::vector<rest::Route> more) {
  for (auto& route : more) all.push_back(std::move(route));
}

}  // namespace

Okr::Okr(events::Events const& events, LookUpKpi look_up_kpi, KpisOutside kpis_outside)
    : cycles(events,
             [&events](db::Tx& tx, policy::Viewer const& viewer, CycleId cycle, base::Day ends_on,
                       std::string const& reason) { bring_within(tx, events, viewer, cycle, ends_on, reason); }),
      kpis(events, std::move(look_up_kpi)),
      key_results(events, kpis),
      objectives(events),
      writing(events, key_results),
      pages(key_results),
      drafts(events),
      check_ins(events, kpis),
      blockers(events),
      alignment(events),
      comments(events),
      initiatives(events),
      pairing(cycles, objectives, alignment, comments),
      closing(events, key_results),
      boards(cycles),
      dashboards(cycles),
      midcycles(events, objectives),
      retros(events),
      events_(events),
      kpis_outside_(std::move(kpis_outside)) {}

std::vector<rest::Route> Okr::routes() const {
  std::vector<rest::Route> all;
  add(all, cycle_routes(cycles));
  add(all, midcycle_routes(midcycles));
  add(all, graph_routes());
  add(all, objective_routes(objectives, writing, pages));
  add(all, draft_routes(drafts));
  add(all, key_result_routes(key_results));
  add(all, check_in_routes(check_ins, blockers));
  add(all, alignment_routes(alignment));
  add(all, talk_routes(comments, initiatives));
  add(all, closing_routes(closing, pages));
  add(all, retro_routes(retros));
  add(all, board_routes(boards, cycles));
  add(all, home_routes(cycles));
  add(all, dashboard_routes(dashboards));
  add(all, view_routes(views));
  add(all, alignment_report_routes());
  add(all, pairing.routes());
  add(all, past_routes(cycles));
  add(all, suggestion_routes(cycles, kpis_outside_));
  add(all, role_fit_routes());
  add(all, usage_routes());
  add(all, feed_routes());
  add(all, holding_routes(events_));
  return all;
}

bool Okr::may_hear(db::Tx& tx, policy::Viewer const& viewer, events::Event const& event) const {
  try {
    relation_to(tx, viewer, {event.parent_id});
    return true;
  } catch (base::Problem const&) {
    return false;
  }
}

}  // namespace waymark::okr
