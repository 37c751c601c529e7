#include "okr/overview/view_routes.hpp"

#include "core/rest/created.hpp"
#include "okr/overview/timeline.hpp"

namespace waymark::okr {

using namespace policy;
using rest::Call;
using rest::Nothing;

std::vector<rest::Route> view_routes(Views const& views) {
  auto const view_in = [](auto const& c) { return c.template id<ViewId>("view"); };
  return {
      rest::get("/api/v1/cycles/{cycle}/timeline", signed_in,
                "Shows when the objectives of a cycle begin and end, are due and were checked in on.",
                [](Call<> const& c) { return timeline(c.tx, c.viewer, c.id<CycleId>("cycle")); }),
      rest::get("/api/v1/views", signed_in, "Lists the saved views: one's own and those shared with one.",
                [&](Call<Nothing, ViewQuery> const& c) { return views.list(c.tx, c.viewer, c.query); }),
      rest::post("/api/v1/views", signed_in, "Saves a view: a filter and a way of looking, with a name.",
                 [&](Call<NewView> const& c) { return rest::created(views.create(c.tx, c.viewer, c.body), "views"); }),
      rest::get("/api/v1/views/{view}", signed_in, "Shows one saved view.",
                [&, view_in](Call<> const& c) { return views.get(c.tx, c.viewer, view_in(c)); }),
      rest::patch("/api/v1/views/{view}", signed_in, "Changes a saved view, or whom it is shared with.",
                  [&, view_in](Call<ViewChange> const& c) {
                    return views.change(c.tx, c.viewer, view_in(c), c.seen_version(), c.body);
                  }),
      rest::del("/api/v1/views/{view}", signed_in, "Deletes a saved view.",
                [&, view_in](Call<> const& c) { views.remove(c.tx, c.viewer, view_in(c)); }),
      rest::put("/api/v1/views/{view}/pin", signed_in, "Pins a view for the caller.",
                [&, view_in](Call<> const& c) { views.pin(c.tx, c.viewer, view_in(c)); }),
      rest::del("/api/v1/views/{view}/pin", signed_in, "Takes the caller's pin off a view.",
                [&, view_in](Call<> const& c) { views.unpin(c.tx, c.viewer, view_in(c)); }),
  };
}

}  // namespace waymark::okr
