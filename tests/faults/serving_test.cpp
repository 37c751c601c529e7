#include <gmock/gmock.h>

#include <cerrno>
#include <chrono>
#include <functional>
#include <thread>

#include "core/db/sqlite_backup.hpp"
#include "faults/faulty_program.hpp"

namespace waymark::testing {
namespace {

using std::chrono::milliseconds;
using Steady = std::chrono::steady_clock;

constexpr Failure read_fails{"a read fails (EIO)", call_read, EIO};
constexpr Failure read_is_short{"a read brings half", call_read, fails_short};
constexpr Failure read_is_empty{"a read brings nothing", call_read, fails_empty};
constexpr Failure write_fails{"a write fails (EIO)", call_write, EIO};
constexpr Failure write_is_short{"a write takes half", call_write, fails_short};
constexpr Failure disk_is_full{"the disk is full (ENOSPC)", call_write, ENOSPC};
constexpr Failure sync_fails{"a sync fails (EIO)", call_sync, EIO};
constexpr Failure no_descriptors{"no file can be opened (EMFILE)", call_open, EMFILE};
constexpr Failure no_memory{"no memory", call_memory, ENOMEM};

constexpr char const* what_is_read = "/api/v1/objectives?limit=50";

bool is_refusal(Answer const& answer) {
  return (answer.status == 503 && answer.headers.contains("retry-after")) || answer.status == 507;
}

double seconds_since(Steady::time_point begun) {
  return std::chrono::duration<double>(Steady::now() - begun).count();
}

class FaultyServer : public FaultyProgram {
 protected:
  // What was asked while a call failed: the answer that is right, a refusal that says so, or, without memory for the
  // line itself, none.
  void note(std::optional<Answer> const& answer, int right, Failure const& failure, Line& line) {
    if (!answer) {
      ++line.cut_off;
      EXPECT_EQ(failure.call, call_memory) << "no answer";
    } else if (answer->status == right) {
      ++line.done;
    } else {
      ++line.refused;
      EXPECT_TRUE(is_refusal(*answer)) << answer->status << " " << answer->body;
    }
  }

  void read_at(long n, Failure const& failure, Line& line);
  void write_at(long n, Failure const& failure, Line& line);
  void start_at(long n, Failure const& failure, Line& line);
  void expect_whole(Holdings const& before, std::optional<Answer> const& answer, Failure const& failure);
  using At = std::function<void(long, Failure const&, Line&)>;
  void run(Line& line, Failure const& failure, bool every, At const& at);

