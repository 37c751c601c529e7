#include <fmt/format.h>

#include <limits>

#include "core/base/problem.hpp"
#include "notify/notice/notice_store.hpp"
#include "notify/notice/spoken_of.hpp"
#include "okr/cycle/seen_sql.hpp"

namespace waymark::notify::store {
namespace {

struct Row {
  NoticeId id;
  NoticeKind kind;
  std::optional<PersonId> actor_id;
  std::optional<std::string> actor;
  std::optional<PersonId> in_place_of;
  std::optional<std::string> gone;
  NoticePage page;
  std::optional<ObjectiveId> objective_id;
  std::optional<std::string> objective;
  std::optional<PlaceId> place_id;
  std::optional<people::TeamId> team_id;
  std::string about;
  std::string text;
  std::int64_t amount;
  std::int64_t days;
  std::int64_t shown_at;
  bool read;
};
BOOST_DESCRIBE_STRUCT(Row, (),
                      (id, kind, actor_id, actor, in_place_of, gone, page, objective_id, objective, place_id, team_id,
                       about, text, amount, days, shown_at, read))

struct Place {
  std::int64_t shown_at;
  NoticeId id;
};
BOOST_DESCRIBE_STRUCT(Place, (), (shown_at, id))

constexpr std::string_view insert_text = R"sql(
  INSERT INTO notify_notice (id, person_id, kind, once, actor_id, page, objective_id, place_id, team_id, about, text, amount, days, in_place_of, created_at, shown_at)
  VALUES (:id, :person, :kind, :once, :actor, :page, :objective, :place, :team, :about, :text, :amount, :days, :in_place_of, :now, :now)
  ON CONFLICT (once, person_id) DO )sql";
std::string const insert_once_text = std::string{insert_text} + "NOTHING";
std::string const insert_or_count_text =
    std::string{insert_text} + "UPDATE SET amount = notify_notice.amount + excluded.amount, about = excluded.about";
db::Sql const insert_once{"notify.notice.insert", insert_once_text};
db::Sql const insert_or_count{"notify.notice.count", insert_or_count_text};

// Whether the viewer may open the objective of this id.
std::string opens(std::string_view id) {
  return std::string{R"sql(EXISTS (SELECT 1
                       FROM okr_objective o
                       JOIN people_person p ON p.id = o.accountable_id
                       LEFT JOIN people_team t ON t.id = o.team_id
                      WHERE o.id = )sql"} +
         std::string{id} + " AND " + std::string{okr::store::seen_by_viewer} + ")";
}

std::string kinds_that_speak_of_another() {
  std::string names;
  boost::mp11::mp_for_each<boost::describe::describe_enumerators<NoticeKind>>([&](auto kind) {
    if (speaks_of_another(kind.value)) names += fmt::format("{}'{}'", names.empty() ? "" : ", ", kind.name);
  });
  return names;
}

// A notice n whose objective its reader may open, and the other one it speaks of, or that leads elsewhere. [NOT-29]
std::string const may_be_opened = " AND (n.objective_id IS NULL OR " + opens("n.objective_id") + R"sql()
     AND (n.kind NOT IN ()sql" + kinds_that_speak_of_another() +
                                  ") OR " + opens("n.place_id") + ")";

std::string const page_text = std::string{R"sql(
  SELECT n.id, n.kind, n.actor_id, a.name, n.in_place_of, g.name, n.page, n.objective_id, b.title, n.place_id, n.team_id, n.about, n.text, n.amount, n.days, n.shown_at,
         CASE WHEN n.read_at IS NULL THEN 0 ELSE 1 END
    FROM notify_notice n
    LEFT JOIN people_person a ON a.id = n.actor_id
    LEFT JOIN people_person g ON g.id = n.in_place_of
    LEFT JOIN okr_objective b ON b.id = n.objective_id
   WHERE n.person_id = :viewer AND n.shown_at <= :before AND (n.shown_at < :before OR n.id < :before_id)
     AND (:unread = 0 OR n.read_at IS NULL)
     AND NOT EXISTS (SELECT 1 FROM notify_setting s WHERE s.person_id = n.person_id AND s.kind = n.kind AND s.inbox = 0))sql"} +
                              may_be_opened + R"sql(
   ORDER BY n.shown_at DESC, n.id DESC
   LIMIT :most)sql";
db::Sql const select_page{"notify.notice.page", page_text};

constexpr db::Sql select_place{"notify.notice.place",
                               "SELECT shown_at, id FROM notify_notice WHERE id = :id AND person_id = :person"};
std::string const there_text =
    "SELECT n.shown_at, n.id FROM notify_notice n WHERE n.id = :id AND n.person_id = :viewer" + may_be_opened;
db::Sql const select_there{"notify.notice.there", there_text};

std::string const unread_text = std::string{R"sql(
  SELECT COUNT(*)
    FROM (SELECT n.id
            FROM notify_notice n
           WHERE n.person_id = :viewer AND n.shown_at <= :now AND n.read_at IS NULL
             AND NOT EXISTS (SELECT 1 FROM notify_setting s WHERE s.person_id = n.person_id AND s.kind = n.kind AND s.inbox = 0))sql"} +
                                may_be_opened + R"sql(
           LIMIT 100) AS unread)sql";
