#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/base/clock.hpp"
#include "okr/objective_shapes.hpp"

// What can still be done with something published: take it back, and change it with or without a reason.
namespace waymark::okr {

// What others did with an objective since it was published.
struct Traces {
  bool checked_in;
  bool talked;  // commented, or said what stops it
  bool linked;  // supports-links and dependencies
};
BOOST_DESCRIBE_STRUCT(Traces, (), (checked_in, talked, linked))

// Until then nobody is told of a publication.
inline constexpr base::Millis untold_ms = 10'000;

// May it become a draft again? [WRITE-1]
bool may_be_taken_back(State state, Traces const& others);

// Was it published so lately that nobody was told? [WRITE-2]
bool is_untold(base::Millis published_at, base::Millis now);

// The fields whose change asks for a reason, by their names in the history: what changes the meaning of something
// published always does, its words once they had an hour to settle. [OKR-46]
std::vector<std::string> fields_asking_reason(State state, std::optional<base::Millis> published_at, base::Millis now);

}  // namespace waymark::okr
