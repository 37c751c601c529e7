#pragma once

#include <memory>
#include <thread>

#include "app/edge.hpp"
#include "app/wiring.hpp"
#include "core/http/server.hpp"
#include "world/any_world.hpp"

namespace waymark::testing {

// A world whose server is a thread of this process.
class World final : public AnyWorld {
 public:
  explicit World(db::Dialect dialect);
  ~World() override;

  unsigned short port() const override { return server_->port(); }
  base::Millis now() const override { return clock.now(); }
  void move_clock(base::Millis to) override { clock.set(to); }

  base::FixedClock clock{world_now};
  std::unique_ptr<db::Db> database;

 private:
  void do_due_jobs(db::Db& database) override;

  std::unique_ptr<app::Product> product_;
  std::unique_ptr<app::Edge> edge_;
  std::unique_ptr<http::Server> server_;
  std::thread thread_;
};

}  // namespace waymark::testing
