#pragma once

#include "core/rest/route.hpp"
#include "notify/sent/teller.hpp"

namespace waymark::notify {

// What people are told: in the transaction of the news, or by a job for what a day brings.
class Notify {
 public:
  Notify(events::Events& events, jobs::Jobs& jobs, Teller::Away away, Teller::HandedUpAfter handed_up_after);

  std::vector<rest::Route> routes() const;

  // These say how many notices they made.

  // Reminds everybody of what is due and late today. Twice a day changes nothing. [NOT-2]
  std::int64_t remind(db::Db& db) const;

  // Asks whoever answers for an objective for the look at it in the middle of its cycle, from that day on for a week.
  std::int64_t ask_for_looks(db::Db& db) const;

  // Of a publication, once it has stood for as long as it can be taken back without anybody knowing.
  std::int64_t tell_everybody(db::Db& db, ToEverybody const& what) const;

  static void forget_old(db::Tx& tx);

 private:
  using Viewer = policy::Viewer;

  rest::Page<Notice> page(db::Tx& tx, Viewer const& viewer, NoticeFilter const& filter) const;
  void change(db::Tx& tx, Viewer const& viewer, NoticeId id, std::function<void()> const& how) const;
  NoticeSettings settings(db::Tx& tx, Viewer const& viewer) const;

  jobs::Jobs& jobs_;
  Teller::HandedUpAfter const handed_up_after_;
  Teller const teller_;
};

}  // namespace waymark::notify
