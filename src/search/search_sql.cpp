#include <algorithm>
#include <map>

#include "okr/cycle/seen_sql.hpp"
#include "search/search_store.hpp"
#include "search/stretches_sql.hpp"

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

// Everybody reads what was learned, and mostly when its cycle is over.
std::string const learnings_text = of_directory(R"sql(
  SELECT r.id, r.text, COALESCE(o.title, t.name, ''), r.objective_id, NULL, c.id, c.name, 0
    FROM search_word w
    JOIN okr_retro_card r ON r.id = w.item_id
    JOIN okr_cycle c ON c.id = r.cycle_id
    LEFT JOIN okr_objective o ON o.id = r.objective_id
    LEFT JOIN people_team t ON t.id = r.team_id)sql");
db::Sql const select_learnings{"search.learnings", learnings_text};

std::string const initiatives_text =
    of_objective("i.id, i.title, o.title",
                 "JOIN okr_initiative i ON i.id = w.item_id JOIN okr_objective o ON o.id = i.objective_id");
db::Sql const select_initiatives{"search.initiatives", initiatives_text};

std::string const comments_text = of_objective(
    "y.id, y.text, o.title", "JOIN okr_comment y ON y.id = w.item_id JOIN okr_objective o ON o.id = y.objective_id");
db::Sql const select_comments{"search.comments", comments_text};

std::string const blockers_text = of_objective(
    "b.id, b.text, o.title", "JOIN okr_blocker b ON b.id = w.item_id JOIN okr_objective o ON o.id = b.objective_id");
db::Sql const select_blockers{"search.blockers", blockers_text};

// As far as it matters which word is the rarest.
constexpr db::Sql count_words{"search.word.count", R"sql(
  SELECT COUNT(*)
    FROM (SELECT 1 FROM search_word w WHERE w.kind = :kind AND w.word >= :from AND w.word < :to LIMIT 1000) AS first)sql"};

// Which statement finds a kind, and whether it asks who looks, and on which day.
struct Finding {
  db::Sql const& sql;
  bool as_viewer;
};

Finding const& finding(HitKind kind) {
  static std::map<HitKind, Finding> const all{
      {HitKind::person, {select_people, false}},
      {HitKind::team, {select_teams, false}},
      {HitKind::kpi, {select_kpis, false}},
      {HitKind::learning, {select_learnings, false}},
      {HitKind::objective, {select_objectives, true}},
      {HitKind::key_result, {select_key_results, true}},
      {HitKind::initiative, {select_initiatives, true}},
      {HitKind::comment, {select_comments, true}},
      {HitKind::blocker, {select_blockers, true}},
  };
  return all.at(kind);
}

Hit hit_of(HitKind kind, Candidate&& row) {
  Hit hit{kind, row.id, std::move(row.title), std::move(row.about), row.objective_id, row.state, {}, row.running};
  if (row.cycle_id) hit.cycle = okr::CycleName{*row.cycle_id, std::move(row.cycle)};
  return hit;
}

}  // namespace

std::vector<Stretch> stretches_of(db::Tx& tx, HitKind kind, std::vector<std::string> words) {
  std::ranges::stable_sort(words, std::greater{}, &std::string::size);
  auto const several = words.size() > 1;
  words.resize(4);
  std::vector<std::pair<std::int64_t, Stretch>> counted;
  for (auto& word : words) {
    Stretch stretch{std::move(word)};
    auto const width = several ? tx.row<std::int64_t>(count_words, kind, stretch.from, stretch.to()).value_or(0) : 0;
    counted.emplace_back(width, std::move(stretch));
  }
  std::ranges::stable_sort(counted, {}, [](auto const& one) { return one.first; });
  std::vector<Stretch> stretches;
  for (auto& one : counted) stretches.push_back(std::move(one.second));
  return stretches;
}

std::vector<Hit> candidates(db::Tx& tx, policy::PersonId viewer, HitKind kind, std::vector<std::string> const& words) {
  std::vector<Hit> hits;
  auto const take = [&](Candidate&& row) { hits.push_back(hit_of(kind, std::move(row))); };
  auto const s = stretches_of(tx, kind, words);
  auto const& way = finding(kind);
  if (way.as_viewer) {
    tx.each<Candidate>(way.sql, take, tx.today(), kind, s[0].from, s[0].to(), s[1].from, s[1].to(), s[2].from,
                       s[2].to(), s[3].from, s[3].to(), viewer);
  } else {
    tx.each<Candidate>(way.sql, take, kind, s[0].from, s[0].to(), s[1].from, s[1].to(), s[2].from, s[2].to(), s[3].from,
                       s[3].to());
  }
  return hits;
}

}  // namespace waymark::search::store