db::Sql const count_unread{"notify.notice.unread", unread_text};

constexpr db::Sql update_read{"notify.notice.read", "UPDATE notify_notice SET read_at = :at WHERE id = :id"};
std::string const all_read_text = R"sql(
  UPDATE notify_notice SET read_at = :now
   WHERE id IN (SELECT n.id FROM notify_notice n WHERE n.person_id = :viewer AND n.shown_at <= :before AND n.read_at IS NULL)sql" +
                                  may_be_opened + ")";
db::Sql const update_all_read{"notify.notice.read_all", all_read_text};
constexpr db::Sql update_snoozed{"notify.notice.snooze",
                                 "UPDATE notify_notice SET shown_at = :until, read_at = NULL WHERE id = :id"};

constexpr db::Sql select_reminders{"notify.notice.reminders", R"sql(
  SELECT id, person_id, kind FROM notify_notice
   WHERE person_id = :owner AND read_at IS NULL AND kind IN ('check_in_due', 'check_in_late', 'reminded')
   UNION ALL
  SELECT id, person_id, kind FROM notify_notice WHERE actor_id = :owner AND kind = 'handed_up' AND read_at IS NULL
   ORDER BY 1 DESC)sql"};
constexpr db::Sql select_unread{"notify.notice.unread_of", R"sql(
  SELECT id, person_id, kind FROM notify_notice WHERE person_id = :person AND read_at IS NULL ORDER BY id)sql"};
constexpr db::Sql select_questions{"notify.notice.questions", R"sql(
  SELECT id, person_id, kind FROM notify_notice
   WHERE objective_id = :objective AND read_at IS NULL
     AND kind IN ('dependency_asked', 'link_proposed', 'parent_cancelled', 'parent_retitled')
   ORDER BY id)sql"};
constexpr db::Sql update_reader{"notify.notice.pass_on", R"sql(
  UPDATE notify_notice SET person_id = :to, in_place_of = :in_place_of, shown_at = :now
   WHERE id = :id AND NOT EXISTS (SELECT 1 FROM notify_notice n WHERE n.once = notify_notice.once AND n.person_id = :to))sql"};
constexpr db::Sql select_reminded{"notify.notice.reminded_of", R"sql(
  SELECT DISTINCT CASE WHEN kind = 'handed_up' THEN actor_id ELSE person_id END
    FROM notify_notice
   WHERE objective_id = :objective AND read_at IS NULL AND kind IN ('check_in_due', 'check_in_late', 'reminded', 'handed_up')
   ORDER BY 1)sql"};
constexpr db::Sql select_holders{"notify.notice.open_to_holders", R"sql(
  SELECT id, person_id, COALESCE(in_place_of, person_id)
    FROM notify_notice
   WHERE kind = :kind AND place_id = :cycle AND read_at IS NULL
   ORDER BY id)sql"};
constexpr db::Sql select_told{"notify.notice.is_told",
                              "SELECT 1 FROM notify_notice WHERE once = :once AND person_id = :person"};
