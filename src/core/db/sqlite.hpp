#pragma once

#include <condition_variable>
#include <deque>
#include <mutex>
#include <thread>

#include "core/db/db.hpp"

namespace waymark::db {

class Sqlite final : public Db {
 public:
  Sqlite(std::string file, base::Clock const& clock, Options const& options);
  ~Sqlite() override;

  Dialect dialect() const override { return Dialect::sqlite; }
  void back_up_to(std::string const& file) override;

 private:
  struct Write;

  void run_read(Work const& work) override;
  void run_write(Work const& work) override;
  void write_loop();
  void commit_together(std::vector<Write*> const& batch);
  void run_alone_inside(Write& write);

  std::string file_;
  base::Clock const& clock_;

  std::unique_ptr<Connection> writer_;
  std::mutex write_mutex_;
  std::condition_variable write_waits_;
  std::vector<Write*> writes_;
  bool stopping_{false};
  bool broken_{false};

  std::mutex read_mutex_;
  std::condition_variable reader_free_;
  std::vector<std::unique_ptr<Connection>> readers_;

  std::thread write_thread_;
};

}  // namespace waymark::db
