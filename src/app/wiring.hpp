#pragma once

#include "core/db/db.hpp"
#include "core/events/events.hpp"
#include "core/rest/router.hpp"

namespace waymark::app {

// The product over one database: every slice, joined here and nowhere else.
struct Product {
  Product(db::Db& db, base::Clock const& clock);
  ~Product();

  events::Events events;
  rest::Router router;
};

}  // namespace waymark::app
