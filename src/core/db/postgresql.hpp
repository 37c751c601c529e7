#pragma once

#include <condition_variable>
#include <mutex>

#include "core/db/db.hpp"

namespace waymark::db {

class Postgresql final : public Db {
 public:
  Postgresql(std::string const& url, base::Clock const& clock, Options const& options);

  Dialect dialect() const override { return Dialect::postgresql; }
  void back_up_to(std::string const& file) override;

 private:
  // A connection out of the pool, back into it at the end.
  class Borrowed;

  void run_read(Work const& work) override;
  void run_write(Work const& work) override;
  std::vector<std::string> find_faults() override;

  std::string url_;
  base::Clock const& clock_;
  std::mutex mutex_;
  std::condition_variable one_free_;
  std::vector<std::unique_ptr<Connection>> free_;
};

}  // namespace waymark::db
