#include <algorithm>
#include <limits>

#include "core/base/problem.hpp"
#include "okr/dashboard/dashboard_facts.hpp"
#include "okr/dashboard/dashboards.hpp"
#include "okr/objective/cards.hpp"

namespace waymark::okr {
namespace {

constexpr auto no_end = std::numeric_limits<std::int64_t>::max();

std::int64_t place_of(std::optional<json::Text<1, 400>> const& cursor, std::int64_t otherwise) {
  if (!cursor) return otherwise;
  auto const id = base::id_of(*cursor);
  if (!id) throw base::invalid("after", "This is no cursor of this list.");
  return *id;
}

std::vector<KeyResultId> those_asked(CountedQuery const& query, std::vector<Counted> const& all) {
  std::vector<KeyResultId> found;
  for (auto const& objective : all) {
    for (std::size_t i = 0; i < objective.rows.size(); ++i) {
      if (is_asked(query, objective.rows[i], objective.parts[i])) found.push_back(objective.rows[i].id);
    }
  }
  std::ranges::sort(found, {}, &KeyResultId::value);
  return found;
}

SaidCheckIn shown(store::SaidRow&& row) {
  return {row.id,
          {row.key_result_id, std::move(row.key_result)},
          {row.objective_id, std::move(row.objective)},
          {row.author_id, std::move(row.author)},
          row.confidence,
          std::move(row.what_happened),
          row.at};
}

std::vector<Load> those_in(db::Tx& tx, store::Scope const& scope, std::int64_t objectives) {
  auto const most = objectives == load_bars ? no_end : objectives;
  if (!scope.team) return store::loaded(tx, scope.cycle, objectives, most);
  auto load = store::load_of_team(tx, scope.cycle, *scope.team);
  std::erase_if(load, [&](Load const& one) { return one.objectives < objectives || one.objectives > most; });
  return load;
}

}  // namespace

CountedPage Dashboards::key_results(db::Tx& tx, policy::Viewer const& viewer, CountedQuery const& query) const {
  auto const asked = this->asked(tx, viewer, {query.cycle, query.team, query.person, query.everybody});
  auto const rows = there_now(store::facts(tx, asked.scope));
  auto const found = those_asked(query, objectives_in(rows, asked.cycle, tx.today()));
  auto const most = query.limit.value_or(50).value;
  CountedPage page{std::ssize(found), {}, {}};
  std::vector<KeyResultId> shown;
  auto const rest = std::ranges::upper_bound(found, place_of(query.after, 0), {}, &KeyResultId::value);
  for (auto id = rest; id != found.end(); ++id) {
    if (std::ssize(shown) == most) {
      page.next = shown.back().text();
      break;
    }
    shown.push_back(*id);
  }
  page.items = due_key_results(tx, shown);
  return page;
}

SaidPage Dashboards::check_ins(db::Tx& tx, policy::Viewer const& viewer, SaidQuery const& query) const {
  auto const asked = this->asked(tx, viewer, {query.cycle, query.team, query.person, query.everybody});
  auto const monday = asked.cycle.starts_on + static_cast<int>(query.week - 1) * 7;
  auto const low = query.low.value_or(false);
  auto const most = query.limit.value_or(50).value;
  SaidPage page{0, monday, {}, {}};
  for (auto const& week : store::confidence_by_week(tx, asked.scope, asked.cycle.starts_on)) {
    if (week.week == query.week - 1) page.count = low ? week.low : week.check_ins;
  }
  auto rows = store::said(tx, asked.scope,
                          {monday, monday + 7, 0, low ? safe_confidence : 11, place_of(query.after, no_end), most + 1});
  for (auto& row : rows) {
    if (std::ssize(page.items) == most) {
      page.next = page.items.back().id.text();
      break;
    }
    page.items.push_back(shown(std::move(row)));
  }
  return page;
}

LoadedPage Dashboards::people(db::Tx& tx, policy::Viewer const& viewer, LoadedQuery const& query) const {
  auto const asked = this->asked(tx, viewer, {query.cycle, query.team, {}, {}});
  auto const found = those_in(tx, asked.scope, query.objectives);
  auto const most = query.limit.value_or(50).value;
  LoadedPage page{std::ssize(found), {}, {}};
  auto const last = place_of(query.after, 0);
  auto const seen = std::ranges::find(found, last, [](Load const& one) { return one.person.id.value; });
  if (query.after && seen == found.end()) throw base::invalid("after", "This is no cursor of this list.");
  for (auto one = query.after ? seen + 1 : found.begin(); one != found.end(); ++one) {
    if (std::ssize(page.items) == most) {
      page.next = page.items.back().person.id.text();
      break;
    }
    page.items.push_back(*one);
  }
  return page;
}

}  // namespace waymark::okr
