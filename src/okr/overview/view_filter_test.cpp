#include "okr/overview/view_filter.hpp"

#include "okr/rules/cases/read.hpp"

namespace waymark::okr {
namespace {

template <class AnyId>
std::optional<AnyId> id(cases::js::object const& from, char const* name) {
  auto const* value = from.if_contains(name);
  if (!value || value->is_null()) return std::nullopt;
  return AnyId{base::id_of(std::string_view{value->as_string()}).value()};
}

std::optional<bool> flag(cases::js::object const& from, char const* name) {
  auto const* value = from.if_contains(name);
  return value ? std::optional(value->as_bool()) : std::nullopt;
}

ViewFilter filter_of(cases::js::object const& from) {
  ViewFilter filter{};
  filter.team = id<TeamId>(from, "team");
  filter.person = id<PersonId>(from, "person");
  if (from.contains("level")) filter.level = cases::one_of<ObjectiveLevel>(from.at("level"));
  if (from.contains("state")) filter.state = cases::one_of<StateAsked>(from.at("state"));
  if (from.contains("status")) filter.status = cases::one_of<Status>(from.at("status"));
  filter.at_risk = flag(from, "at_risk");
  filter.stale = flag(from, "stale");
  filter.unlinked = flag(from, "unlinked");
  filter.linked = flag(from, "linked");
  filter.from_below = flag(from, "from_below");
  filter.only_team = flag(from, "only_team");
  if (from.contains("text")) filter.text = cases::text(from, "text");
  return filter;
}

GraphNode node_of(cases::js::object const& from) {
  GraphNode node{};
  node.title = cases::text(from, "title");
  node.level = cases::one_of(from, "level", ObjectiveLevel::team);
  node.team_id = id<TeamId>(from, "team_id");
  node.shown_in = id<TeamId>(from, "shown_in");
  node.person_id = id<PersonId>(from, "person_id");
  node.accountable.id = id<PersonId>(from, "accountable").value_or(PersonId{});
  node.state = cases::one_of(from, "state", State::published);
  node.parent_id = id<ObjectiveId>(from, "parent_id");
  node.status = cases::one_of(from, "status", Status::on_track);
  node.from_below = flag(from, "from_below").value_or(false);
  node.days_late = static_cast<std::int64_t>(cases::number(from, "days_late").value_or(0));
  return node;
}

people::TeamTree tree_of(cases::js::object const& one) {
  std::vector<people::TeamPlace> places;
  if (auto const* parents = one.if_contains("parents")) {
    for (auto const& [team, parent] : parents->as_object())
      places.push_back(
          {{base::id_of(team).value()}, TeamId{base::id_of(std::string_view{parent.as_string()}).value()}});
  }
  return people::TeamTree{places};
}

// [OKR-67] [OKR-91]
TEST(ViewFilter, answers_the_published_cases) {
  cases::run("filters.json", "shows", [](auto const& one) {
    EXPECT_EQ(shows(filter_of(one.at("filter").as_object()), node_of(one.at("objective").as_object()), tree_of(one)),
              one.at("shows").as_bool());
  });
}

}  // namespace
}  // namespace waymark::okr
