#include "okr/rules/status.hpp"

#include <algorithm>
#include <initializer_list>

#include "okr/rules/pace.hpp"

namespace waymark::okr {
namespace {

constexpr double hair = 1e-9;

// So far behind is noise: half a week of a quarter must not turn a colour.
constexpr double slack_on_track = 0.1;
constexpr double slack_at_risk = 0.2;

// Status by progress alone. Held against the pace it uses the bands of the grade, so that on the last day the two
// agree.
Status by_pace(double progress, double expected, Ambition ambition) {
  double const behind = expected - progress;
  if (behind <= slack_on_track + hair) return Status::on_track;
  double const score = progress / expected;
  if (is_success(score, ambition)) return Status::on_track;
  return band(score) == Band::missed && behind > slack_at_risk + hair ? Status::off_track : Status::at_risk;
}

Status by_confidence(int confidence) {
  if (confidence >= safe_confidence) return Status::on_track;
  return confidence >= lost_confidence ? Status::at_risk : Status::off_track;
}

// A limit is kept only when its time is over; anything else is done when it has its target.
bool is_done(KeyResultFacts const& facts, double current, base::Day today) {
  if (is_limit(facts.measure.direction) && today < facts.due) return false;
  return reaches_target(facts.measure, current);
}

Standing judged(KeyResultFacts const& facts, double current, base::Day today) {
  auto const made = progress(facts.measure, current);
  double const expected = expected_progress(facts.measure, facts.start, facts.due, today);
  auto const pace = made ? by_pace(*made, expected, facts.ambition) : Status::on_track;
  auto hope = facts.confidence ? by_confidence(*facts.confidence) : Status::on_track;
  if (made && is_success(*made)) hope = std::min(hope, Status::at_risk);  // from there on nothing is lost

  Standing result{.status = std::max(pace, hope), .days_late = 0, .reasons = {}};
  if (pace != Status::on_track) result.reasons.push_back({Why::behind_pace, *made, expected});
  if (hope != Status::on_track) {
    result.reasons.push_back({Why::low_confidence, static_cast<double>(*facts.confidence), safe_confidence});
  }
  return result;
}

using Parts = std::vector<Part const*>;

double weight_of(Parts const& parts, std::initializer_list<Status> any_of) {
  double sum = 0;
  for (auto const* part : parts) {
    if (std::ranges::find(any_of, part->standing.status) != any_of.end()) sum += part->weight;
  }
  return sum;
}

// The reasons of one kind that the parts have, as one of the objective.
void gather(std::vector<Reason>& reasons, Parts const& parts, Why of_part, Why of_objective) {
  Reason together{of_objective, 0, static_cast<double>(parts.size()), {}};
  for (auto const* part : parts) {
    auto const found = std::ranges::find(part->standing.reasons, of_part, &Reason::why);
    if (found != part->standing.reasons.end()) together.figures.push_back(found->value);
  }
  together.value = static_cast<double>(together.figures.size());
  if (of_objective == Why::parts_silent) together.figures.clear();
  if (together.value > 0) reasons.push_back(std::move(together));
}

std::vector<Reason> gathered(Parts const& parts) {
  std::vector<Reason> reasons;
  gather(reasons, parts, Why::behind_pace, Why::parts_behind);
  gather(reasons, parts, Why::low_confidence, Why::parts_unsure);
  gather(reasons, parts, Why::check_in_late, Why::parts_late);
  gather(reasons, parts, Why::no_check_in, Why::parts_silent);
  return reasons;
}

int latest_of(Parts const& parts) {
  int late = 0;
  for (auto const* part : parts) late = std::max(late, part->standing.days_late);
  return late;
}

// Half of the weight decides. A single one off track is enough for a risk, and a single late one enough to doubt the
// green, whatever it said last.
Status together(Parts const& parts, double all) {
  double const half = all / 2 - hair;
  double const off = weight_of(parts, {Status::off_track});
  if (off >= half) return Status::off_track;
  if (off > 0 || weight_of(parts, {Status::at_risk}) >= half) return Status::at_risk;
  if (latest_of(parts) > 0) return Status::stale;
  if (weight_of(parts, {Status::done}) >= all - hair) return Status::done;
  if (weight_of(parts, {Status::not_started}) >= all - hair) return Status::not_started;
  return weight_of(parts, {Status::no_news, Status::not_started}) >= half ? Status::no_news : Status::on_track;
}

}  // namespace

std::optional<base::Day> next_check_in(Cadence cadence, base::Day last_news, base::Day due) {
  if (last_news >= due) return std::nullopt;
  auto const next = cadence == Cadence::weekly       ? last_news + 7
                    : cadence == Cadence::two_weekly ? last_news + 14
                                                     : last_news.plus_months(1);
  return std::min(next, due);
}

base::Day awaited_since(base::Day start, base::Day published, base::Day due) {
  return std::min(std::max(start, published), due - 1);
}

int days_late(Cadence cadence, base::Day last_news, base::Day due, base::Day today) {
  auto const next = next_check_in(cadence, last_news, due);
  return next ? std::max(0, today - *next) : 0;
}

Standing standing(KeyResultFacts const& facts, base::Day today) {
  if (facts.ended) return {*facts.ended, 0, {{Why::closed}}};
  if (!facts.last_news && today < facts.start) {
    return {Status::not_started, 0, {{Why::not_started, static_cast<double>(facts.start - today)}}};
  }
  if (facts.current && is_done(facts, *facts.current, today)) {
    return {Status::done, 0, {{Why::target_reached, progress(facts.measure, *facts.current).value_or(1)}}};
  }

  auto const since =
      facts.last_news ? std::max(*facts.last_news, facts.known) : awaited_since(facts.start, facts.known, facts.due);
  int const late = days_late(facts.cadence, since, facts.due, today);
  Standing result;
  if (facts.last_news && facts.current) {
    result = judged(facts, *facts.current, today);
  } else if (late == 0) {
    auto const first = next_check_in(facts.cadence, since, facts.due).value_or(facts.due);
    result.reasons.push_back({Why::no_check_in, static_cast<double>(first - today)});
  }
  if (late == 0) return result;

  // Silence hides good news only: a known risk stays visible, with its days late beside it.
  if (result.status == Status::on_track || result.status == Status::no_news) result.status = Status::stale;
  result.days_late = late;
  result.reasons.push_back({Why::check_in_late, static_cast<double>(late)});
  return result;
}

Standing standing_of_draft(base::Day start, base::Day written, base::Day today) {
  auto const since = std::max(start, written);
  if (today <= since) return {};
  return {Status::no_news, 0, {{Why::still_draft, static_cast<double>(today - since)}}};
}

Standing standing(std::span<Part const> key_results) {
  Parts parts;  // what has no weight says nothing
  double all = 0;
  for (auto const& part : key_results) {
    if (!(part.weight > 0)) continue;
    parts.push_back(&part);
    all += part.weight;
  }
  if (parts.empty()) return {Status::no_news, 0, {{Why::no_measure}}};

  auto const status = together(parts, all);
  if (status == Status::done) return {status, 0, {{Why::target_reached, 1}}};
  if (status == Status::not_started) return {status, 0, parts.front()->standing.reasons};
  return {status, latest_of(parts), gathered(parts)};
}

}  // namespace waymark::okr
