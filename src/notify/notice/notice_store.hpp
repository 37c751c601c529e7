#pragma once

#include "core/db/db.hpp"
#include "notify/notice/reminders.hpp"

// The rows of notices and settings.
namespace waymark::notify::store {

// What somebody is to be told. The same `once` is told to a person only once.
struct Fresh {
  PersonId person;
  NoticeKind kind;
  std::string once;
  std::optional<PersonId> actor{};
  NoticePage page{NoticePage::objective};
  std::optional<ObjectiveId> objective{};
  std::optional<std::int64_t> place{};
  std::optional<people::TeamId> team{};
  std::string about;
  std::string text{};
  std::int64_t amount{0};
  std::int64_t days{0};
  std::optional<PersonId> in_place_of{};
};

// False when this person was told before.
bool insert(db::Tx& tx, Fresh const& fresh);
void count(db::Tx& tx, Fresh const& fresh);          // one more of the same; read stays read
void settle_others(db::Tx& tx, Fresh const& fresh);  // of the same kind, told to the same person before

std::vector<Notice> page(db::Tx& tx, PersonId person, NoticeFilter const& filter, std::int64_t most);
std::int64_t unread(db::Tx& tx, PersonId person);
bool is_theirs(db::Tx& tx, PersonId person, NoticeId id);

void set_read(db::Tx& tx, NoticeId id, std::optional<base::Millis> at);
void set_all_read(db::Tx& tx, PersonId person, base::Millis shown_before);
void snooze(db::Tx& tx, NoticeId id, base::Millis until);  // unread again

struct Told {
  NoticeId id;
  PersonId person;
  NoticeKind kind;
};
BOOST_DESCRIBE_STRUCT(Told, (), (id, person, kind))
// Not read, theirs or handed up to their manager, the newest first.
std::vector<Told> open_reminders(db::Tx& tx, PersonId owner);
void say_anew(db::Tx& tx, NoticeId id, Reminder const& reminder);

std::vector<Told> unread_of(db::Tx& tx, PersonId person);
std::vector<Told> open_questions(db::Tx& tx, ObjectiveId objective);  // to who answers for it
// Another reads it, in the place of somebody who has left or for good. False where they were told as well: it is read.
bool pass_on(db::Tx& tx, NoticeId id, PersonId to, std::optional<PersonId> in_place_of);

std::vector<PersonId> reminded_of(db::Tx& tx, ObjectiveId objective);  // whose check-ins an open notice wants

// An open notice about what somebody holds in a cycle: the holder was told, or who stands in for them.
struct ToldHolder {
  NoticeId id;
  PersonId person;
  PersonId holder;
};
BOOST_DESCRIBE_STRUCT(ToldHolder, (), (id, person, holder))
std::vector<ToldHolder> open_to_holders(db::Tx& tx, NoticeKind kind, okr::CycleId cycle);

bool is_told(db::Tx& tx, std::string const& once, PersonId person);

// Whom an open notice of this kind speaks of, each once.
std::vector<PersonId> open_actors(db::Tx& tx, NoticeKind kind);
void say_amount(db::Tx& tx, std::string const& once, std::int64_t amount);

// Read, for all who were told or for one of them: those for whom it was new.
std::vector<PersonId> settle(db::Tx& tx, std::string const& once, std::optional<PersonId> only);
void take_back(db::Tx& tx, std::string const& once, std::optional<PersonId> only = {});
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
