#include "okr/publication.hpp"

#include <array>

namespace waymark::okr {
namespace {

constexpr base::Millis settling_ms = 60 * 60'000;

constexpr std::array<std::string_view, 2> words{"title", "why"};
constexpr std::array<std::string_view, 16> meaning{
    "accountable", "ambition", "baseline",   "commit", "cycle",   "due_on", "high", "key_result",
    "kpi",         "low",      "milestones", "owner",  "stretch", "target", "unit", "weight"};

}  // namespace

bool may_be_taken_back(State state, Traces const& others) {
  return state == State::published && !others.checked_in && !others.talked && !others.linked;
}

bool is_untold(base::Millis published_at, base::Millis now) {
  return now < published_at + untold_ms;
}

std::vector<std::string> fields_asking_reason(State state, std::optional<base::Millis> published_at, base::Millis now) {
  if (state != State::published) return {};
  std::vector<std::string> fields(meaning.begin(), meaning.end());
  if (now >= published_at.value_or(0) + settling_ms) fields.insert(fields.end(), words.begin(), words.end());
  return fields;
}

}  // namespace waymark::okr
