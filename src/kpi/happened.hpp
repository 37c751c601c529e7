#pragma once

#include "core/events/kind.hpp"
#include "kpi/kpi_shapes.hpp"

namespace waymark::kpi {

// What this slice announces.
struct Happened {
  events::Kind<KpiId> made{"kpi.made"};
  events::Kind<KpiId> changed{"kpi.changed"};
  events::Kind<KpiId> handed_over{"kpi.handed_over"};             // to who owns it now
  events::Kind<PersonId> taken_over{"kpi.taken_over", "person"};  // from that person
  events::Kind<KpiId> archived{"kpi.archived"};
  events::Kind<KpiId> entered{"kpi.entered"};
  events::Kind<KpiId> out_of_range{"kpi.out_of_range"};
  events::Kind<KpiId> back_in_range{"kpi.back_in_range"};
};
BOOST_DESCRIBE_STRUCT(Happened, (),
                      (made, changed, handed_over, taken_over, archived, entered, out_of_range, back_in_range))
static_assert(events::are_all_described<Happened>);

inline constexpr Happened happened{};

}  // namespace waymark::kpi
