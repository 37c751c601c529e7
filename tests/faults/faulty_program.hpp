#pragma once

#include <gtest/gtest.h>

#include <filesystem>
#include <memory>
#include <string>

#include "core/base/clock.hpp"
#include "faults/subject.hpp"
#include "faults/table.hpp"
#include "world/client.hpp"

namespace waymark::testing {

// What lies in a folder of data.
struct Holdings {
  std::int64_t check_ins{0};
  std::int64_t news{0};
  std::int64_t people{0};
  double current{0};
  double newest{0};
  bool operator==(Holdings const&) const = default;
};

// The program that ships over the demo world, with calls that can be made to fail.
class FaultyProgram : public ::testing::Test {
 protected:
  // Without an address of PostgreSQL in a folder, with SQLite.
  explicit FaultyProgram(std::string postgresql = "");
  ~FaultyProgram() override;

  // The server, and its command line; on PostgreSQL it may be told another way to the same place.
  void serve_by_way_of(std::string place) { served_ = std::move(place); }
  std::vector<std::string> serving() const;
  void serve();
  void stop();
  std::optional<Answer> get(std::string const& path);
  std::optional<Answer> check_in(int value);
  bool health_says_so();  // within the second for which it keeps what it saw

  // A command, without or with calls that fail. Fails the test when it hangs.
  int waymark(std::vector<std::string> arguments, Environment const& environment = {});
  std::string const& said() const { return said_; }

  Holdings holdings() const;
  void set_back();  // the demo world as it was made

  std::string const& place() const { return place_; }

  std::filesystem::path const folder_;
  std::filesystem::path const data_{folder_ / "data"};
  Calls calls_{folder_ / "calls", data_};
  std::unique_ptr<Subject> server_;

 private:
  std::optional<Answer> send(std::string_view method, std::string const& path, std::string_view body = {});

  base::Millis const began_{base::SystemClock{}.now()};  // older news is thrown away by and by
  std::string const place_;
  std::string served_;
  std::string said_;
  std::string token_;
  std::string key_result_;
  unsigned short port_{0};
};

}  // namespace waymark::testing
