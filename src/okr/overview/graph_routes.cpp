#include "okr/overview/graph_routes.hpp"

#include "okr/overview/cycle_graph.hpp"

namespace waymark::okr {

using namespace policy;
using rest::Call;

std::vector<rest::Route> graph_routes() {
  return {
      rest::get("/api/v1/cycles/{cycle}/graph", signed_in,
                "Shows the alignment of a cycle: objectives, supports-links, dependencies, gaps.",
                [](Call<> const& c) { return cycle_graph(c.tx, c.viewer, c.id<CycleId>("cycle")); }),
  };
}

}  // namespace waymark::okr
