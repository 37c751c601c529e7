#include "okr/retro/retro_routes.hpp"

#include "core/rest/created.hpp"

namespace waymark::okr {

using namespace policy;
using rest::Call;
using rest::Nothing;

std::vector<rest::Route> retro_routes(Retros const& retros) {
  return {
      rest::get(
          "/api/v1/teams/{team}/retros/{cycle}", signed_in, "Shows a team's retro of a cycle.",
          [&](Call<> const& c) { return retros.get(c.tx, c.viewer, c.id<TeamId>("team"), c.id<CycleId>("cycle")); }),
      rest::post("/api/v1/teams/{team}/retros/{cycle}/cards", signed_in,
                 "Adds a line to a team's retro. Members and leads may.",
                 [&](Call<NewRetroCard> const& c) {
                   return rest::created(
                       retros.add(c.tx, c.viewer, c.id<TeamId>("team"), c.id<CycleId>("cycle"), c.body), "retro-cards");
                 }),
      rest::patch("/api/v1/retro-cards/{card}", signed_in, "Changes a line of a retro, or moves it to another column.",
                  [&](Call<RetroCardChange> const& c) {
                    return retros.change(c.tx, c.viewer, c.id<RetroCardId>("card"), c.seen_version(), c.body);
                  }),
      rest::del("/api/v1/retro-cards/{card}", signed_in, "Takes a line off a retro.",
                [&](Call<> const& c) { retros.remove(c.tx, c.viewer, c.id<RetroCardId>("card")); }),
      rest::get("/api/v1/learnings", signed_in, "Lists what was learned, in retros and at closings, newest first.",
                [&](Call<Nothing, LearningFilter> const& c) { return retros.learnings(c.tx, c.viewer, c.query); }),
  };
}

}  // namespace waymark::okr
