#include <array>

#include "app/demo/story.hpp"

namespace waymark::app::demo {
namespace {

okr::Cause cause_of(std::string_view words, int salt) {
  static constexpr std::array causes{okr::Cause::no_capacity, okr::Cause::unrealistic_target, okr::Cause::dependency,
                                     okr::Cause::late_start, okr::Cause::outside_event};
  return causes[static_cast<std::size_t>(dice(words, salt)) % causes.size()];
}

}  // namespace

void Story::open_cycle(db::Tx& tx, Stretch const& stretch, okr::CycleKind kind, okr::Cadence cadence) {
  okr::NewCycle wanted{.name = stretch.name,
                       .kind = kind,
                       .parent_id = {},
                       .starts_on = stretch.starts_on,
                       .ends_on = stretch.ends_on,
                       .midcycle_on = {},
                       .cadence = cadence,
                       .phase = okr::Phase::planning};
  if (kind == okr::CycleKind::quarter) wanted.parent_id = cycles_.at(calendar_.year.name);
  cycles_[stretch.name] = product_.okr.cycles.create(tx, as("hugo"), wanted).id;
}

void Story::set_phase(db::Tx& tx, std::string const& cycle, okr::Phase phase) {
  auto const hugo = as("hugo");
  auto const id = cycles_.at(cycle);
  auto const seen = product_.okr.cycles.get(tx, hugo, id).version;
  okr::CycleChange change{};
  change.phase = phase;
  change.without_retros = true;
  product_.okr.cycles.change(tx, hugo, id, seen, change);
}

void Story::close(db::Tx& tx, ObjectiveRow const& row) {
  auto const id = objectives_.at(std::string{row.title});
  auto const viewer = as(row.person);
  auto const suggestion = product_.okr.closing.suggest(tx, viewer, id);
  okr::NewClosure closure;
  closure.grade = suggestion.suggested_grade.value_or(0);
  closure.learning = std::string{row.learning};
  closure.execution = closure.grade >= 1     ? okr::Execution::excellent
                      : closure.grade >= 0.7 ? okr::Execution::good
                                             : okr::Execution::fair;
  if (closure.grade >= 1) closure.could_stretch = "A little: we could have taken one more, and chose to do these well.";
  if (closure.grade < 0.7) closure.cause = cause_of(row.title, 0);
  for (auto const& part : suggestion.key_results) {
    okr::NewKeyResultClosure ending{
        .key_result_id = part.key_result_id, .outcome = part.outcome, .cause = {}, .note = {}};
    if (part.outcome == okr::Outcome::missed)
      ending.cause = cause_of(row.title, static_cast<int>(closure.key_results.size()) + 1);
    closure.key_results.push_back(ending);
  }
  product_.okr.closing.close(tx, viewer, id, closure);
}

void Story::write_retro(db::Tx& tx, Stretch const& stretch, RetroRow const& row) {
  auto const team = std::find_if(teams().begin(), teams().end(), [&](auto const& t) { return t.name == row.team; });
  auto const viewer = as(team->lead);
  auto const id = teams_.at(std::string{row.team});
  auto const cycle = cycles_.at(stretch.name);
  auto const write = [&](okr::RetroPart part, std::string_view text) {
    product_.okr.retros.add(tx, viewer, id, cycle, {.part = part, .text = std::string{text}});
  };
  write(okr::RetroPart::celebrate, row.celebrate);
  write(okr::RetroPart::learn, row.learn);
  write(okr::RetroPart::next, row.next);
}

}  // namespace waymark::app::demo
