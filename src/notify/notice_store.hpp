#pragma once

#include "core/db/db.hpp"
#include "notify/notice_shapes.hpp"

// The rows of notices and settings.
namespace waymark::notify::store {

// What somebody is to be told. The same `once` is told to a person only once.
struct Fresh {
  PersonId person;
  NoticeKind kind;
  std::string once;
  std::optional<PersonId> actor;
  std::optional<ObjectiveId> objective;
  std::string about;
  std::string text;
  std::int64_t amount{0};
  std::int64_t days{0};
};

// The publication of an objective, which everybody is told.
inline std::string once_published(ObjectiveId objective) {
  return "published:" + objective.text();
}

// False when this person was told before.
bool insert(db::Tx& tx, Fresh const& fresh);

std::vector<Notice> page(db::Tx& tx, PersonId person, NoticeFilter const& filter, std::int64_t most);
std::int64_t unread(db::Tx& tx, PersonId person);
bool is_theirs(db::Tx& tx, PersonId person, NoticeId id);

void set_read(db::Tx& tx, NoticeId id, std::optional<base::Millis> at);
void set_all_read(db::Tx& tx, PersonId person, base::Millis shown_before);
void snooze(db::Tx& tx, NoticeId id, base::Millis until);  // unread again

bool is_reminded(db::Tx& tx, PersonId person);  // an unread notice of check-ins that are due or late
void settle_reminders(db::Tx& tx, PersonId person);
void settle(db::Tx& tx, std::string const& once);  // read, for all who were told
void take_back(db::Tx& tx, std::string const& once);
void forget_before(db::Tx& tx, base::Millis at);

std::vector<NoticeSetting> settings(db::Tx& tx, PersonId person);  // those that differ from the usual
void set(db::Tx& tx, PersonId person, NoticeSetting const& setting);

struct Counted {
  NoticeKind kind;
  std::int64_t count;
};
BOOST_DESCRIBE_STRUCT(Counted, (), (kind, count))
std::vector<Counted> counts_since(db::Tx& tx, PersonId person, base::Millis at);

}  // namespace waymark::notify::store
