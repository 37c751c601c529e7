#include <limits>

#include "notify/sent/sent_store.hpp"

namespace waymark::notify::store {
namespace {

struct Row {
  SentId id;
  std::int64_t at;
  NoticeKind kind;
  Channel channel;
  std::optional<PersonId> person_id;
  std::optional<std::string> person;
  std::int64_t people;
  std::optional<Held> held;
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
  std::int64_t amount;
  std::int64_t days;
};
BOOST_DESCRIBE_STRUCT(Row, (),
                      (id, at, kind, channel, person_id, person, people, held, actor_id, actor, in_place_of, gone, page,
                       objective_id, objective, place_id, team_id, about, amount, days))

constexpr db::Sql insert_line{"notify.sent.insert", R"sql(
  INSERT INTO notify_sent (id, at, channel, kind, once, person_id, people, held, actor_id, in_place_of, page, objective_id, place_id, team_id, amount, days)
  VALUES (:id, :now, :channel, :kind, :once, :person, :people, :held, :actor, :in_place_of, :page, :objective, :place, :team, :amount, :days))sql"};

constexpr db::Sql insert_passed_on{"notify.sent.passed_on", R"sql(
  INSERT INTO notify_sent (id, at, channel, kind, once, person_id, people, held, actor_id, in_place_of, page, objective_id, place_id, team_id, amount, days)
  SELECT CAST(:id AS BIGINT), CAST(:now AS BIGINT), CAST(:channel AS TEXT), n.kind, n.once, n.person_id, 1, NULL, n.actor_id, n.in_place_of, n.page, n.objective_id, n.place_id, n.team_id, n.amount, n.days
    FROM notify_notice n
   WHERE n.id = :notice
     AND NOT EXISTS (SELECT 1 FROM okr_objective o WHERE o.id = n.objective_id AND o.state = 'draft'))sql"};

constexpr db::Sql select_held{"notify.sent.is_held",
                              "SELECT 1 FROM notify_sent WHERE once = :once AND person_id = :person AND held = :held"};

constexpr db::Sql update_amount{"notify.sent.more", R"sql(
  UPDATE notify_sent SET amount = amount + :more WHERE once = :once AND person_id = :person AND held IS NULL)sql"};

constexpr db::Sql update_people{"notify.sent.more_people",
                                "UPDATE notify_sent SET people = people + :more WHERE id = :id"};

constexpr db::Sql delete_old{"notify.sent.forget", "DELETE FROM notify_sent WHERE at < :before"};

// A line s that a reader of the log may read. [NOT-30] [NOT-31]
constexpr std::string_view may_be_read = R"sql(
     AND (s.objective_id IS NULL OR EXISTS (SELECT 1 FROM okr_objective d WHERE d.id = s.objective_id AND d.state <> 'draft'))
     AND (:hr = 1 OR s.held IS NULL OR s.held NOT IN ('away', 'theirs_away')))sql";

constexpr std::string_view columns = R"sql(
  SELECT s.id, s.at, s.kind, s.channel, s.person_id, p.name, s.people, s.held, s.actor_id, a.name, s.in_place_of, g.name, s.page,
         s.objective_id, o.title, s.place_id, s.team_id, COALESCE(o.title, c.name, k.name, w.name, ''), s.amount, s.days
    FROM )sql";

constexpr std::string_view names = R"sql(
    LEFT JOIN people_person p ON p.id = s.person_id
    LEFT JOIN people_person a ON a.id = s.actor_id
    LEFT JOIN people_person g ON g.id = s.in_place_of
    LEFT JOIN okr_objective o ON o.id = s.objective_id
    LEFT JOIN okr_cycle c ON c.id = s.place_id AND s.page IN ('cycle', 'retro')
    LEFT JOIN kpi_kpi k ON k.id = s.place_id AND s.page = 'kpi'
    LEFT JOIN people_person w ON w.id = s.place_id AND s.page = 'person')sql";

constexpr std::string_view newest = R"sql(
   ORDER BY s.id DESC
   LIMIT :most)sql";

std::string joined(std::initializer_list<std::string_view> parts) {
  std::string text;
  for (auto const part : parts) text += part;
  return text;
}

std::string const all_text = joined({columns, "notify_sent s", names, " WHERE s.id < :before", may_be_read, newest});
db::Sql const select_all{"notify.sent.select", all_text};