constexpr db::Sql select_actors{"notify.notice.open_actors", R"sql(
  SELECT DISTINCT actor_id FROM notify_notice WHERE kind = :kind AND read_at IS NULL AND actor_id IS NOT NULL ORDER BY actor_id)sql"};
constexpr db::Sql update_amount{"notify.notice.say_amount",
                                "UPDATE notify_notice SET amount = :amount WHERE once = :once"};
constexpr db::Sql update_words{"notify.notice.say_anew", R"sql(
  UPDATE notify_notice SET objective_id = :objective, about = :about, amount = :amount, days = :days WHERE id = :id)sql"};
constexpr db::Sql select_open{"notify.notice.open", R"sql(
  SELECT person_id FROM notify_notice
   WHERE once = :once AND person_id = COALESCE(:only, person_id) AND read_at IS NULL)sql"};
constexpr db::Sql update_settled{"notify.notice.settle", R"sql(
  UPDATE notify_notice SET read_at = :now
   WHERE once = :once AND person_id = COALESCE(:only, person_id) AND read_at IS NULL)sql"};
constexpr db::Sql update_others{"notify.notice.settle_others", R"sql(
  UPDATE notify_notice SET read_at = :now
   WHERE person_id = :person AND kind = :kind AND once <> :once AND read_at IS NULL)sql"};
constexpr db::Sql delete_once{
    "notify.notice.take_back",
    "DELETE FROM notify_notice WHERE once = :once AND person_id = COALESCE(:only, person_id)"};
constexpr db::Sql delete_old{"notify.notice.forget", "DELETE FROM notify_notice WHERE created_at < :at"};

constexpr db::Sql select_settings{"notify.setting.select",
                                  "SELECT kind, inbox, digest FROM notify_setting WHERE person_id = :person"};
constexpr db::Sql upsert_setting{"notify.setting.set", R"sql(
  INSERT INTO notify_setting (person_id, kind, inbox, digest) VALUES (:person, :kind, :inbox, :digest)
  ON CONFLICT (person_id, kind) DO UPDATE SET inbox = excluded.inbox, digest = excluded.digest)sql"};

std::string const counts_text = std::string{R"sql(
  SELECT n.kind, COUNT(*)
    FROM notify_notice n
   WHERE n.person_id = :viewer AND n.shown_at >= :since
     AND NOT EXISTS (SELECT 1 FROM notify_setting s WHERE s.person_id = n.person_id AND s.kind = n.kind AND s.digest = 0))sql"} +
                                may_be_opened + R"sql(
   GROUP BY n.kind
   ORDER BY n.kind)sql";
db::Sql const select_counts{"notify.notice.counts", counts_text};

Notice shown(Row&& row) {
  Notice notice{row.id,
                row.kind,
                {},
                {},
                row.page,
                {},
                row.place_id,
                row.team_id,
                std::move(row.about),
                std::move(row.text),
                row.amount,
                row.days,
                row.shown_at,
                row.read};
  if (speaks_of_another(row.kind)) notice.place_id.reset();
  if (row.actor_id && row.actor) notice.actor = PersonName{*row.actor_id, *row.actor};
  if (row.in_place_of && row.gone) notice.in_place_of = PersonName{*row.in_place_of, *row.gone};
  if (row.objective_id && row.objective) notice.objective = ObjectiveName{*row.objective_id, *row.objective};
  return notice;
}

Place place_after(db::Tx& tx, PersonId person, NoticeFilter const& filter) {
  if (!filter.after) return {tx.now(), {std::numeric_limits<std::int64_t>::max()}};
  auto const id = base::id_of(*filter.after);
  auto const place = id ? tx.row<Place>(select_place, *id, person) : std::nullopt;
  if (!place) throw base::invalid("after", "This is no cursor of this list.");
  return *place;
}

bool put(db::Tx& tx, db::Sql const& sql, Fresh const& fresh) {
  return tx.run(sql, tx.new_id<NoticeId>(), fresh.person, fresh.kind, fresh.once, fresh.actor, fresh.page,
                fresh.objective, fresh.place, fresh.team, fresh.about, fresh.text, fresh.amount, fresh.days,
                fresh.in_place_of, tx.now()) > 0;
}

}  // namespace

