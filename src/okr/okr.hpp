#pragma once

#include "core/events/events.hpp"
#include "core/rest/route.hpp"
#include "okr/alignment/alignment.hpp"
#include "okr/board/boards.hpp"
#include "okr/check_in/check_ins.hpp"
#include "okr/check_in/kpi_check_ins.hpp"
#include "okr/closing/closing.hpp"
#include "okr/cycle/cycles.hpp"
#include "okr/dashboard/dashboards.hpp"
#include "okr/draft/drafts.hpp"
#include "okr/draft/writing.hpp"
#include "okr/key_result/key_results.hpp"
#include "okr/midcycle/midcycles.hpp"
#include "okr/objective/objectives.hpp"
#include "okr/overview/views.hpp"
#include "okr/page/objective_page.hpp"
#include "okr/pair/pairing.hpp"
#include "okr/past/suggestions.hpp"
#include "okr/retro/retros.hpp"
#include "okr/talk/talk.hpp"

namespace waymark::okr {

// The front door: the parts of the slice, joined, and its routes.
class Okr {
 public:
  Okr(events::Events const& events, LookUpKpi look_up_kpi, KpisOutside kpis_outside = {});

  std::vector<rest::Route> routes() const;

  // May this viewer hear of a restricted event? `subject` is as in events::Event.
  bool may_hear(db::Tx& tx, policy::Viewer const& viewer, events::Event const& event) const;

  Cycles const cycles;
  KpiCheckIns const kpis;
  KeyResults const key_results;
  Objectives const objectives;
  Writing const writing;
  ObjectivePages const pages;
  Drafts const drafts;
  CheckIns const check_ins;
  Blockers const blockers;
  Alignment const alignment;
  Comments const comments;
  Initiatives const initiatives;
  Pairing const pairing;
  Closing const closing;
  Boards const boards;
  Views const views{};
  Dashboards const dashboards;
  Midcycles const midcycles;
  Retros const retros;

 private:
  events::Events const& events_;
  KpisOutside kpis_outside_;
};

}  // namespace waymark::okr
