#pragma once

#include <condition_variable>
#include <deque>
#include <mutex>
#include <optional>
#include <thread>

#include "core/db/db.hpp"
#include "core/db/fault.hpp"
#include "core/db/folder_lock.hpp"
#include "core/db/pool.hpp"

namespace waymark::db {

class Sqlite final : public Db {
 public:
  Sqlite(std::string file, base::Clock const& clock, Options const& options);
  ~Sqlite() override;

  Dialect dialect() const override { return Dialect::sqlite; }
  void back_up_to(std::string const& file) override;

 private:
  struct Write;
  using Steady = std::chrono::steady_clock;

  void run_read(Work const& work) override;
  void run_write(Work const& work) override;
  std::vector<std::string> find_faults() override;
  bool withdraw(Write const& write);
  void write_loop();
  void commit_together();
  std::exception_ptr told(Fault const& fault);
  Write* next_write();
  void run_alone_inside(Write& write);
  void give_up(std::exception_ptr const& error, bool for_good);
  bool in_transaction() const;
  void open_anew(Pool::Place& reader) const;
  std::optional<std::string> fault_of(Pool::Place& reader, bool from_disk);
  std::optional<std::string> fault_of_writing();

  std::string file_;
  base::Clock const& clock_;
  Options options_;
  std::optional<FolderLock> lock_;  // goes last: when it does, nothing of ours is open any more
  FaultLog log_;

  std::unique_ptr<Connection> writer_;
  std::mutex write_mutex_;
  std::condition_variable write_waits_;
  std::deque<Write*> writes_;
  static constexpr std::size_t most_together = 256;
  std::vector<Write*> batch_;  // of the writer's thread
  std::optional<Steady::time_point> writing_since_;
  bool stopping_{false};
  bool broken_{false};  // for good: what failed may be on the disk or not

  Pool readers_;
  std::mutex probe_mutex_;
  Pool::Place probe_;  // keeps no page, so that what it reads comes from the disk

  std::thread write_thread_;
};

}  // namespace waymark::db
