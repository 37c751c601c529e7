#pragma once

#include "core/db/db.hpp"

namespace waymark::testing {

// A database whose writes are done and then undone: thousands of requests meet one and the same world. Each ends as it
// would; what comes after a commit does not come.
class Rehearsal final : public db::Db {
 public:
  explicit Rehearsal(db::Db& real) : real_(real) {}

  db::Dialect dialect() const override { return real_.dialect(); }
  void back_up_to(std::string const& file) override { real_.back_up_to(file); }

 protected:
  void run_read(Work const& work) override { real_.read(work); }
  void run_write(Work const& work) override try {
    real_.write([&](db::Tx& tx) {
      work(tx);
      throw Undone{};
    });
  } catch (Undone const&) {
  }
  std::vector<std::string> find_faults() override { return real_.faults(); }

 private:
  struct Undone {};

  db::Db& real_;
};

}  // namespace waymark::testing
