#pragma once

#include "core/events/kind.hpp"
#include "notify/notice/notice_shapes.hpp"

namespace waymark::notify {

// What this slice announces.
struct Happened {
  events::Kind<PersonId> notice_made{"notice.made"};
};
BOOST_DESCRIBE_STRUCT(Happened, (), (notice_made))
static_assert(events::are_all_described<Happened>);

inline constexpr Happened happened{};

}  // namespace waymark::notify
