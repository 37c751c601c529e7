#include "notify/late/late.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "core/base/problem.hpp"
#include "people/directory.hpp"

namespace waymark::notify {
namespace {

std::string once_today(PersonId person, base::Day today) {
  return "reminded:" + person.text() + ":" + today.to_string();
}

// Those whom the viewer may remind, or of them those who were named.
std::vector<LatePerson> chosen(std::vector<LatePerson> late, std::vector<PersonId> const& named) {
  std::erase_if(late, [](LatePerson const& one) { return one.may.empty(); });
  if (named.empty()) return late;
  auto const is = [](PersonId person) { return [=](LatePerson const& one) { return one.person.id == person; }; };
  for (std::size_t i = 0; i < named.size(); ++i)
    if (std::ranges::none_of(late, is(named[i])))
      throw base::invalid(fmt::format("person_ids[{}]", i), "No check-in is wanted from them of which you may remind.");
  std::erase_if(late, [&](LatePerson const& one) { return std::ranges::find(named, one.person.id) == named.end(); });
  return late;
}

}  // namespace

bool may_hand_over(policy::Viewer const& viewer, LateRow const& row) {
  return viewer.is(policy::Role::hr) || row.lead_id == viewer.person || row.manager_id == viewer.person;
}

bool may_remind(policy::Viewer const& viewer, LateRow const& row) {
  return row.owner_id != viewer.person && may_hand_over(viewer, row);
}

std::vector<LatePerson> late_people(policy::Viewer const& viewer, std::vector<LateRow> rows, base::Day today) {
  std::erase_if(rows, [&](LateRow const& row) {
    auto const day = wanted_by(row, today);
    return !day || *day > today;
  });
  std::vector<LatePerson> people;
  for (auto& row : rows) {
    auto const found = std::ranges::find(people, row.owner_id, [](LatePerson const& one) { return one.person.id; });
    auto& person = found != people.end() ? *found : people.emplace_back(PersonName{row.owner_id, row.person});
    if (may_remind(viewer, row)) person.may = {"remind"};
    person.key_results.push_back({row.id,
                                  std::move(row.title),
                                  {row.objective_id, std::move(row.objective)},
                                  row.owned,
                                  days_late(row, today),
                                  {}});
    if (may_hand_over(viewer, row)) person.key_results.back().may = {"hand_over"};
  }
  for (auto& person : people) std::ranges::stable_sort(person.key_results, std::greater{}, &LateKeyResult::days_late);
  std::ranges::stable_sort(people, std::greater{},
                           [](LatePerson const& one) { return one.key_results.front().days_late; });
  return people;
}

LateList late_list(db::Tx& tx, policy::Viewer const& viewer, okr::CycleId cycle, LateFilter const& filter) {
  LateList list{late_people(viewer, facts::late_rows(tx, cycle, filter.team), tx.today())};
  for (auto& late : list.items) {
    late.reminded = store::is_told(tx, once_today(late.person.id, tx.today()), late.person.id);
    late.away_until = people::away_until(tx, viewer, late.person.id, tx.today());
    if (late.away_until) late.may.clear();
  }
  return list;
}

RemindersSent remind(db::Tx& tx, Teller const& teller, policy::Viewer const& viewer, okr::CycleId cycle,
                     NewReminders const& wanted) {
  RemindersSent sent;
  auto const all = late_people(viewer, facts::late_rows(tx, cycle, wanted.team_id), tx.today());
  for (auto& late : chosen(all, wanted.person_ids)) {
    auto const& latest = late.key_results.front();
    auto const told = teller.remind_once(tx, {.person = late.person.id,
                                              .kind = NoticeKind::reminded,
                                              .once = once_today(late.person.id, tx.today()),
                                              .actor = viewer.person,
                                              .page = NoticePage::check_in,
                                              .objective = latest.objective.id,
                                              .about = latest.title,
                                              .amount = std::ssize(late.key_results),
                                              .days = latest.days_late});
    (told ? sent.told : sent.passed_over).push_back(std::move(late.person));
  }
  return sent;
}

}  // namespace waymark::notify
