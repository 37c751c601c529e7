#pragma once

#include <functional>

#include "core/events/events.hpp"
#include "core/jobs/jobs.hpp"
#include "notify/notice/notice_store.hpp"
#include "notify/notice/reminders.hpp"
#include "notify/sent/sent_shapes.hpp"

namespace waymark::notify {

// What is told to everybody.
struct ToEverybody {
  NoticeKind kind;
  ObjectiveId objective;
  std::optional<PersonId> by;
};
BOOST_DESCRIBE_STRUCT(ToEverybody, (), (kind, objective, by))

// Brings notices to people, in the transaction of the news.
class Teller {
 public:
  // Is this person away on that day: on leave, or the day a holiday of theirs?
  using Away = std::function<bool(db::Tx& tx, PersonId person, base::Day day)>;

  // After how many days a late check-in is handed up to the manager.
  using HandedUpAfter = std::function<int(db::Tx& tx)>;

  Teller(events::Events const& events, jobs::Jobs& jobs, Away away, HandedUpAfter handed_up_after);

  // Nobody is told of their own act or of what they may not see; for who has left, who stands in for them is. [NOT-1]
  // [NOT-8] [NOT-26]
  void tell(db::Tx& tx, events::Event const& event, store::Fresh const& fresh) const;

  // What a day brings, not a person.
  bool ask(db::Tx& tx, store::Fresh const& fresh) const;

  // Told before, the notice counts one more and is not new again.
  void count(db::Tx& tx, events::Event const& event, store::Fresh const& fresh) const;

  // Told before, the notice is on top and new again.
  void tell_again(db::Tx& tx, events::Event const& event, store::Fresh const& fresh) const;

  // Tells everybody who is here, a little later and in pages: it may be thousands.
  void tell_everybody_later(db::Tx& tx, ToEverybody const& what) const;

  // What was told needs nobody any more: it is read, for all who were told, or for one of them.
  void settle(db::Tx& tx, std::string const& once, std::optional<PersonId> only = {}) const;

  // What still waits for somebody who has left waits for another. [NOT-26]
  void pass_on(db::Tx& tx, PersonId from, PersonId to) const;

  // Another reads a notice: in the place of somebody who has left, or for good.
  void hand_on(db::Tx& tx, store::Told const& notice, PersonId to, std::optional<PersonId> in_place_of) const;

  // Reminds of what waits for somebody, all of it one person's, and says how many notices that made. [NOT-11]
  std::int64_t remind(db::Tx& tx, std::span<Waiting const> of_one) const;

  // False for who was told before, or is not to be reminded today. [NOT-11]
  bool remind_once(db::Tx& tx, store::Fresh const& fresh) const;

  // Reminders of what is not due any more are read, also those that were handed up; of the others the newest of a kind
  // says how it is now, and those before it are read.
  // [NOT-12]
  void settle_reminders(db::Tx& tx, PersonId owner) const;

  // Tells the person's own pages that their inbox has changed.
  void announce(db::Tx& tx, PersonId person) const;

 private:
  std::optional<Held> away_today(db::Tx& tx, PersonId person) const;

  events::Events const& events_;
  jobs::Jobs& jobs_;
  Away away_;
  HandedUpAfter handed_up_after_;
};

}  // namespace waymark::notify
