#pragma once

#include <atomic>
#include <mutex>
#include <thread>

#include "core/db/db.hpp"
#include "core/db/fault.hpp"
#include "core/db/pool.hpp"
#include "core/db/silence_watch.hpp"

namespace waymark::db {

class Postgresql final : public Db {
 public:
  Postgresql(std::string const& url, base::Clock const& clock, Options const& options);

  Dialect dialect() const override { return Dialect::postgresql; }
  void back_up_to(std::string const& file) override;

 private:
  enum class Try { first, again };
  class Borrowed;  // a connection that lives, out of the pool and back into it

  void run_read(Work const& work) override;
  void run_write(Work const& work) override;
  std::vector<std::string> find_faults() override;
  Pool::Place connect();
  Pool::Place connect_once();
  bool read_once(Work const& work, Try which);
  bool write_once(Work const& work, Try which);

  std::string url_;
  base::Clock const& clock_;
  std::chrono::milliseconds silence_;
  FaultLog log_;
  SilenceWatch watch_;
  Pool pool_;
  std::atomic<bool> unreachable_{false};
  std::timed_mutex one_tries_;
};

}  // namespace waymark::db
