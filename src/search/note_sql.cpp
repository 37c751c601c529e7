#include "okr/cycle/seen_sql.hpp"
#include "search/note_store.hpp"
#include "search/search_store.hpp"
#include "search/stretches_sql.hpp"

namespace waymark::search::store {
namespace {

struct Written {
  std::int64_t id;
  std::int64_t key_result;
  std::string text;
};
BOOST_DESCRIBE_STRUCT(Written, (), (id, key_result, text))

constexpr db::Sql select_cursor{"search.notes.cursor", "SELECT check_in_id FROM search_note WHERE id = 1"};
constexpr db::Sql put_cursor{"search.notes.put_cursor", R"sql(
  INSERT INTO search_note (id, check_in_id) VALUES (1, :check_in)
  ON CONFLICT (id) DO UPDATE SET check_in_id = EXCLUDED.check_in_id)sql"};
constexpr db::Sql select_unread{"search.notes.unread", R"sql(
  SELECT id, key_result_id, what_happened || ' ' || what_next
    FROM okr_check_in
   WHERE id > :after AND at < :before
   ORDER BY id
   LIMIT :most)sql"};

// Where PostgreSQL runs transactions side by side, what began earlier may be committed later.
constexpr base::Millis settling = 5'000;

struct NoteRow {
  std::int64_t key_result_id;
  ItemId id;
  std::string what_happened;
  std::string what_next;
  std::string key_result;
  okr::ObjectiveId objective_id;
  okr::State state;
  okr::CycleId cycle_id;
  std::string cycle;
  bool running;
};
BOOST_DESCRIBE_STRUCT(NoteRow, (),
                      (key_result_id, id, what_happened, what_next, key_result, objective_id, state, cycle_id, cycle,
                       running))

std::string const notes_text = R"sql(
  SELECT k.id, i.id, i.what_happened, i.what_next, k.title, o.id, o.state, c.id, c.name,
         CASE WHEN c.starts_on <= :today AND c.ends_on >= :today THEN 1 ELSE 0 END
    FROM (SELECT DISTINCT item_id
            FROM (SELECT w.item_id FROM search_word w)sql" +
                               std::string{with_words} + R"sql(
                   ORDER BY w.word, w.item_id DESC LIMIT 100) AS first) AS found
    JOIN okr_key_result k ON k.id = found.item_id
    JOIN okr_check_in i ON i.key_result_id = k.id
    JOIN okr_objective o ON o.id = k.objective_id
    JOIN okr_cycle c ON c.id = o.cycle_id
    JOIN people_person p ON p.id = o.accountable_id
    LEFT JOIN people_team t ON t.id = o.team_id
   WHERE i.withdrawn_at IS NULL AND k.dropped = 0 AND )sql" +
                               std::string{okr::store::seen_by_viewer} + " ORDER BY k.id, i.at DESC, i.id DESC";
db::Sql const select_notes{"search.notes", notes_text};

Note note_of(NoteRow&& row) {
  auto text = std::move(row.what_happened);
  if (!text.empty() && !row.what_next.empty()) text += ' ';
  Hit hit{HitKind::check_in, row.id, text + row.what_next, row.key_result, row.objective_id,
          row.state,         {},     row.running};
  hit.cycle = okr::CycleName{row.cycle_id, std::move(row.cycle)};
  return {row.key_result_id, std::move(hit)};
}

}  // namespace

std::size_t index_notes(db::Tx& tx, std::int64_t most) {
  auto const after = tx.row<std::int64_t>(select_cursor).value_or(0);
  auto const unread = tx.rows<Written>(select_unread, after, tx.now() - settling, most);
  for (auto const& one : unread) put_words(tx, HitKind::check_in, one.key_result, one.text);
  if (!unread.empty()) tx.run(put_cursor, unread.back().id);
  return unread.size();
}

std::vector<Note> notes(db::Tx& tx, policy::PersonId viewer, std::vector<std::string> const& words) {
  std::vector<Note> all;
  auto const s = stretches_of(tx, HitKind::check_in, words);
  tx.each<NoteRow>(
      select_notes, [&](NoteRow&& row) { all.push_back(note_of(std::move(row))); }, tx.today(), HitKind::check_in,
      s[0].from, s[0].to(), s[1].from, s[1].to(), s[2].from, s[2].to(), s[3].from, s[3].to(), viewer);
  return all;
}

}  // namespace waymark::search::store
