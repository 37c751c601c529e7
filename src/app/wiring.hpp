#pragma once

#include "core/db/db.hpp"
#include "core/events/events.hpp"
#include "core/events/stream.hpp"
#include "core/jobs/jobs.hpp"
#include "core/rest/router.hpp"
#include "identity/identity.hpp"
#include "kpi/kpi.hpp"
#include "notify/notify.hpp"
#include "okr/okr.hpp"
#include "people/people.hpp"

namespace waymark::app {

// The product over one database: every slice, joined here and nowhere else.
struct Product {
  explicit Product(db::Db& db, identity::Options const& options = {});

  // Links that set a password: there is no mail yet, so they are handed over by hand.
  struct ByHand final : identity::Postman {
    void deliver(db::Tx& tx, Letter const& letter) override;
  };

  ByHand by_hand;
  events::Events events;
  people::People people;
  identity::Identity identity;
  okr::Okr okr;
  kpi::Kpis kpis;
  events::Stream stream;
  jobs::Jobs jobs;
  notify::Notify notify;
  rest::Router router;
};

}  // namespace waymark::app
