#include <fmt/format.h>
#include <gmock/gmock.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <cstdlib>
#include <optional>
#include <thread>

#include "abuse/abused.hpp"

namespace waymark::testing {
namespace {

using namespace std::chrono_literals;
using Clock = std::chrono::steady_clock;
using ::testing::HasSubstr;

constexpr std::size_t file_bytes = 31 << 20;

std::string upload(std::string const& path, std::string const& headers, std::size_t length) {
  return fmt::format(
      "POST {} HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\nContent-Length: {}\r\n{}\r\n", path,
      length, headers);
}

class Strangers : public Abused {};

TEST_F(Strangers, SendNoLargeBody) {  // [CORE-21]
  serve();
  auto const before = resident();
  std::vector<Line> lines;
  std::string const piece(1 << 20, 'a');
  for (int i = 0; i < 40; ++i) {
    auto& line = lines.emplace_back("127.0.0.9", port());
    line.send(upload("/api/v1/imports/okrs", "", file_bytes));
    for (int k = 0; k < 3; ++k) line.send(piece, 20ms);
  }
  for (auto& line : lines) EXPECT_EQ(status_of(line.answer()), 401);
  EXPECT_LT(resident() - before, 16 * 1024);

  EXPECT_EQ(status_of(ask("127.0.0.9", upload("/api/v1/session", "", 17 << 10))), 413);
  EXPECT_EQ(status_of(ask("127.0.0.9", upload("/api/v1/nothing", "", 17 << 10))), 413);
  EXPECT_EQ(status_of(ask("127.0.0.9", upload("/", "", 17 << 10))), 413);
  EXPECT_EQ(status_of(ask("127.0.0.9", upload("/api/v1/imports/okrs", with("wm_" + std::string(43, 'a')), file_bytes))),
            401);
  EXPECT_EQ(status_of(ask("127.0.0.1", upload("/api/v1/imports/okrs", with(token_), file_bytes))), 403);
  EXPECT_EQ(status_of(ask("127.0.0.1", upload("/api/v1/objectives", with(token_), 2 << 20))), 413);
  EXPECT_EQ(status_of(ask("127.0.0.1", upload("/api/v1/imports/people", with(administrator_), (32 << 20) + 1))), 413);
  std::string const chunk = "Transfer-Encoding: chunked\r\n\r\n8000\r\n" + std::string(0x8000, ' ');
  std::string const head = "POST /api/v1/session HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\n";
  EXPECT_EQ(status_of(ask("127.0.0.9", head + chunk)), 413);
}

TEST_F(Strangers, AreKeptApartFromWhoIsKnown) {  // [CORE-21]
  serve();
  auto const file = R"({"text": "name,email\n)" + std::string(3 << 20, ' ') + R"(", "mapping": []})";
  auto const text = "Content-Length: " + std::to_string(file.size()) + "\r\n";
  Line line{"127.0.0.1", port()};
  line.send(
      "POST /api/v1/imports/people?dry_run=true HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\n" +
      with(administrator_) + text + "Expect: 100-continue\r\n\r\n");
  EXPECT_EQ(status_of(line.answer()), 100);
  EXPECT_EQ(line.send(file), file.size());
  auto const answer = line.answer(10s);
  EXPECT_EQ(status_of(answer), 400) << answer;
}

TEST_F(Strangers, SayNothingBesideTheBody) {  // [CORE-21]
  serve();
  auto const before = resident();
  std::string const head =
      "POST /api/v1/session HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\nTransfer-Encoding: "
      "chunked\r\n\r\n";
  std::string const piece(1 << 20, 'a');
  for (auto const* start : {"2;", "0\r\nX: "}) {
    Line line{"127.0.0.9", port()};
    line.send(head + start);
    for (int i = 0; i < 20; ++i) line.send(piece, 20ms);
    EXPECT_EQ(status_of(line.answer()), 431) << start;
  }
  std::string trailers;
  for (int i = 0; i < 20'000; ++i) trailers += fmt::format("X{}: a\r\n", i);
  Line line{"127.0.0.9", port()};
  line.send(head + "0\r\n" + trailers);
  EXPECT_EQ(status_of(line.answer()), 431);
  EXPECT_LT(resident() - before, 4 * 1024);

  // A trailer signs nobody in.
  auto const asked =
      ask("127.0.0.1", "GET /api/v1/me HTTP/1.1\r\nHost: 127.0.0.1\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n" +
                           with(token_) + "\r\n");
  EXPECT_EQ(status_of(asked), 401);
  EXPECT_EQ(status_of(ask("127.0.0.1", request("GET /api/v1/me", with(token_)))), 200);
}

TEST_F(Strangers, GiveTheirPlacesUp) {  // [CORE-22]
  serve();
  std::vector<Line> lines;
  for (int i = 0; i < 4'300; ++i) lines.emplace_back(i % 2 == 0 ? "127.0.0.9" : "127.0.0.10", port());
  for (auto const* from : {"127.0.0.1", "127.0.0.9", "127.0.0.11"}) {
    auto const began = Clock::now();
    EXPECT_EQ(status_of(ask(from, request("GET /healthz"))), 200) << from;
    EXPECT_LT(Clock::now() - began, 1s) << from;
  }
  // Whoever is in the middle of a request is not worth more when it sends nothing.
  for (auto& line : lines) line.send("GET /healthz HTTP/1.1\r\n");
  EXPECT_EQ(status_of(ask("127.0.0.12", request("GET /healthz"))), 200);
  auto const closed = std::ranges::count_if(lines, [](Line& line) { return line.is_closed(); });
  EXPECT_GE(closed, 4'300 - 4'096);
  EXPECT_LE(closed, 4'300 - 4'096 + 10);
}

TEST_F(Strangers, AskAtARate) {  // [CORE-24]
  serve({"--rate", "10"});
  Line line{"127.0.0.9", port()};
  auto const one = [&] {
    line.send(request("GET /api/v1/me"));
    return line.answer();
  };
  for (int i = 0; i < 100; ++i) ASSERT_EQ(status_of(one()), 401) << i;
  std::string over;
  for (int i = 0; i < 50 && status_of(over) != 429; ++i) over = one();
  EXPECT_EQ(status_of(over), 429);
  EXPECT_THAT(over, HasSubstr("\r\nRetry-After: 1\r\n"));
  EXPECT_THAT(over, HasSubstr("\r\nRateLimit-Policy: \"caller\";q=100;w=10\r\n"));
  EXPECT_THAT(over, HasSubstr("\r\nRateLimit: \"caller\";r=0;t=10\r\n"));
  EXPECT_THAT(over, HasSubstr("Too many requests in a short time."));
  EXPECT_EQ(status_of(ask("127.0.0.10", request("GET /api/v1/me"))), 401);
  EXPECT_EQ(status_of(ask("127.0.0.9", request("GET /api/v1/me", with(token_)))), 200);
  EXPECT_EQ(status_of(ask("127.0.0.9", request("GET /healthz"))), 200);
  serve({"--rate", "0"});
  Line again{"127.0.0.9", port()};
  for (int i = 0; i < 300; ++i) {
    again.send(request("GET /api/v1/me"));
    ASSERT_EQ(status_of(again.answer()), 401) << i;
  }
}

// What a thousand connections do that want this server ill. Light on this side: the machine is one.
class Thousand {
 public:
  explicit Thousand(unsigned short port) : port_(port) {
    auto const beginning = "POST /api/v1/session HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\n";
    for (int i = 0; i < 250; ++i) {
      auto const from = fmt::format("127.0.{}.{}", 1 + i % 4, 1 + i);
      heads_.emplace_back(from, port)
          .send("GET /healthz HTTP/1.1\r\nHost: 127.0.0.1\r\nX: " + std::string(15'000, 'a'));
      bodies_.emplace_back(from, port).send(beginning + ("Content-Length: 16384\r\n\r\n" + std::string(16'000, ' ')));
      bodies_.emplace_back(from, port)
          .send(beginning + ("Transfer-Encoding: chunked\r\n\r\n3f00\r\n" + std::string(0x3e00, ' ')));
      auto& reader = readers_.emplace_back(from, port, 2048);
      for (int k = 0; k < 12; ++k)
        reader.send("GET /api/openapi.json HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept-Encoding: gzip\r\n\r\n", 1ms);
    }
    for (int i = 0; i < 16; ++i) guessing_.emplace_back([this, i] { guess(i); });
  }
  ~Thousand() {
    over_ = true;
    for (auto& thread : guessing_) thread.join();
  }
  Thousand(Thousand const&) = delete;
  Thousand& operator=(Thousand const&) = delete;

  int hashed() const { return hashed_; }

 private:
  // Each tries passwords of made-up accounts, some fifty a second.
  void guess(int number) {
    for (int i = 0; !over_; ++i) {
      try {
        Line line{fmt::format("127.0.9.{}", 1 + number), port_};
        auto const body = fmt::format(R"({{"email":"x{}-{}@x.example","password":"wrong wrong wrong"}})", number, i);
        line.send(
            fmt::format("POST /api/v1/session HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: "
                        "application/json\r\nContent-Length: {}\r\n\r\n{}",
                        body.size(), body));
        hashed_ += status_of(line.answer(2s)) == 401 ? 1 : 0;
      } catch (std::runtime_error const&) {
      }
      std::this_thread::sleep_for(20ms);
    }
  }

  unsigned short port_;
  std::vector<Line> heads_;
  std::vector<Line> bodies_;
  std::vector<Line> readers_;
  std::atomic<bool> over_{false};
  std::atomic<int> hashed_{0};
  std::vector<std::thread> guessing_;
};

class Cost : public Abused {
 protected:
  // The 99th of a hundred, in milliseconds, of what an employee asks for. What is not answered in time is that slow.
  double slowest_of_normal(int count = 400) {
    std::optional<Line> line{std::in_place, "127.0.0.1", port()};
    std::vector<double> times;
    int unanswered = 0;
    for (int i = 0; i < count; ++i) {
      auto const began = Clock::now();
      line->send(request("GET /api/v1/objectives?limit=20", with(token_)));
      auto const status = status_of(line->answer());
      if (status == 0) {
        ++unanswered;
        line.emplace("127.0.0.1", port());
      } else {
        EXPECT_EQ(status, 200);
      }
      times.push_back(std::chrono::duration<double, std::milli>(Clock::now() - began).count());
      std::this_thread::sleep_for(2ms);
    }
    EXPECT_LE(unanswered, count / 100);
    std::ranges::sort(times);
    return times[times.size() * 99 / 100];
  }
};

// Memory is a bound of every round. Time is compared in the same round, and is a bound only where WAYMARK_QUIET says
// that the machine has nothing else to do: then the best of up to five rounds counts.
TEST_F(Cost, OfAThousandAtTheirWorstIsBounded) {
  bool const is_quiet = std::getenv("WAYMARK_QUIET") != nullptr;
  auto best = 1e9;
  for (int round = 0; round < (is_quiet ? 5 : 1) && best >= 2.0; ++round) {
    serve({"--rate", "0"});
    slowest_of_normal();
    ask("127.0.0.1", request("GET /api/openapi.json"));
    auto const before = slowest_of_normal();
    auto const memory = resident();
    {
      Thousand const thousand{port()};
      auto const during = slowest_of_normal();
      auto const taken = resident() - memory;
      best = std::min(best, during / before);
      fmt::print("round {}: p99 {:.2f} ms before, {:.2f} ms during; {} MiB more; {} passwords hashed\n", round, before,
                 during, taken / 1024, thousand.hashed());
      if (given_program()) {
        EXPECT_LE(taken, 64 * 1024);
      }
      EXPECT_GT(thousand.hashed(), 0);
    }
    EXPECT_EQ(status_of(ask("127.0.0.1", request("GET /healthz"))), 200);
  }
  if (given_program() && is_quiet) {
    EXPECT_LT(best, 2.0);
  }
}

}  // namespace
}  // namespace waymark::testing