  int value_{0};
  int met_{0};  // how often something failed
};

// Up to the first place that is never reached.
void FaultyServer::run(Line& line, Failure const& failure, bool every, At const& at) {
  for (auto const n : places(every)) {
    SCOPED_TRACE(::testing::Message() << line.operation << ", " << failure.name << ", call " << n
                                      << (line.from_then_on ? " and all after it" : ""));
    auto const met = line.met;
    ++line.tried;
    at(n, failure, line);
    if (calls_.failed() > 0) ++line.met;
    if (line.met == met || HasFatalFailure()) break;
  }
  met_ += line.met;
  tell(line);
}

// A write before it makes sure that the reader has to go to the disk.
void FaultyServer::read_at(long n, Failure const& failure, Line& line) {
  auto const written = check_in(++value_ % 20);
  ASSERT_TRUE(written && written->status == 201) << server_->said();
  auto const begun = Steady::now();
  calls_.fail(failure, n, line.from_then_on);
  if (failure.call == call_memory) calls_.heal_after(milliseconds{200});
  auto const answer = get(what_is_read);
  line.took(seconds_since(begun));
  note(answer, 200, failure, line);
  if (n == 1 && line.from_then_on && answer && answer->status == 503 && failure.call == call_read) {
    EXPECT_TRUE(health_says_so());
  }
  calls_.heal();
  auto const next = get(what_is_read);
  ASSERT_TRUE(next) << server_->said();
  if (next->status == 503 && failure.how == fails_empty) {  // as of a file that was cut off: until a new start
    EXPECT_TRUE(health_says_so());
    ++line.started;
    stop();
    serve();
  } else {
    EXPECT_EQ(next->status, 200) << next->body;
  }
}

// There or not there, and never half of it.
void FaultyServer::expect_whole(Holdings const& before, std::optional<Answer> const& answer, Failure const& failure) {
  auto const after = holdings();
  auto const more = after.check_ins - before.check_ins;
  EXPECT_EQ(after.news - before.news, more);
  EXPECT_EQ(after.current, after.newest);
  if (answer && answer->status == 201) {
    EXPECT_EQ(more, 1) << "lost";
  } else if (answer) {
    EXPECT_EQ(more, 0) << "refused and kept, " << failure.name;
  } else {
    EXPECT_LE(more, 1);
  }
}

void FaultyServer::write_at(long n, Failure const& failure, Line& line) {
  auto const before = holdings();
  auto const begun = Steady::now();
  calls_.fail(failure, n, line.from_then_on);
  if (failure.call == call_memory) calls_.heal_after(milliseconds{200});
  auto const answer = check_in(++value_ % 20);
  line.took(seconds_since(begun));
  note(answer, 201, failure, line);
  calls_.heal();
  expect_whole(before, answer, failure);
  auto next = check_in(++value_ % 20);
  ASSERT_TRUE(next) << server_->said();
  if (next->status != 201) {
    EXPECT_TRUE(is_refusal(*next)) << next->body;
    EXPECT_NE(failure.how, ENOSPC) << "room was made, and still nothing is kept";
    EXPECT_TRUE(health_says_so());
    EXPECT_THAT(server_->said(), ::testing::HasSubstr("storage failed"));
    ++line.started;
    stop();
    serve();
    next = check_in(++value_ % 20);
    ASSERT_TRUE(next);
    EXPECT_EQ(next->status, 201) << next->body;
  }
}

// The start, and the jobs that are due with it.
void FaultyServer::start_at(long n, Failure const& failure, Line& line) {
  auto const before = holdings();
  auto const begun = Steady::now();
  calls_.fail(failure, n, line.from_then_on);
  {
    Subject server{serving(), calls_.environment(), folder_ / "start.log"};
    auto const came = server.port_within(milliseconds{20'000}).has_value();
    line.took(seconds_since(begun));
    if (came) std::this_thread::sleep_for(milliseconds{tries_all() ? 150 : 50});
    calls_.heal();
    auto const code = came ? server.stop(milliseconds{20'000}) : server.ended_within(milliseconds{100});
    EXPECT_TRUE(code) << "hangs: " << server.said();
    ++(came ? line.done : line.refused);
    if (came) {
      EXPECT_EQ(code, 0) << server.said();
    }
    if (!came && failure.call != call_memory) {
      EXPECT_TRUE(code == 3 || code == 4) << code.value_or(-2) << server.said();
    }
    if (!came) {
      EXPECT_THAT(server.said(), ::testing::Not(::testing::IsEmpty()));
    }
  }
  EXPECT_EQ(holdings(), before);
}

// [CORE-11]
TEST_F(FaultyServer, AnswersOrRefusesAReadWhateverFailsUnderIt) {
  serve();
  for (auto const& failure : {read_fails, read_is_short, read_is_empty, no_descriptors, no_memory}) {
    for (auto const from_then_on : {false, true}) {
      Line line{"one read", failure.name, from_then_on};
      run(line, failure, true, [this](auto&&... how) { read_at(how...); });
    }
  }
  EXPECT_GT(met_, 0);
  stop();
}

// [CORE-11]
TEST_F(FaultyServer, KeepsAWriteOrSaysThatItIsNotKept) {
  serve();
  for (auto const& failure :
       {read_fails, write_fails, write_is_short, disk_is_full, sync_fails, no_descriptors, no_memory}) {
    for (auto const from_then_on : {false, true}) {
      Line line{"one write", failure.name, from_then_on};
      run(line, failure, true, [this](auto&&... how) { write_at(how...); });
    }
  }
  EXPECT_GT(met_, 0);
  stop();
  db::verify_database((data_ / "waymark.db").string());
}

// [CORE-11]
TEST_F(FaultyServer, StartsOrSaysWhyNotAndLeavesAllAsItWas) {
  for (auto const& failure :
       {read_fails, read_is_short, write_fails, disk_is_full, sync_fails, no_descriptors, no_memory}) {
    for (auto const from_then_on : {false, true}) {
      Line line{"start and first jobs", failure.name, from_then_on};
      run(line, failure, false, [this](auto&&... how) { start_at(how...); });
    }
  }
  EXPECT_GT(met_, 0);
  db::verify_database((data_ / "waymark.db").string());
}

}  // namespace
}  // namespace waymark::testing
