#include <map>

#include "core/db/many.hpp"
#include "okr/cycle/seen_sql.hpp"
#include "okr/talk/talk_store.hpp"

namespace waymark::okr::store {
namespace {

struct CommentRow {
  CommentId id;
  std::optional<CheckInId> check_in_id;
  PersonId author_id;
  std::string author_name;
  std::string text;
  std::optional<PersonId> thanked_id;
  std::optional<std::string> thanked_name;
  std::int64_t created_at;
};
BOOST_DESCRIBE_STRUCT(CommentRow, (),
                      (id, check_in_id, author_id, author_name, text, thanked_id, thanked_name, created_at))

constexpr db::Sql insert_comment_row{"okr.comment.insert", R"sql(
  INSERT INTO okr_comment (id, objective_id, check_in_id, author_id, text, thanked_id, created_at)
  VALUES (:id, :objective, :check_in, :author, :text, :thanked, :created_at))sql"};
constexpr db::Sql insert_mention{"okr.mention.insert", R"sql(
  INSERT INTO okr_mention (comment_id, person_id) VALUES (:comment, :person) ON CONFLICT DO NOTHING)sql"};
constexpr db::Sql select_of_objective{"okr.comment.of_objective", R"sql(
  SELECT c.id, c.check_in_id, c.author_id, p.name, c.text, c.thanked_id, h.name, c.created_at
    FROM okr_comment c
    JOIN people_person p ON p.id = c.author_id
    LEFT JOIN people_person h ON h.id = c.thanked_id
   WHERE c.objective_id = :objective
   ORDER BY c.id
   LIMIT 500)sql"};
constexpr db::Sql select_comment{"okr.comment.select", R"sql(
  SELECT c.id, c.check_in_id, c.author_id, p.name, c.text, c.thanked_id, h.name, c.created_at
    FROM okr_comment c
    JOIN people_person p ON p.id = c.author_id
    LEFT JOIN people_person h ON h.id = c.thanked_id
   WHERE c.id = :id)sql"};
struct MentionRow : CommentRow {
  ObjectiveId objective_id;
  std::string objective;
};
BOOST_DESCRIBE_STRUCT(MentionRow, (CommentRow), (objective_id, objective))

std::string const mentions_text = std::string{R"sql(
  SELECT c.id, c.check_in_id, c.author_id, w.name, c.text, c.thanked_id, h.name, c.created_at, o.id, o.title
    FROM okr_mention m
    JOIN okr_comment c ON c.id = m.comment_id
    JOIN okr_objective o ON o.id = c.objective_id
    JOIN people_person p ON p.id = o.accountable_id
    JOIN people_person w ON w.id = c.author_id
    LEFT JOIN people_team t ON t.id = o.team_id
    LEFT JOIN people_person h ON h.id = c.thanked_id
   WHERE m.person_id = :viewer AND c.created_at >= :since AND )sql"} +
                                  std::string{seen_by_viewer} + R"sql(
     AND NOT EXISTS (SELECT 1 FROM okr_comment a
                      WHERE a.objective_id = c.objective_id AND a.author_id = :viewer AND a.id > c.id)
   ORDER BY c.id DESC
   LIMIT 20)sql";
db::Sql const select_mentions{"okr.mention.of_person", mentions_text};
std::string const mentioned_text = std::string{db::asked} + R"sql(
  SELECT p.id, p.name, m.comment_id
    FROM okr_mention m JOIN people_person p ON p.id = m.person_id
   WHERE m.comment_id IN (SELECT id FROM asked)
   ORDER BY m.comment_id, p.name, p.id)sql";
db::Sql const select_mentioned{"okr.mention.of_comments", mentioned_text};
struct Mentioned : PersonName {
  CommentId comment_id;
};
BOOST_DESCRIBE_STRUCT(Mentioned, (PersonName), (comment_id))
constexpr db::Sql select_place{"okr.comment.place", "SELECT objective_id, author_id FROM okr_comment WHERE id = :id"};
constexpr db::Sql delete_mentions{"okr.mention.delete", "DELETE FROM okr_mention WHERE comment_id = :id"};
constexpr db::Sql delete_comment{"okr.comment.delete", "DELETE FROM okr_comment WHERE id = :id"};

struct InitiativeRow {
  InitiativeId id;
  std::optional<KeyResultId> key_result_id;
  std::string title;
  std::optional<PersonId> owner_id;
  std::optional<std::string> owner_name;
  std::optional<base::Day> due_on;
  InitiativeState state;
  std::int64_t version;
  ObjectiveId objective_id;
};
BOOST_DESCRIBE_STRUCT(InitiativeRow, (),
                      (id, key_result_id, title, owner_id, owner_name, due_on, state, version, objective_id))

constexpr db::Sql insert_initiative{"okr.initiative.insert", R"sql(
  INSERT INTO okr_initiative (id, objective_id, key_result_id, title, owner_id, due_on, state, created_at, version)
  VALUES (:id, :objective, :key_result, :title, :owner, :due_on, 'open', :created_at, 1))sql"};
constexpr db::Sql select_initiatives{"okr.initiative.of_objective", R"sql(
  SELECT i.id, i.key_result_id, i.title, i.owner_id, p.name, i.due_on, i.state, i.version, i.objective_id
    FROM okr_initiative i LEFT JOIN people_person p ON p.id = i.owner_id
   WHERE i.objective_id = :objective
   ORDER BY i.id)sql"};
