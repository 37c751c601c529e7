#include <algorithm>

#include "okr/seen_sql.hpp"
#include "search/search_store.hpp"
#include "search/words.hpp"

namespace waymark::search::store {
namespace {

struct Candidate {
  ItemId id;
  std::string title;
  std::string about;
  std::optional<okr::ObjectiveId> objective_id;
  std::optional<okr::State> state;
  std::optional<okr::CycleId> cycle_id;
  std::string cycle;
  bool running;
};
BOOST_DESCRIBE_STRUCT(Candidate, (), (id, title, about, objective_id, state, cycle_id, cycle, running))

// Things of a kind in whose words each of the four stretches holds one; the first stretch is the narrowest.
constexpr std::string_view with_words = R"sql(
   WHERE w.kind = :kind AND w.word >= :from1 AND w.word < :to1
     AND EXISTS (SELECT 1 FROM search_word x
                  WHERE x.item_id = w.item_id AND x.kind = :kind AND x.word >= :from2 AND x.word < :to2)
     AND EXISTS (SELECT 1 FROM search_word x
                  WHERE x.item_id = w.item_id AND x.kind = :kind AND x.word >= :from3 AND x.word < :to3)
     AND EXISTS (SELECT 1 FROM search_word x
                  WHERE x.item_id = w.item_id AND x.kind = :kind AND x.word >= :from4 AND x.word < :to4))sql";

constexpr std::string_view few = " ORDER BY w.word, w.item_id DESC LIMIT 200";

std::string of_directory(std::string_view rows, std::string_view condition = "") {
  return std::string{rows} + std::string{with_words} + std::string{condition} + std::string{few};
}

std::string const people_text = of_directory(R"sql(
  SELECT p.id, p.name, p.title, NULL, NULL, NULL, '', 1
    FROM search_word w JOIN people_person p ON p.id = w.item_id)sql");
db::Sql const select_people{"search.people", people_text};

std::string const teams_text = of_directory(R"sql(
  SELECT t.id, t.name, COALESCE(a.name, ''), NULL, NULL, NULL, '', 1
    FROM search_word w JOIN people_team t ON t.id = w.item_id LEFT JOIN people_team a ON a.id = t.parent_id)sql");
db::Sql const select_teams{"search.teams", teams_text};

std::string const kpis_text = of_directory(R"sql(
  SELECT k.id, k.name, COALESCE(t.name, ''), NULL, NULL, NULL, '', 1
    FROM search_word w JOIN kpi_kpi k ON k.id = w.item_id LEFT JOIN people_team t ON t.id = k.team_id)sql");
db::Sql const select_kpis{"search.kpis", kpis_text};

// What is read on the page of an objective: seen by those who see that.
std::string of_objective(std::string_view item, std::string_view join) {
  return "SELECT " + std::string{item} + R"sql(, o.id, o.state, c.id, c.name,
         CASE WHEN c.starts_on <= :today AND c.ends_on >= :today THEN 1 ELSE 0 END
    FROM search_word w )sql" +
         std::string{join} + R"sql(
    JOIN okr_cycle c ON c.id = o.cycle_id
    JOIN people_person p ON p.id = o.accountable_id
    LEFT JOIN people_team t ON t.id = o.team_id)sql" +
         std::string{with_words} + " AND " + std::string{okr::store::seen_by_viewer} + std::string{few};
}

std::string const objectives_text =
    of_objective("o.id, o.title, COALESCE(t.name, p.name)", "JOIN okr_objective o ON o.id = w.item_id");
db::Sql const select_objectives{"search.objectives", objectives_text};

std::string const key_results_text =
    of_objective("k.id, k.title, o.title",
                 "JOIN okr_key_result k ON k.id = w.item_id JOIN okr_objective o ON o.id = k.objective_id");
db::Sql const select_key_results{"search.key_results", key_results_text};

std::string const learnings_text =
    of_objective("o.id, y.learning, o.title",
                 "JOIN okr_closure y ON y.objective_id = w.item_id JOIN okr_objective o ON o.id = y.objective_id");
db::Sql const select_learnings{"search.learnings", learnings_text};

db::Sql const& statement_of(HitKind kind) {
  switch (kind) {
    case HitKind::person: return select_people;
    case HitKind::team: return select_teams;
    case HitKind::kpi: return select_kpis;
    case HitKind::key_result: return select_key_results;
    case HitKind::learning: return select_learnings;
    default: return select_objectives;
  }
}

bool is_of_objective(HitKind kind) {
  return kind == HitKind::objective || kind == HitKind::key_result || kind == HitKind::learning;
}

constexpr db::Sql insert_word{"search.word.insert", R"sql(
  INSERT INTO search_word (kind, word, item_id) VALUES (:kind, :word, :item) ON CONFLICT DO NOTHING)sql"};
constexpr db::Sql delete_words{"search.word.delete", "DELETE FROM search_word WHERE item_id = :item AND kind = :kind"};
constexpr db::Sql delete_words_of_key_results{"search.word.delete_of_key_results", R"sql(
  DELETE FROM search_word
   WHERE kind = 'key_result' AND item_id IN (SELECT id FROM okr_key_result WHERE objective_id = :objective))sql"};

constexpr db::Sql person_text{"search.text.person", R"sql(
  SELECT name || ' ' || title || ' ' || email FROM people_person WHERE id = :id AND left_at IS NULL)sql"};
