#include <map>

#include "search/search_store.hpp"
#include "search/words.hpp"

namespace waymark::search::store {
namespace {

constexpr db::Sql insert_word{"search.word.insert", R"sql(
  INSERT INTO search_word (kind, word, item_id) VALUES (:kind, :word, :item) ON CONFLICT DO NOTHING)sql"};
constexpr db::Sql delete_words{"search.word.delete", "DELETE FROM search_word WHERE item_id = :item AND kind = :kind"};
constexpr db::Sql delete_words_of_key_results{"search.word.delete_of_key_results", R"sql(
  DELETE FROM search_word
   WHERE kind = 'key_result' AND item_id IN (SELECT id FROM okr_key_result WHERE objective_id = :objective))sql"};
constexpr db::Sql delete_words_of_comments{"search.word.delete_of_comments", R"sql(
  DELETE FROM search_word
   WHERE kind = 'comment' AND item_id IN (SELECT id FROM okr_comment WHERE objective_id = :objective))sql"};
constexpr db::Sql delete_words_of_initiatives{"search.word.delete_of_initiatives", R"sql(
  DELETE FROM search_word
   WHERE kind = 'initiative' AND item_id IN (SELECT id FROM okr_initiative WHERE objective_id = :objective))sql"};

constexpr db::Sql person_text{"search.text.person", R"sql(
  SELECT name || ' ' || title || ' ' || email FROM people_person WHERE id = :id AND left_at IS NULL)sql"};
constexpr db::Sql team_text{"search.text.team", "SELECT name FROM people_team WHERE id = :id"};
constexpr db::Sql kpi_text{"search.text.kpi", R"sql(
  SELECT name || ' ' || description FROM kpi_kpi WHERE id = :id AND archived_at IS NULL)sql"};
constexpr db::Sql objective_text{"search.text.objective",
                                 "SELECT title || ' ' || why FROM okr_objective WHERE id = :id"};
constexpr db::Sql learning_text{"search.text.learning",
                                "SELECT text FROM okr_retro_card WHERE id = :id AND part = 'learn'"};
constexpr db::Sql comment_text{"search.text.comment", "SELECT text FROM okr_comment WHERE id = :id"};
constexpr db::Sql initiative_text{"search.text.initiative", "SELECT title FROM okr_initiative WHERE id = :id"};

struct Text {
  std::int64_t id;
  std::string text;
};
BOOST_DESCRIBE_STRUCT(Text, (), (id, text))
constexpr db::Sql key_result_texts{"search.text.key_results", R"sql(
  SELECT id, title FROM okr_key_result WHERE objective_id = :objective AND dropped = 0)sql"};
constexpr db::Sql learning_texts{"search.text.learnings", R"sql(
  SELECT id, text FROM okr_retro_card WHERE objective_id = :objective AND part = 'learn')sql"};
constexpr db::Sql blocker_texts{"search.text.blockers",
                                "SELECT id, text FROM okr_blocker WHERE objective_id = :objective"};

constexpr db::Sql person_ids{"search.ids.person",
                             "SELECT id FROM people_person WHERE id > :after ORDER BY id LIMIT 200"};
constexpr db::Sql team_ids{"search.ids.team", "SELECT id FROM people_team WHERE id > :after ORDER BY id LIMIT 200"};
constexpr db::Sql kpi_ids{"search.ids.kpi", "SELECT id FROM kpi_kpi WHERE id > :after ORDER BY id LIMIT 200"};
constexpr db::Sql objective_ids{"search.ids.objective",
                                "SELECT id FROM okr_objective WHERE id > :after ORDER BY id LIMIT 200"};
constexpr db::Sql learning_ids{
    "search.ids.learning", "SELECT id FROM okr_retro_card WHERE part = 'learn' AND id > :after ORDER BY id LIMIT 200"};
constexpr db::Sql comment_ids{"search.ids.comment",
                              "SELECT id FROM okr_comment WHERE id > :after ORDER BY id LIMIT 200"};
constexpr db::Sql initiative_ids{"search.ids.initiative",
                                 "SELECT id FROM okr_initiative WHERE id > :after ORDER BY id LIMIT 200"};

constexpr db::Sql select_filled{"search.filled.select", "SELECT id FROM search_filled WHERE id = 1"};
constexpr db::Sql insert_filled{"search.filled.insert",
                                "INSERT INTO search_filled (id, at) VALUES (1, :now) ON CONFLICT DO NOTHING"};

// The text of a thing by its id, and the ids of all of its kind.
struct Source {
  db::Sql const& text;
  db::Sql const& ids;
};

Source const& source_of(HitKind kind) {
  static std::map<HitKind, Source> const sources{
      {HitKind::person, {person_text, person_ids}},
      {HitKind::team, {team_text, team_ids}},
      {HitKind::kpi, {kpi_text, kpi_ids}},
      {HitKind::objective, {objective_text, objective_ids}},
      {HitKind::learning, {learning_text, learning_ids}},
      {HitKind::comment, {comment_text, comment_ids}},
      {HitKind::initiative, {initiative_text, initiative_ids}},
  };
  return sources.at(kind);
}

void put_all(db::Tx& tx, HitKind kind, std::int64_t objective, db::Sql const& texts) {
  for (auto const& one : tx.rows<Text>(texts, objective)) put_words(tx, kind, one.id, one.text);
}

}  // namespace

void put_words(db::Tx& tx, HitKind kind, std::int64_t item, std::string_view text) {
  for (auto const& word : words_of(text)) tx.run(insert_word, kind, word, item);
}

void index(db::Tx& tx, HitKind kind, std::int64_t id) {
  tx.run(delete_words, id, kind);
  if (auto const text = tx.row<std::string>(source_of(kind).text, id)) put_words(tx, kind, id, *text);
  if (kind != HitKind::objective) return;
  tx.run(delete_words_of_key_results, id);
  put_all(tx, HitKind::key_result, id, key_result_texts);
  put_all(tx, HitKind::learning, id, learning_texts);
}

void index_blockers(db::Tx& tx, std::int64_t objective) {
  put_all(tx, HitKind::blocker, objective, blocker_texts);
}

void forget_objective(db::Tx& tx, std::int64_t id) {
  tx.run(delete_words_of_key_results, id);
  tx.run(delete_words_of_comments, id);
  tx.run(delete_words_of_initiatives, id);
  tx.run(delete_words, id, HitKind::objective);
}

std::vector<std::int64_t> ids_after(db::Tx& tx, HitKind kind, std::int64_t after) {
  return tx.rows<std::int64_t>(source_of(kind).ids, after);
}

bool is_filled(db::Tx& tx) {
  return tx.row<std::int64_t>(select_filled).has_value();
}

void set_filled(db::Tx& tx) {
  tx.run(insert_filled, tx.now());
}

}  // namespace waymark::search::store
