#pragma once

#include "world/any_world.hpp"
#include "world/frozen_time.hpp"
#include "world/server_process.hpp"

namespace waymark::testing {

// A world whose server is another program, as it ships.
class ServedWorld final : public AnyWorld {
 public:
  ServedWorld(std::string const& program, db::Dialect dialect);

  unsigned short port() const override { return server_.port(); }
  base::Millis now() const override { return time_.now(); }
  void move_clock(base::Millis to) override { time_.move(to); }

 private:
  void do_due_jobs(db::Db& database) override;

  FrozenTime time_;
  ServerProcess server_;
};

}  // namespace waymark::testing
