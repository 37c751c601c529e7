#include "okr/board/board_routes.hpp"

#include "okr/board/team_concerns.hpp"

namespace waymark::okr {

using namespace policy;
using rest::Call;
using rest::Nothing;

std::vector<rest::Route> board_routes(Boards const& boards, Cycles const& cycles) {
  return {
      rest::get("/api/v1/teams/{team}/board", signed_in,
                "Shows one team's OKRs of a cycle with their newest check-ins.",
                [&](Call<Nothing, BoardQuery> const& c) {
                  return boards.team(c.tx, c.viewer, c.id<TeamId>("team"), c.query);
                }),
      rest::get("/api/v1/teams/{team}/concerns", signed_in,
                "Shows what concerns a team beside its objectives: load, blockers, dependencies, its last learnings.",
                [&](Call<Nothing, BoardQuery> const& c) {
                  return team_concerns(c.tx, c.viewer, cycles, c.id<TeamId>("team"), c.query);
                }),
      rest::get("/api/v1/people/{person}/board", signed_in, "Shows the OKRs that a person is in, in one cycle.",
                [&](Call<Nothing, BoardQuery> const& c) {
                  return boards.person(c.tx, c.viewer, c.id<PersonId>("person"), c.query);
                }),
  };
}

}  // namespace waymark::okr