std::string const kind_text =
    joined({columns, "notify_sent s", names, " WHERE s.kind = :kind AND s.id < :before", may_be_read, newest});
db::Sql const select_of_kind{"notify.sent.select_of_kind", kind_text};

// To one person: what was sent to them alone, and what was told to everybody while they were here.
std::string const person_text = joined({columns, R"sql((
          SELECT id FROM (
            SELECT s.id
              FROM notify_sent s
             WHERE s.person_id = :person AND s.id < :before AND (:kind = '' OR s.kind = :kind))sql",
                                        may_be_read, newest, R"sql() AS alone
           UNION ALL
          SELECT id FROM (
            SELECT s.id
              FROM notify_sent s
             WHERE s.person_id IS NULL AND s.id < :before AND (:kind = '' OR s.kind = :kind)
               AND EXISTS (SELECT 1 FROM notify_notice n WHERE n.once = s.once AND n.person_id = :person))sql",
                                        may_be_read, newest, R"sql() AS with_all) AS f
    JOIN notify_sent s ON s.id = f.id)sql",
                                        names, newest});
db::Sql const select_of_person{"notify.sent.select_of_person", person_text};

template <class AnyId>
std::optional<PersonName> named(std::optional<AnyId> const& id, std::optional<std::string>& name) {
  if (!id || !name) return std::nullopt;
  return PersonName{*id, std::move(*name)};
}

SentLine shown(Row&& row) {
  SentLine line{row.id,
                row.at,
                row.kind,
                row.channel,
                named(row.person_id, row.person),
                row.people,
                row.held,
                named(row.actor_id, row.actor),
                named(row.in_place_of, row.gone),
                row.page,
                {},
                row.place_id,
                row.team_id,
                std::move(row.about),
                row.amount,
                row.days};
  if (row.objective_id && row.objective) line.objective = ObjectiveName{*row.objective_id, *row.objective};
  return line;
}

SentId put(db::Tx& tx, Fresh const& fresh, std::optional<PersonId> person, std::int64_t people,
           std::optional<Held> held) {
  auto const id = tx.new_id<SentId>();
  tx.run(insert_line, id, tx.now(), Channel::inbox, fresh.kind, fresh.once, person, people, held, fresh.actor,
         fresh.in_place_of, fresh.page, fresh.objective, fresh.place, fresh.team, fresh.amount, fresh.days);
  return id;
}

}  // namespace

void log_sent(db::Tx& tx, Fresh const& fresh) {
  put(tx, fresh, fresh.person, 1, {});
}

void log_passed_on(db::Tx& tx, NoticeId notice) {
  tx.run(insert_passed_on, tx.new_id<SentId>(), tx.now(), Channel::inbox, notice);
}

void log_held(db::Tx& tx, Fresh const& fresh, Held why) {
  if (!tx.row<int>(select_held, fresh.once, fresh.person, why)) put(tx, fresh, fresh.person, 1, why);
}

void log_more(db::Tx& tx, Fresh const& fresh) {
  tx.run(update_amount, fresh.amount, fresh.once, fresh.person);
}

SentId log_everybody(db::Tx& tx, Fresh const& fresh, std::int64_t people) {
  return put(tx, fresh, {}, people, {});
}

void log_more_people(db::Tx& tx, SentId line, std::int64_t people) {
  tx.run(update_people, people, line);
}

std::vector<SentLine> sent_lines(db::Tx& tx, SentFilter const& filter, bool hr, std::int64_t most) {
  auto const before = filter.after.value_or(SentId{std::numeric_limits<std::int64_t>::max()});
  std::string const kind{filter.kind ? json::name_of(*filter.kind) : ""};
  std::vector<SentLine> lines;
  auto const take = [&](Row&& row) { lines.push_back(shown(std::move(row))); };
  if (filter.person)
    tx.each<Row>(select_of_person, take, *filter.person, before, kind, hr, most);
  else if (filter.kind)
    tx.each<Row>(select_of_kind, take, kind, before, hr, most);
  else
    tx.each<Row>(select_all, take, before, hr, most);
  return lines;
}

void forget_sent(db::Tx& tx, base::Millis before) {
  tx.run(delete_old, before);
}

}  // namespace waymark::notify::store
