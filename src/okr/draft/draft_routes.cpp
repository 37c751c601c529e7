#include "okr/draft/draft_routes.hpp"

#include "okr/objective/path.hpp"

namespace waymark::okr {
namespace {

using namespace policy;
using rest::Call;

}  // namespace

std::vector<rest::Route> draft_routes(Drafts const& drafts) {
  return {
      rest::put("/api/v1/objectives/{objective}/vote", signed_in, "Votes for a draft. Whoever sees it may.",
                [&](Call<> const& c) { return drafts.vote(c.tx, c.viewer, objective_in(c)); }),
      rest::del("/api/v1/objectives/{objective}/vote", signed_in, "Takes one's vote for a draft back.",
                [&](Call<> const& c) { drafts.take_vote_back(c.tx, c.viewer, objective_in(c)); }),
      rest::put("/api/v1/objectives/{objective}/readers/{person}", signed_in,
                "Shares a draft with a person, who then sees it, comments and votes.",
                [&](Call<> const& c) { drafts.share_with(c.tx, c.viewer, objective_in(c), c.id<PersonId>("person")); }),
      rest::del("/api/v1/objectives/{objective}/readers/{person}", signed_in, "Stops sharing a draft with a person.",
                [&](Call<> const& c) { drafts.hide_from(c.tx, c.viewer, objective_in(c), c.id<PersonId>("person")); }),
      rest::put("/api/v1/objectives/{objective}/reader-teams/{team}", signed_in,
                "Shares a draft with the members of a team.",
                [&](Call<> const& c) { drafts.share_with(c.tx, c.viewer, objective_in(c), c.id<TeamId>("team")); }),
      rest::del("/api/v1/objectives/{objective}/reader-teams/{team}", signed_in, "Stops sharing a draft with a team.",
                [&](Call<> const& c) { drafts.hide_from(c.tx, c.viewer, objective_in(c), c.id<TeamId>("team")); }),
  };
}

}  // namespace waymark::okr
