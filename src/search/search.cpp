#include "search/search.hpp"

#include <algorithm>

#include "search/ranking.hpp"
#include "search/search_store.hpp"
#include "search/words.hpp"

namespace waymark::search {
namespace {

constexpr HitKind all_kinds[] = {HitKind::person,     HitKind::team, HitKind::objective,
                                 HitKind::key_result, HitKind::kpi,  HitKind::learning};

void keep_first_of_each(std::vector<Hit>& hits) {
  auto const by_id = [](Hit const& a, Hit const& b) { return a.id < b.id; };
  auto const same = [](Hit const& a, Hit const& b) { return a.id == b.id; };
  std::sort(hits.begin(), hits.end(), by_id);
  hits.erase(std::unique(hits.begin(), hits.end(), same), hits.end());
}

void index(db::Tx& tx, HitKind kind, std::int64_t id) {
  switch (kind) {
    case HitKind::person: return store::index_person(tx, id);
    case HitKind::team: return store::index_team(tx, id);
    case HitKind::kpi: return store::index_kpi(tx, id);
    default: return store::index_objective(tx, id);
  }
}

}  // namespace

SearchAnswer find(db::Tx& tx, policy::Viewer const& viewer, SearchQuery const& query) {
  auto const words = words_typed(query.text);
  if (words.empty()) return {};
  std::vector<Hit> found;
  for (auto const kind : all_kinds) {
    if (query.kind && *query.kind != kind) continue;
    auto hits = store::candidates(tx, viewer.person, kind, words);
    keep_first_of_each(hits);
    std::move(hits.begin(), hits.end(), std::back_inserter(found));
  }
  sort_by_fit(found, query.text);
  auto const limit = static_cast<std::size_t>(query.limit.value_or(20).value);
  if (query.kind && found.size() > limit) found.resize(limit);
  return {query.kind ? found : mixed(std::move(found), limit)};
}

void follow(db::Tx& tx, events::Event const& event) {
  if (event.kind == "objective.deleted") return store::forget_objective(tx, event.subject_id);
  if (event.kind == "objective.linked" || event.kind == "kpi.entered") return;
  if (event.subject == "objective" || event.subject == "key_result")
    return index(tx, HitKind::objective, event.parent_id);
  if (event.subject == "person") return index(tx, HitKind::person, event.subject_id);
  if (event.subject == "team") return index(tx, HitKind::team, event.subject_id);
  if (event.subject == "kpi") return index(tx, HitKind::kpi, event.subject_id);
}

void fill(db::Db& db) {
  if (db.read([](db::Tx& tx) { return store::is_filled(tx); })) return;
  for (auto const kind : {HitKind::person, HitKind::team, HitKind::kpi, HitKind::objective}) {
    for (std::int64_t after = 0;;) {
      auto const ids = db.read([&](db::Tx& tx) { return store::ids_after(tx, kind, after); });
      if (ids.empty()) break;
      db.write([&](db::Tx& tx) {
        for (auto const id : ids) index(tx, kind, id);
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
          "Finds people, teams, objectives, key results, KPIs and learnings by the words they hold.",
          [](rest::Call<rest::Nothing, SearchQuery> const& call) { return find(call.tx, call.viewer, call.query); }),
  };
}

}  // namespace waymark::search
