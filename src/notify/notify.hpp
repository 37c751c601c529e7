#pragma once

#include <functional>

#include "core/events/events.hpp"
#include "core/jobs/jobs.hpp"
#include "core/rest/route.hpp"
#include "notify/digest_shapes.hpp"
#include "notify/notice_store.hpp"
#include "notify/reminders.hpp"

namespace waymark::notify {

// What people are told: in the transaction of the news, or by a job for what a day brings.
class Notify {
 public:
  // Is this person away on that day: on leave, or the day a holiday of theirs?
  using Away = std::function<bool(db::Tx& tx, PersonId person, base::Day day)>;

  // After how many days a late check-in is handed up to the manager.
  using HandedUpAfter = std::function<int(db::Tx& tx)>;

  Notify(events::Events& events, jobs::Jobs& jobs, Away away, HandedUpAfter handed_up_after);

  std::vector<rest::Route> routes() const;

  // Reminds everybody of what is due and late today. Twice a day changes nothing. [NOT-2]
  void remind(db::Db& db) const;

  // Tells everybody of an objective of the company, once it has been published for as long as it can be taken back
  // without anybody knowing.
  void tell_everybody(db::Db& db, ObjectiveId objective, PersonId by) const;

  static void forget_old(db::Tx& tx);

 private:
  using Viewer = policy::Viewer;
  using News = void (Notify::*)(db::Tx& tx, events::Event const& event) const;

  // Calls the one that knows this kind of news, if any.
  void hear(db::Tx& tx, events::Event const& event) const;
  void comment_made(db::Tx& tx, events::Event const& event) const;
  void comment_removed(db::Tx& tx, events::Event const& event) const;
  void blocker_raised(db::Tx& tx, events::Event const& event) const;
  void blocker_handed_over(db::Tx& tx, events::Event const& event) const;
  void blocker_resolved(db::Tx& tx, events::Event const& event) const;
  void dependency_asked(db::Tx& tx, events::Event const& event) const;
  void dependency_answered(db::Tx& tx, events::Event const& event) const;
  void dependency_withdrawn(db::Tx& tx, events::Event const& event) const;
  void objective_published(db::Tx& tx, events::Event const& event) const;
  void objective_taken_back(db::Tx& tx, events::Event const& event) const;
  void acknowledged(db::Tx& tx, events::Event const& event) const;
  void checked_in(db::Tx& tx, events::Event const& event) const;

  // Nobody is told of their own act, of what they may not see, or once they have left. [NOT-1] [NOT-8]
  void tell(db::Tx& tx, events::Event const& event, store::Fresh const& fresh) const;
  void announce(db::Tx& tx, PersonId person) const;
  void remind_some(db::Tx& tx, std::span<Waiting const> of_one) const;

  rest::Page<Notice> page(db::Tx& tx, Viewer const& viewer, NoticeFilter const& filter) const;
  void change(db::Tx& tx, Viewer const& viewer, NoticeId id, std::function<void()> const& how) const;
  NoticeSettings settings(db::Tx& tx, Viewer const& viewer) const;

  events::Events& events_;
  jobs::Jobs& jobs_;
  Away away_;
  HandedUpAfter handed_up_after_;
};

// The last seven days in the teams of the viewer.
Digest digest(db::Tx& tx, policy::Viewer const& viewer);

}  // namespace waymark::notify