bool insert(db::Tx& tx, Fresh const& fresh) {
  return put(tx, insert_once, fresh);
}

void count(db::Tx& tx, Fresh const& fresh) {
  put(tx, insert_or_count, fresh);
}

std::vector<Notice> page(db::Tx& tx, PersonId person, NoticeFilter const& filter, std::int64_t most) {
  auto const place = place_after(tx, person, filter);
  std::vector<Notice> notices;
  tx.each<Row>(
      select_page, [&](Row&& row) { notices.push_back(shown(std::move(row))); }, person, place.shown_at, place.id,
      filter.unread.value_or(false), most);
  return notices;
}

std::int64_t unread(db::Tx& tx, PersonId person) {
  return tx.row<std::int64_t>(count_unread, person, tx.now()).value_or(0);
}

bool is_theirs(db::Tx& tx, PersonId person, NoticeId id) {
  return tx.row<Place>(select_there, id, person).has_value();
}

void set_read(db::Tx& tx, NoticeId id, std::optional<base::Millis> at) {
  tx.run(update_read, at, id);
}

void set_all_read(db::Tx& tx, PersonId person, base::Millis shown_before) {
  tx.run(update_all_read, tx.now(), person, shown_before);
}

void snooze(db::Tx& tx, NoticeId id, base::Millis until) {
  tx.run(update_snoozed, until, id);
}

std::vector<Told> open_reminders(db::Tx& tx, PersonId owner) {
  return tx.rows<Told>(select_reminders, owner);
}

void say_anew(db::Tx& tx, NoticeId id, Reminder const& reminder) {
  tx.run(update_words, reminder.objective, reminder.about, reminder.amount, reminder.days, id);
}

std::vector<Told> unread_of(db::Tx& tx, PersonId person) {
  return tx.rows<Told>(select_unread, person);
}

std::vector<Told> open_questions(db::Tx& tx, ObjectiveId objective) {
  return tx.rows<Told>(select_questions, objective);
}

bool pass_on(db::Tx& tx, NoticeId id, PersonId to, std::optional<PersonId> in_place_of) {
  if (tx.run(update_reader, to, in_place_of, tx.now(), id) > 0) return true;
  set_read(tx, id, tx.now());
  return false;
}

std::vector<PersonId> reminded_of(db::Tx& tx, ObjectiveId objective) {
  return tx.rows<PersonId>(select_reminded, objective);
}

std::vector<ToldHolder> open_to_holders(db::Tx& tx, NoticeKind kind, okr::CycleId cycle) {
  return tx.rows<ToldHolder>(select_holders, kind, cycle);
}

bool is_told(db::Tx& tx, std::string const& once, PersonId person) {
  return tx.row<int>(select_told, once, person).has_value();
}

std::vector<PersonId> open_actors(db::Tx& tx, NoticeKind kind) {
  return tx.rows<PersonId>(select_actors, kind);
}

void say_amount(db::Tx& tx, std::string const& once, std::int64_t amount) {
  tx.run(update_amount, amount, once);
}

std::vector<PersonId> settle(db::Tx& tx, std::string const& once, std::optional<PersonId> only) {
  auto told = tx.rows<PersonId>(select_open, once, only);
  if (!told.empty()) tx.run(update_settled, tx.now(), once, only);
  return told;
}

void take_back(db::Tx& tx, std::string const& once, std::optional<PersonId> only) {
  tx.run(delete_once, once, only);
}

void forget_before(db::Tx& tx, base::Millis at) {
  tx.run(delete_old, at);
}

void settle_others(db::Tx& tx, Fresh const& fresh) {
  tx.run(update_others, tx.now(), fresh.person, fresh.kind, fresh.once);
}

std::vector<NoticeSetting> settings(db::Tx& tx, PersonId person) {
  return tx.rows<NoticeSetting>(select_settings, person);
}

void set(db::Tx& tx, PersonId person, NoticeSetting const& setting) {
  tx.run(upsert_setting, person, setting.kind, setting.inbox, setting.digest);
}

std::vector<Counted> counts_since(db::Tx& tx, PersonId person, base::Millis at) {
  return tx.rows<Counted>(select_counts, person, at);
}

}  // namespace waymark::notify::store
