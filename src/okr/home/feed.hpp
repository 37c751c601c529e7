#pragma once

#include "core/rest/route.hpp"
#include "okr/home/feed_shapes.hpp"

// What is new since somebody was last here.
namespace waymark::okr {

// One thing that happened, as it was announced.
struct Happening {
  base::Millis at;
  std::string kind;  // "check_in.made", "objective.published" …
  std::optional<PersonName> person;
  std::optional<TeamName> team;
  std::optional<ObjectiveName> objective;
  std::optional<KeyResultName> key_result;
  std::optional<double> value;
  std::string unit;
};

// After four hours of absence somebody comes anew, and all since they left is new; looking again keeps it. [NEWS-1]
Visit next_visit(std::optional<Visit> const& before, base::Millis now);

// Never further back than a week, and a week for somebody who is here for the first time. [NEWS-2]
base::Millis news_since(std::optional<Visit> const& before, base::Millis now);

// What happened, the newest first, as few sentences as it takes. [NEWS-3]
std::vector<NewsItem> told(std::vector<Happening> const& happenings);

std::vector<rest::Route> feed_routes();

}  // namespace waymark::okr