constexpr db::Sql team_text{"search.text.team", "SELECT name FROM people_team WHERE id = :id"};
constexpr db::Sql kpi_text{"search.text.kpi", R"sql(
  SELECT name || ' ' || description FROM kpi_kpi WHERE id = :id AND archived_at IS NULL)sql"};
constexpr db::Sql objective_text{"search.text.objective",
                                 "SELECT title || ' ' || why FROM okr_objective WHERE id = :id"};
constexpr db::Sql learning_text{"search.text.learning",
                                "SELECT learning FROM okr_closure WHERE objective_id = :id AND learning <> ''"};

struct Named {
  std::int64_t id;
  std::string title;
};
BOOST_DESCRIBE_STRUCT(Named, (), (id, title))
constexpr db::Sql key_result_texts{"search.text.key_results", R"sql(
  SELECT id, title FROM okr_key_result WHERE objective_id = :objective AND dropped = 0)sql"};

constexpr db::Sql person_ids{"search.ids.person",
                             "SELECT id FROM people_person WHERE id > :after ORDER BY id LIMIT 200"};
constexpr db::Sql team_ids{"search.ids.team", "SELECT id FROM people_team WHERE id > :after ORDER BY id LIMIT 200"};
constexpr db::Sql kpi_ids{"search.ids.kpi", "SELECT id FROM kpi_kpi WHERE id > :after ORDER BY id LIMIT 200"};
constexpr db::Sql objective_ids{"search.ids.objective",
                                "SELECT id FROM okr_objective WHERE id > :after ORDER BY id LIMIT 200"};

constexpr db::Sql select_filled{"search.filled.select", "SELECT id FROM search_filled WHERE id = 1"};
constexpr db::Sql insert_filled{"search.filled.insert",
                                "INSERT INTO search_filled (id, at) VALUES (1, :now) ON CONFLICT DO NOTHING"};

// All words that begin with `prefix`: up to where the last code point there is would stand behind it.
struct Stretch {
  std::string from;
  std::string to() const { return from + "\U0010FFFF"; }
};

std::vector<Stretch> stretches_of(std::vector<std::string> words) {
  std::stable_sort(words.begin(), words.end(), [](auto const& a, auto const& b) { return a.size() > b.size(); });
  words.resize(4);
  std::vector<Stretch> stretches;
  for (auto& word : words) stretches.push_back({std::move(word)});
  return stretches;
}

Hit hit_of(HitKind kind, Candidate&& row) {
  Hit hit{kind, row.id, std::move(row.title), std::move(row.about), row.objective_id, row.state, {}, row.running};
  if (row.cycle_id) hit.cycle = okr::CycleName{*row.cycle_id, std::move(row.cycle)};
  return hit;
}

void put(db::Tx& tx, HitKind kind, std::int64_t item, std::optional<std::string> const& text) {
  if (!text) return;
  for (auto const& word : words_of(*text)) tx.run(insert_word, kind, word, item);
}

void put_anew(db::Tx& tx, HitKind kind, std::int64_t item, db::Sql const& text) {
  tx.run(delete_words, item, kind);
  put(tx, kind, item, tx.row<std::string>(text, item));
}

}  // namespace

std::vector<Hit> candidates(db::Tx& tx, policy::PersonId viewer, HitKind kind, std::vector<std::string> const& words) {
  std::vector<Hit> hits;
  auto const take = [&](Candidate&& row) { hits.push_back(hit_of(kind, std::move(row))); };
  auto const s = stretches_of(words);
  auto const& statement = statement_of(kind);
  if (is_of_objective(kind)) {
    tx.each<Candidate>(statement, take, tx.today(), kind, s[0].from, s[0].to(), s[1].from, s[1].to(), s[2].from,
                       s[2].to(), s[3].from, s[3].to(), viewer);
  } else {
    tx.each<Candidate>(statement, take, kind, s[0].from, s[0].to(), s[1].from, s[1].to(), s[2].from, s[2].to(),
                       s[3].from, s[3].to());
  }
  return hits;
}

void index_person(db::Tx& tx, std::int64_t id) {
  put_anew(tx, HitKind::person, id, person_text);
}

void index_team(db::Tx& tx, std::int64_t id) {
  put_anew(tx, HitKind::team, id, team_text);
}

void index_kpi(db::Tx& tx, std::int64_t id) {
  put_anew(tx, HitKind::kpi, id, kpi_text);
}

void index_objective(db::Tx& tx, std::int64_t id) {
  put_anew(tx, HitKind::objective, id, objective_text);
  put_anew(tx, HitKind::learning, id, learning_text);
  tx.run(delete_words_of_key_results, id);
  for (auto const& key_result : tx.rows<Named>(key_result_texts, id))
    put(tx, HitKind::key_result, key_result.id, key_result.title);
}

void forget_objective(db::Tx& tx, std::int64_t id) {
  tx.run(delete_words_of_key_results, id);
  tx.run(delete_words, id, HitKind::objective);
}

std::vector<std::int64_t> ids_after(db::Tx& tx, HitKind kind, std::int64_t after) {
  auto const& statement = kind == HitKind::person ? person_ids
                          : kind == HitKind::team ? team_ids
                          : kind == HitKind::kpi  ? kpi_ids
                                                  : objective_ids;
  return tx.rows<std::int64_t>(statement, after);
}

bool is_filled(db::Tx& tx) {
  return tx.row<std::int64_t>(select_filled).has_value();
}

void set_filled(db::Tx& tx) {
  tx.run(insert_filled, tx.now());
}

}  // namespace waymark::search::store
