#include "search/search.hpp"

#include <algorithm>
#include <map>

#include "kpi/happened.hpp"
#include "okr/rules/happened.hpp"
#include "search/note_store.hpp"
#include "search/ranking.hpp"
#include "search/search_store.hpp"
#include "search/words.hpp"

namespace waymark::search {
namespace {

constexpr HitKind all_kinds[] = {HitKind::person,  HitKind::team,     HitKind::objective,  HitKind::key_result,
                                 HitKind::kpi,     HitKind::learning, HitKind::initiative, HitKind::blocker,
                                 HitKind::comment, HitKind::check_in};

// Kinds whose things are written one by one. Key results come with their objective.
constexpr HitKind written_kinds[] = {HitKind::person,   HitKind::team,    HitKind::kpi,       HitKind::objective,
                                     HitKind::learning, HitKind::comment, HitKind::initiative};

// Of so many check-ins at a time, and so many times: a check-in that is made meanwhile hardly waits.
constexpr std::int64_t notes_at_once = 100;
constexpr int most_rounds = 10;

void keep_first_of_each(std::vector<Hit>& hits) {
  auto const by_id = [](Hit const& a, Hit const& b) { return a.id < b.id; };
  auto const same = [](Hit const& a, Hit const& b) { return a.id == b.id; };
  std::sort(hits.begin(), hits.end(), by_id);
  hits.erase(std::unique(hits.begin(), hits.end(), same), hits.end());
}

// The newest note of each key result that holds all the words itself.
std::vector<Hit> telling(std::vector<store::Note> notes, std::vector<std::string> const& words) {
  std::vector<Hit> hits;
  std::int64_t told = 0;
  for (auto& [key_result, hit] : notes) {
    if (key_result == told || !begins_words(words, hit.title)) continue;
    told = key_result;
    hits.push_back(std::move(hit));
  }
  return hits;
}

std::vector<Hit> found_of(db::Tx& tx, policy::PersonId viewer, HitKind kind, std::vector<std::string> const& words) {
  if (kind == HitKind::check_in) return telling(store::notes(tx, viewer, words), words);
  auto hits = store::candidates(tx, viewer, kind, words);
  keep_first_of_each(hits);
  return hits;
}

}  // namespace

SearchAnswer find(db::Tx& tx, policy::Viewer const& viewer, SearchQuery const& query) {
  auto const words = words_typed(query.text);
  if (words.empty()) return {};
  std::vector<Hit> found;
  for (auto const kind : all_kinds) {
    if (query.kind && *query.kind != kind) continue;
    auto hits = found_of(tx, viewer.person, kind, words);
    std::move(hits.begin(), hits.end(), std::back_inserter(found));
  }
  sort_by_fit(found, query.text);
  auto const limit = static_cast<std::size_t>(query.limit.value_or(20).value);
  if (query.kind && found.size() > limit) found.resize(limit);
  SearchAnswer answer{query.kind ? std::move(found) : mixed(std::move(found), limit)};
  for (auto& hit : answer.items) {
    if (is_said(hit.kind)) hit.title = excerpt(hit.title, words);
  }
  return answer;
}

void follow(db::Tx& tx, events::Event const& event) {
  if (event.is(okr::happened.objective_deleted)) return store::forget_objective(tx, event.subject_id);
  if (event.is(kpi::happened.entered)) return;
  if (event.subject == "objective" || event.subject == "key_result")
    return store::index(tx, HitKind::objective, event.parent_id);
  if (event.subject == "blocker") return store::index_blockers(tx, event.parent_id);
  static std::map<std::string_view, HitKind> const kinds{
      {"person", HitKind::person},       {"team", HitKind::team},       {"kpi", HitKind::kpi},
      {"retro_card", HitKind::learning}, {"comment", HitKind::comment}, {"initiative", HitKind::initiative}};
  if (auto const kind = kinds.find(event.subject); kind != kinds.end())
    store::index(tx, kind->second, event.subject_id);
}

void follow_notes(db::Db& db) {
  for (int round = 0; round < most_rounds; ++round) {
    auto const written = db.write([](db::Tx& tx) { return store::index_notes(tx, notes_at_once); });
    if (written < notes_at_once) return;
  }
}

void fill(db::Db& db) {
  if (db.read([](db::Tx& tx) { return store::is_filled(tx); })) return;
  for (auto const kind : written_kinds) {
    for (std::int64_t after = 0;;) {
      auto const ids = db.read([&](db::Tx& tx) { return store::ids_after(tx, kind, after); });
      if (ids.empty()) break;
      db.write([&](db::Tx& tx) {
        for (auto const id : ids) {
          store::index(tx, kind, id);
          if (kind == HitKind::objective) store::index_blockers(tx, id);
        }
      });
      after = ids.back();
    }
  }
  db.write([](db::Tx& tx) { store::set_filled(tx); });
}

std::vector<rest::Route> routes() {
  return {
      rest::get(
          "/api/v1/search", policy::signed_in,
          "Finds people, teams, OKRs, KPIs, learnings, and what was said about OKRs, by the words they hold.",
          [](rest::Call<rest::Nothing, SearchQuery> const& call) { return find(call.tx, call.viewer, call.query); }),
  };
}

}  // namespace waymark::search
