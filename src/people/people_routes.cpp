#include <iterator>

#include "core/base/problem.hpp"
#include "people/people.hpp"
#include "people/team_store.hpp"

namespace waymark::people {

using rest::Call;

std::vector<rest::Route> People::routes() const {
  auto all = person_routes();
  for (auto more : {team_routes(), calendar_routes(), settings_routes()}) {
    all.insert(all.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
  }
  return all;
}

std::vector<rest::Route> People::team_routes() const {
  return {
      rest::get("/api/v1/teams", policy::signed_in, "All teams, each after the one it stands under.",
                [](Call<> const& call) { return TeamList{team_lines(call.tx)}; }),
      rest::get("/api/v1/teams/{team}", policy::signed_in, "One team with its members.",
                [this](Call<> const& call) { return team(call.tx, call.viewer, call.id<TeamId>("team")); }),
      rest::post("/api/v1/teams", policy::hr_or_administrator,
                 "Adds a team; under the company where nothing else is said.",
                 [this](Call<NewTeam> const& call) {
                   auto const id = create_team(call.tx, call.viewer.person, call.body);
                   return rest::Created<Team>{team(call.tx, call.viewer, id), "/api/v1/teams/" + id.text()};
                 }),
      rest::patch("/api/v1/teams/{team}", policy::hr_or_administrator, "Changes a team.",
                  [this](Call<TeamChange> const& call) {
                    return change_team(call.tx, call.viewer, call.id<TeamId>("team"), call.body, call.seen_version());
                  }),
      rest::put("/api/v1/teams/{team}/members/{person}", policy::hr_or_administrator, "Puts a person into a team.",
                [this](Call<> const& call) {
                  auto const id = call.id<TeamId>("team");
                  auto const person = call.id<PersonId>("person");
                  if (!team_name(call.tx, id)) throw base::not_found("There is no such team.");
                  if (!name_of(call.tx, person)) throw base::not_found("There is no such person.");
                  join(call.tx, call.viewer.person, id, person);
                  return team(call.tx, call.viewer, id);
                }),
      rest::del("/api/v1/teams/{team}/members/{person}", policy::hr_or_administrator, "Takes a person out of a team.",
                [this](Call<> const& call) {
                  auto const id = call.id<TeamId>("team");
                  leave(call.tx, call.viewer.person, id, call.id<PersonId>("person"));
                  return team(call.tx, call.viewer, id);
                }),
  };
}

}  // namespace waymark::people
