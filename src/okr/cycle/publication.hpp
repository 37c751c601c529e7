#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/base/clock.hpp"
#include "okr/rules/state.hpp"
#include "people/settings_shapes.hpp"

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

// What the organisation has agreed on about changes of what is published. [CHANGE-1]
struct ChangeRules {
  people::ChangeRule words;
  people::ChangeRule measure;
  people::ChangeRule hands;
  people::ChangeRule due;
  people::ChangeRule key_results;
  people::ChangeRule cycle;
};

// What is done by such a rule with the fields of one objective, by their names in the history.
struct FieldRules {
  std::vector<std::string> asking;  // whose change asks for a reason [OKR-46]
  std::vector<std::string> fixed;   // which stay as they were published [CHANGE-2]
};

// Words are free for the hour in which they settle, whatever the rule says.
FieldRules field_rules(State state, std::optional<base::Millis> published_at, base::Millis now,
                       ChangeRules const& rules);

// Had its words the hour to settle?
bool are_words_settled(State state, std::optional<base::Millis> published_at, base::Millis now);

}  // namespace waymark::okr
