#pragma once

#include <unordered_map>

#include "okr/dashboard/dashboard_list_shapes.hpp"
#include "okr/dashboard/dashboard_store.hpp"

// How the rows of key results stand: the objectives that a dashboard counts. No database, no clock.
namespace waymark::okr {

// One objective as the rows of its key results say it.
struct Counted {
  ObjectiveId id;
  std::optional<TeamId> team_id;  // none where it is a person's
  std::optional<TeamId> shown_in;
  std::optional<double> progress;
  std::optional<double> expected;
  Standing standing;
  std::span<store::FactRow const> rows;
  std::vector<Part> parts;  // how each of the rows stands
};

// What counts now: neither dropped nor of something cancelled.
std::vector<store::FactRow> there_now(std::vector<store::FactRow> rows);

// What counted at a moment before, and how it stood then: what was published or added later is left out, what was
// closed, dropped or cancelled later is still there. Targets and weights are those of now. [OKR-92]
std::vector<store::FactRow> as_of(base::Millis then, std::vector<store::FactRow> rows,
                                  std::vector<store::NewsRow> const& news);

// `rows` has those of one objective together, and outlives what comes back.
std::vector<Counted> objectives_in(std::span<store::FactRow const> rows, Cycle const& cycle, base::Day today);

// The days on which news of each key result came.
using NewsDays = std::unordered_map<KeyResultId, std::vector<base::Day>>;
NewsDays news_days(std::vector<store::NewsDay> const& news);

// How many of the check-ins that were due came in time. [OKR-98]
std::optional<OnTime> on_time(std::span<store::FactRow const> rows, NewsDays const& news, Cycle const& cycle,
                              base::Day today);

// Is this key result among those that were asked for?
bool is_asked(CountedQuery const& asked, store::FactRow const& row, Part const& part);

}  // namespace waymark::okr
