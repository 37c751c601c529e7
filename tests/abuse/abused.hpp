#pragma once

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <memory>
#include <string>

#include "abuse/line.hpp"
#include "testing/program.hpp"
#include "world/server_process.hpp"
#include "world/spawn.hpp"

namespace waymark::testing {

constexpr auto demo_password = "measure twice, cut once";

// The program with the demo in a folder of its own, and an ordinary employee's and an administrator's token.
class Abused : public ::testing::Test {
 protected:
  void SetUp() override {
    ASSERT_TRUE(may_open(5'000));
    std::filesystem::remove_all(place_);
    ASSERT_EQ(run({program(), "demo", "--data", place_}).code, 0);
    token_ = new_token("ben@halden.example", "read,write");
    administrator_ = new_token("sam@halden.example", "read,write,administer");
  }
  void TearDown() override {
    server_.reset();
    std::filesystem::remove_all(place_);
  }

  void serve(std::vector<std::string> const& more = {}) {
    server_.reset();
    server_ = std::make_unique<ServerProcess>(program(), place_, Environment{}, 0, more);
  }
  unsigned short port() const { return server_->port(); }

  std::string new_token(std::string const& email, std::string const& scopes) const {
    auto const made =
        run({program(), "token", "new", "--data", place_, "--email", email, "--name", "test", "--scopes", scopes});
    EXPECT_EQ(made.code, 0) << made.said;
    auto const at = made.said.find("wm_");
    return made.said.substr(at, made.said.find('\n', at) - at);
  }

  // Resident memory of the server in KiB.
  long resident() const {
    std::ifstream status("/proc/" + std::to_string(server_->pid()) + "/status");
    for (std::string word; status >> word;) {
      long kib = 0;
      if (word == "VmRSS:" && status >> kib) return kib;
    }
    return 0;
  }

  static std::string request(std::string const& line, std::string const& headers = {}, std::string const& body = {}) {
    auto text = line + " HTTP/1.1\r\nHost: 127.0.0.1\r\n" + headers;
    if (!body.empty())
      text += "Content-Type: application/json\r\nContent-Length: " + std::to_string(body.size()) + "\r\n";
    return text + "\r\n" + body;
  }
  static std::string with(std::string const& token) { return "Authorization: Bearer " + token + "\r\n"; }

  std::string ask(std::string const& from, std::string const& text) const {
    Line line{from, port()};
    line.send(text);
    return line.answer();
  }

  std::string const place_{
      (std::filesystem::temp_directory_path() / ("waymark-abuse-" + std::to_string(getpid()))).string()};
  std::string token_;
  std::string administrator_;
  std::unique_ptr<ServerProcess> server_;
};

}  // namespace waymark::testing
