#pragma once

#include "okr/check_in/check_in_shapes.hpp"
#include "okr/key_result/key_results.hpp"
#include "okr/objective/relation.hpp"

namespace waymark::okr {

// The weekly minute. Check-ins are only ever added. [OKR-52]
class CheckIns {
 public:
  CheckIns(events::Events const& events, KpiValues const& kpis) : events_(events), kpis_(kpis) {}

  // Writes one check-in on a published key result and brings value, confidence, progress and the objective's progress
  // up to date. Throws conflict when the objective is not published, invalid when the value does not fit the kind.
  // [OKR-51] [OKR-53]
  CheckedIn create(db::Tx& tx, policy::Viewer const& viewer, KeyResultId key_result, NewCheckIn const& wanted,
                   std::string const& path = "") const;

  // Many at once, and those that are skipped with a reason: all or nothing. [OKR-54] [OKR-71]
  CheckedInBatch create_all(db::Tx& tx, policy::Viewer const& viewer, CheckInBatch const& wanted) const;

  CheckIn get(db::Tx& tx, policy::Viewer const& viewer, CheckInId id) const;

  struct PageOfCheckIns {
    std::vector<CheckIn> items;
    std::optional<std::string> next;
    BOOST_DESCRIBE_CLASS(PageOfCheckIns, (), (items, next), (), ())
  };
  PageOfCheckIns history(db::Tx& tx, policy::Viewer const& viewer, KeyResultId key_result,
                         std::optional<std::string> const& after, std::int64_t limit) const;

  // Takes one's own newest check-in back within minutes: its row stays, and everything else is as it was before. Twice
  // is not an error. [OKR-70]
  CheckIn withdraw(db::Tx& tx, policy::Viewer const& viewer, CheckInId id) const;

  // The one who leads the work has read it. Twice is not an error. [OKR-55]
  CheckIn acknowledge(db::Tx& tx, policy::Viewer const& viewer, CheckInId id) const;

  // A KPI has a new value: the key results that follow it take it over, in the same transaction. [OKR-61]
  void follow(db::Tx& tx, KpiId kpi, double value, PersonId author, std::optional<base::Day> measured_on = {}) const;

  // A KPI was put away: what followed it keeps its value and is checked in by hand from now on. [OKR-61]
  void stop_following(db::Tx& tx, KpiId kpi, std::string const& name, PersonId by) const;

 private:
  void skip(db::Tx& tx, policy::Viewer const& viewer, NewSkip const& wanted) const;

  events::Events const& events_;
  KpiValues const& kpis_;
};

// Who is to help: the one who was named, or whoever the accountable person reports to. Nobody becomes the owner of
// what stops themselves without a word: throws invalid where that would be the viewer. [OKR-77]
PersonId helper_for(db::Tx& tx, policy::Viewer const& viewer, ObjectiveId objective, std::optional<PersonId> named,
                    std::string const& path);

// What stops progress, with an owner and an age. [OKR-53]
class Blockers {
 public:
  explicit Blockers(events::Events const& events) : events_(events) {}

  // On a key result of a published objective, by those whom it concerns.
  Blocker raise(db::Tx& tx, policy::Viewer const& viewer, ObjectiveId objective, NewBlocker const& wanted) const;

  // By its owner, whoever raised it, or those whom the objective concerns.
  Blocker resolve(db::Tx& tx, policy::Viewer const& viewer, BlockerId id, std::string const& resolution) const;
  Blocker hand_over(db::Tx& tx, policy::Viewer const& viewer, BlockerId id, PersonId owner) const;

 private:
  events::Events const& events_;
};

}  // namespace waymark::okr