constexpr db::Sql select_initiative{"okr.initiative.select", R"sql(
  SELECT i.id, i.key_result_id, i.title, i.owner_id, p.name, i.due_on, i.state, i.version, i.objective_id
    FROM okr_initiative i LEFT JOIN people_person p ON p.id = i.owner_id
   WHERE i.id = :id)sql"};
constexpr db::Sql update_initiative{"okr.initiative.update", R"sql(
  UPDATE okr_initiative SET title = :title, owner_id = :owner, due_on = :due_on, state = :state, version = version + 1 WHERE id = :id)sql"};
constexpr db::Sql delete_initiative{"okr.initiative.delete", "DELETE FROM okr_initiative WHERE id = :id"};

Comment shown(CommentRow&& row) {
  std::optional<PersonName> thanked;
  if (row.thanked_id) thanked = PersonName{*row.thanked_id, row.thanked_name.value_or("")};
  return {row.id,
          row.check_in_id,
          {row.author_id, std::move(row.author_name)},
          std::move(row.text),
          {},
          std::move(thanked),
          row.created_at};
}

// The rows first, then whom they mention: one statement is read to its end before the next begins.
template <class AnyComment>
void add_mentions(db::Tx& tx, std::vector<AnyComment>& comments) {
  std::vector<CommentId> ids;
  for (auto const& comment : comments) ids.push_back(comment.id);
  if (ids.empty()) return;
  std::map<CommentId, std::vector<PersonName>> mentioned;
  for (auto& row : tx.rows<Mentioned>(select_mentioned, db::many(ids))) {
    auto& people = mentioned[row.comment_id];
    people.push_back(std::move(row));
  }
  for (auto& comment : comments) comment.mentions = std::move(mentioned[comment.id]);
}

std::vector<Comment> with_mentions(db::Tx& tx, std::vector<CommentRow>&& rows) {
  std::vector<Comment> all;
  for (auto& row : rows) all.push_back(shown(std::move(row)));
  add_mentions(tx, all);
  return all;
}

Initiative shown(InitiativeRow const& row) {
  std::optional<PersonName> owner;
  if (row.owner_id) owner = PersonName{*row.owner_id, row.owner_name.value_or("")};
  return {row.id, row.key_result_id, row.title, std::move(owner), row.due_on, row.state, row.version};
}

}  // namespace

void insert_comment(db::Tx& tx, CommentId id, ObjectiveId objective, NewComment const& wanted, PersonId author) {
  tx.run(insert_comment_row, id, objective, wanted.check_in_id, author, wanted.text, wanted.thanked_id, tx.now());
  for (auto const person : wanted.mention_ids) tx.run(insert_mention, id, person);
  if (wanted.thanked_id) tx.run(insert_mention, id, *wanted.thanked_id);
}

std::vector<Comment> comments(db::Tx& tx, ObjectiveId objective) {
  return with_mentions(tx, tx.rows<CommentRow>(select_of_objective, objective));
}

std::optional<Comment> comment(db::Tx& tx, CommentId id) {
  auto all = with_mentions(tx, tx.rows<CommentRow>(select_comment, id));
  if (all.empty()) return std::nullopt;
  return std::move(all.front());
}

std::optional<CommentPlace> place_of(db::Tx& tx, CommentId id) {
  return tx.row<CommentPlace>(select_place, id);
}

void remove_comment(db::Tx& tx, CommentId id) {
  tx.run(delete_mentions, id);
  tx.run(delete_comment, id);
}

std::vector<Mention> mentions_of(db::Tx& tx, PersonId person, std::int64_t since) {
  std::vector<Mention> all;
  for (auto& row : tx.rows<MentionRow>(select_mentions, person, since)) {
    ObjectiveName objective{row.objective_id, std::move(row.objective)};
    all.push_back({shown(std::move(row)), std::move(objective)});
  }
  add_mentions(tx, all);
  return all;
}

void insert(db::Tx& tx, InitiativeId id, ObjectiveId objective, NewInitiative const& wanted) {
  tx.run(insert_initiative, id, objective, wanted.key_result_id, wanted.title, wanted.owner_id, wanted.due_on,
         tx.now());
}

std::vector<Initiative> initiatives(db::Tx& tx, ObjectiveId objective) {
  std::vector<Initiative> all;
  tx.each<InitiativeRow>(
      select_initiatives, [&](InitiativeRow&& row) { all.push_back(shown(row)); }, objective);
  return all;
}

std::optional<InitiativePlace> initiative(db::Tx& tx, InitiativeId id) {
  auto const row = tx.row<InitiativeRow>(select_initiative, id);
  if (!row) return std::nullopt;
  return InitiativePlace{row->objective_id, shown(*row)};
}

void update(db::Tx& tx, Initiative const& changed) {
  std::optional<PersonId> owner;
  if (changed.owner) owner = changed.owner->id;
  tx.run(update_initiative, changed.title, owner, changed.due_on, changed.state, changed.id);
}

void remove_initiative(db::Tx& tx, InitiativeId id) {
  tx.run(delete_initiative, id);
}

}  // namespace waymark::okr::store
