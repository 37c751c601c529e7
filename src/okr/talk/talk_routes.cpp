#include "okr/talk/talk_routes.hpp"

#include "core/rest/created.hpp"
#include "okr/objective/path.hpp"

namespace waymark::okr {
namespace {

using namespace policy;
using rest::Call;

}  // namespace

std::vector<rest::Route> talk_routes(Comments const& comments, Initiatives const& initiatives) {
  return {
      rest::post("/api/v1/objectives/{objective}/comments", signed_in,
                 "Comments on an objective or on one of its check-ins.",
                 [&](Call<NewComment> const& c) {
                   return rest::created(comments.create(c.tx, c.viewer, objective_in(c), c.body), "comments");
                 }),
      rest::del("/api/v1/comments/{comment}", signed_in, "Takes a comment back. Its author may.",
                [&](Call<> const& c) { comments.remove(c.tx, c.viewer, c.id<CommentId>("comment")); }),
      rest::post("/api/v1/objectives/{objective}/initiatives", signed_in, "Adds an initiative.",
                 [&](Call<NewInitiative> const& c) {
                   return rest::created(initiatives.create(c.tx, c.viewer, objective_in(c), c.body), "initiatives");
                 }),
      rest::patch("/api/v1/initiatives/{initiative}", signed_in, "Changes an initiative.",
                  [&](Call<InitiativeChange> const& c) {
                    return initiatives.change(c.tx, c.viewer, c.id<InitiativeId>("initiative"), c.seen_version(),
                                              c.body);
                  }),
      rest::del("/api/v1/initiatives/{initiative}", signed_in, "Deletes an initiative.",
                [&](Call<> const& c) { initiatives.remove(c.tx, c.viewer, c.id<InitiativeId>("initiative")); }),
  };
}

}  // namespace waymark::okr
