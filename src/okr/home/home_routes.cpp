#include "okr/home/home_routes.hpp"

#include "okr/home/my_week.hpp"

namespace waymark::okr {

using namespace policy;
using rest::Call;
using rest::Nothing;

std::vector<rest::Route> home_routes(Cycles const& cycles) {
  return {
      rest::get("/api/v1/my-week", signed_in, "Shows what the caller has to do this week and what matters.",
                [&](Call<Nothing, BoardQuery> const& c) { return my_week(c.tx, c.viewer, cycles, c.query); }),
  };
}

}  // namespace waymark::okr
