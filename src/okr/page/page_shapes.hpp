#pragma once

#include "okr/alignment/alignment_shapes.hpp"
#include "okr/check_in/check_in_shapes.hpp"
#include "okr/closing/closing_shapes.hpp"
#include "okr/draft/draft_shapes.hpp"
#include "okr/talk/talk_shapes.hpp"

namespace waymark::okr {

// One objective with everything its page needs.
struct Objective : ObjectiveWithKeyResults {
  std::string sentence;  // "We will … as measured by …"
  CycleName cycle;
  std::optional<TeamName> team;
  std::optional<PersonName> person;
  std::vector<Ancestor> ancestors;  // by primary links, nearest first
  std::vector<SupportLink> supports;
  std::vector<SupportLink> supported_by;
  std::vector<Dependency> dependencies;
  std::vector<PersonName> contributors;
  std::vector<KeyResult> dropped;  // key results that were taken back; their check-ins stay
  std::vector<CheckIn> check_ins;  // the newest 200 of all its key results, newest first
  std::vector<MilestoneLine> milestones;
  std::vector<Blocker> blockers;
  std::vector<Initiative> initiatives;
  std::vector<Comment> comments;
  std::vector<ChangeLine> changes;
  std::vector<Advice> advice;
  std::string limit_reason;
  std::optional<ObjectiveId> carried_from;
  std::optional<CarriedTo> carried_to;  // unless that was cancelled
  std::optional<Closure> closure;
  std::vector<PastClosure> past_closures;  // taken back, newest first
  std::optional<ChangeLine> cancellation;  // who cancelled it, when and why
  std::optional<std::int64_t> published_at;
  std::optional<LastChange> changed;
  RoleFit role;
  Place place;
  Chain chain;
  std::vector<Skip> skips;          // the newest 50, newest first
  Votes votes;                      // while it is a draft
  std::vector<PersonName> readers;  // with whom the draft is shared
  std::vector<TeamName> reader_teams;
  std::vector<std::string> asks_reason;  // the fields, as the history names them, whose change now asks for a reason
  std::vector<std::string> fixed;        // those that stay as they were published, by a rule of the organisation
  // "edit", "move", "publish", "take_back", "check_in", "acknowledge", "close", "cancel", "reopen", "delete",
  // "comment", "link", "vote", "share"
  std::vector<std::string> may;
};
BOOST_DESCRIBE_STRUCT(Objective, (ObjectiveWithKeyResults),
                      (sentence, cycle, team, person, ancestors, supports, supported_by, dependencies, contributors,
                       dropped, check_ins, milestones, blockers, initiatives, comments, changes, advice, limit_reason,
                       carried_from, carried_to, closure, past_closures, cancellation, published_at, changed, role,
                       place, chain, skips, votes, readers, reader_teams, asks_reason, fixed, may))

}  // namespace waymark::okr
