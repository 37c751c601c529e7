#include "okr/objective/cards.hpp"

#include <algorithm>
#include <set>

#include "okr/objective/many_store.hpp"
#include "okr/rules/pace.hpp"
#include "people/team_names.hpp"

namespace waymark::okr {
namespace {

std::optional<LastCheckIn> last_check_in_of(store::KeyResultRow const& row) {
  if (!row.news_id) return std::nullopt;
  return LastCheckIn{*row.news_id,  row.news_value,  row.news_confidence, row.what_happened,
                     row.what_next, row.help_needed, row.news_author,     row.news_at};
}

std::optional<base::Day> news_day(store::KeyResultRow const& row) {
  if (!row.last_news_at) return std::nullopt;
  return base::day_of(*row.last_news_at);
}

std::optional<int> small(std::optional<std::int64_t> number) {
  if (!number) return std::nullopt;
  return static_cast<int>(*number);
}

std::optional<double> expected_of(std::span<KeyResult const> key_results) {
  std::vector<Weighted> parts;
  for (auto const& part : key_results) {
    if (part.progress && part.expected_progress) parts.push_back({*part.expected_progress, part.weight});
  }
  return objective_progress(parts);
}

base::Day awaited_on(store::ObjectiveRow const& row) {
  auto const since = row.reopened_at ? row.reopened_at : row.published_at;
  return since ? base::day_of(*since) : row.starts_on;
}

std::optional<Status> how_ended(store::KeyResultRow const& row, Frame const& frame) {
  if (frame.state == State::cancelled) return Status::cancelled;
  if (frame.state != State::closed) return std::nullopt;
  return ended(row.grade, frame.ambition, frame.learned);
}

Standing standing_of(store::ObjectiveRow const& row, std::span<KeyResult const> key_results, base::Day today) {
  if (row.state == State::draft) return standing_of_draft(row.starts_on, base::day_of(row.created_at), today);
  if (row.state == State::cancelled) return {Status::cancelled, 0, {{Why::closed, 0, 0}}};
  if (row.state == State::closed) return {ended(row.grade, row.ambition, row.learned), 0, {{Why::closed, 0, 0}}};
  std::vector<Part> parts;
  for (auto const& key_result : key_results) parts.push_back({key_result.standing, key_result.weight});
  return standing(parts);
}

}  // namespace

Frame frame_of(store::ObjectiveRow const& row) {
  return {{row.accountable_id, row.accountable_name},
          row.accountable_left,
          row.ambition,
          row.cadence,
          row.starts_on,
          row.published_at ? base::day_of(*row.published_at) : row.starts_on,
          awaited_on(row),
          row.ends_on,
          row.state,
          row.learned};
}

base::Day known_on(store::KeyResultRow const& row, Frame const& frame) {
  return std::max(frame.awaited_on, base::day_of(row.created_at));
}

base::Day paced_from(store::KeyResultRow const& row, Frame const& frame) {
  return pace_start(
      {frame.starts_on, frame.published_on, base::day_of(row.created_at), row.paced_from, row.baseline_on});
}

KeyResult key_result_of(store::KeyResultRow const& row, Frame const& frame, base::Day today) {
  auto const measure = store::measure_of(row);
  auto const due = row.due_on.value_or(frame.ends_on);
  auto const start = paced_from(row, frame);
  auto const expected = expected_progress(measure, start, due, today);
  KeyResult shown{};
  shown.id = row.id;
  shown.objective_id = row.objective_id;
  shown.title = row.title;
  shown.restated = row.restated;
  shown.kind = row.kind;
  shown.direction = row.direction;
  shown.baseline = row.baseline;
  shown.baseline_on = row.baseline_on;
  shown.target = stated_target(measure);
  shown.change_percent = row.change_percent;
  shown.low = row.low;
  shown.high = row.high;
  shown.commit = row.commit;
  shown.stretch = row.stretch;
  shown.unit = row.unit;
  shown.weight = row.weight;
  shown.owner = row.owner_id ? PersonName{*row.owner_id, row.owner_name.value_or("")} : frame.accountable;
  shown.owner_left = row.owner_id ? row.owner_left : frame.accountable_left;
  shown.due_on = due;
  shown.indicator = row.indicator;
  shown.counter = row.counter;
  shown.kpi_id = row.kpi_id;
  shown.measured = row.measured;
  shown.current = row.current;
  shown.confidence = row.confidence;
  shown.progress = row.progress;
  if (row.current) shown.raw_progress = raw_progress(measure, *row.current);
  shown.paced_from = start;
  if (is_open(frame.state)) {
    shown.expected_progress = expected;
    shown.expected_value = expected_value(measure, expected);
  }
  shown.level = row.current ? level(measure, *row.current) : Level::none;
  shown.grade = row.grade;
  shown.outcome = row.outcome;
  shown.standing = standing({measure, frame.ambition, frame.cadence, start, due, known_on(row, frame), row.current,
                             small(row.confidence), news_day(row), how_ended(row, frame)},
                            today);
  shown.last_check_in = last_check_in_of(row);
  shown.version = row.version;
  return shown;
}

ObjectiveWithKeyResults card_of(store::ObjectiveRow const& row, std::span<store::KeyResultRow const> key_results,
                                base::Day today) {
  ObjectiveWithKeyResults card{};
  auto const frame = frame_of(row);
  card.key_results.reserve(key_results.size());
  for (auto const& key_result : key_results) {
    if (key_result.objective_id == row.id) card.key_results.push_back(key_result_of(key_result, frame, today));
  }
  card.id = row.id;
  card.cycle_id = row.cycle_id;
  card.level = row.level;
  card.team_id = row.team_id;
  card.person_id = row.person_id;
  card.accountable = frame.accountable;
  card.accountable_left = row.accountable_left;
  card.title = row.title;
  card.why = row.why;
  card.ambition = row.ambition;
  card.state = row.state;
  card.parent_id = row.parent_id;
  card.progress = row.progress;
  card.expected_progress = expected_of(card.key_results);
  if (row.grade || row.progress) card.band = band(row.grade.value_or(row.progress.value_or(0)), row.ambition);
  card.grade = row.grade;
  card.standing = standing_of(row, card.key_results, today);
  card.version = row.version;
  return card;
}

std::vector<ObjectiveWithKeyResults> cards_of(std::span<store::ObjectiveRow const> rows,
                                              std::span<store::KeyResultRow const> key_results, base::Day today) {
  std::vector<ObjectiveWithKeyResults> cards;
  cards.reserve(rows.size());
  for (auto const& row : rows) cards.push_back(card_of(row, key_results, today));
  return cards;
}

std::vector<ObjectiveWithKeyResults> cards_of(db::Tx& tx, std::span<store::ObjectiveRow const> rows) {
  std::vector<ObjectiveId> ids;
  for (auto const& row : rows) ids.push_back(row.id);
  auto const key_results = store::of_objectives(tx, ids);
  std::vector<ObjectiveWithKeyResults> cards;
  cards.reserve(rows.size());
  for (auto const& row : rows) {
    auto const own = std::ranges::equal_range(key_results, row.id, {}, &store::KeyResultRow::objective_id);
    cards.push_back(card_of(row, {own.begin(), own.end()}, tx.today()));
  }
  return cards;
}

std::vector<ObjectiveCard> cards_without_key_results(db::Tx& tx, std::vector<store::ObjectiveRow> const& rows) {
  std::vector<ObjectiveCard> cards;
  for (auto& card : cards_of(tx, rows)) cards.push_back(std::move(card));
  return cards;
}

DueKeyResults::DueKeyResults(db::Tx& tx, std::vector<store::KeyResultRow> rows)
    : rows_(std::move(rows)), today_(tx.today()) {
  std::set<ObjectiveId> objectives;
  std::set<TeamId> teams;
  std::vector<KeyResultId> stepwise;
  for (auto const& row : rows_) {
    objectives.insert(row.objective_id);
    if (row.kind == Kind::milestones) stepwise.push_back(row.id);
  }
  for (auto& row : store::objectives(tx, std::vector(objectives.begin(), objectives.end()))) {
    if (row.team_id) teams.insert(*row.team_id);
    objectives_.emplace(row.id, std::move(row));
  }
  std::erase_if(rows_, [&](auto const& row) { return !objectives_.contains(row.objective_id); });
  for (auto& name : people::team_names(tx, std::vector(teams.begin(), teams.end())))
    teams_.emplace(name.id, std::move(name));
  milestones_ = store::milestones_of(tx, stepwise);
}

DueKeyResult DueKeyResults::shown(store::KeyResultRow const& row) const {
  auto const& objective = objective_of(row);
  DueKeyResult due{};
  static_cast<KeyResult&>(due) = key_result_of(row, frame_of(objective), today_);
  due.objective_title = objective.title;
  auto const team = objective.team_id ? teams_.find(*objective.team_id) : teams_.end();
  if (team != teams_.end()) due.team = team->second;
  auto const own = std::ranges::equal_range(milestones_, row.id, {}, &MilestoneLine::key_result_id);
  due.milestones.assign(own.begin(), own.end());
  return due;
}

std::vector<DueKeyResult> due_key_results(db::Tx& tx, std::span<KeyResultId const> ids) {
  auto rows = store::key_results(tx, ids);
  std::ranges::sort(rows, {}, [&](auto const& row) { return std::ranges::find(ids, row.id) - ids.begin(); });
  DueKeyResults const all{tx, std::move(rows)};
  std::vector<DueKeyResult> shown;
  for (auto const& row : all.rows()) shown.push_back(all.shown(row));
  return shown;
}

}  // namespace waymark::okr
