#include <fmt/format.h>
#include <gmock/gmock.h>

#include <chrono>
#include <map>

#include "faults/faulty_program.hpp"
#include "faults/protocol_relay.hpp"
#include "testing/databases.hpp"
#include "testing/relay.hpp"

namespace waymark::testing {
namespace {

using Act = ProtocolRelay::Act;
using Way = ProtocolRelay::Way;
using Steady = std::chrono::steady_clock;

struct Mishap {
  char const* name;
  Act act;
  Way way;
  char const* state{""};
};

constexpr Mishap mishaps[] = {
    {"the line is cut before a message goes out", Act::cut, Way::to_server},
    {"the line is cut before a message comes back", Act::cut, Way::from_server},
    {"it says 53100 (disk full)", Act::error, Way::to_server, "53100"},
    {"it says 53200 (out of memory)", Act::error, Way::to_server, "53200"},
    {"it says 53300 (too many connections)", Act::error, Way::to_server, "53300"},
    {"it says 58030 (an input or output failed)", Act::error, Way::to_server, "58030"},
    {"it says 25006 (may only be read)", Act::error, Way::to_server, "25006"},
    {"it says 40001 (try again)", Act::error, Way::to_server, "40001"},
    {"it says 57P01 (shutting down)", Act::error, Way::to_server, "57P01"},
    {"it says XX000 (a defect of its own)", Act::error, Way::to_server, "XX000"},
};
constexpr Mishap silences[] = {
    {"silence instead of a message out", Act::silence, Way::to_server},
    {"silence instead of a message back", Act::silence, Way::from_server},
};

// The line between the program and PostgreSQL, where something happens at one message after another.
class FaultyLine : public FaultyProgram {
 protected:
  FaultyLine() : FaultyProgram(fresh_postgresql_database()) {
    auto const at = place().find(':', place().find('@')) + 1;
    auto const end = place().find_first_not_of("0123456789", at);
    serve_by_way_of(place().substr(0, at) + std::to_string(relay_.port()) + place().substr(end));
  }
  ~FaultyLine() override {
    server_.reset();
    drop_postgresql_database(place());
  }

  using Ask = std::function<std::optional<Answer>()>;

  void run(std::string const& operation, Mishap const& mishap, bool from_then_on, int right, Ask const& ask) {
    Line line{operation, mishap.name, from_then_on};
    for (auto const n : places(true)) {
      SCOPED_TRACE(
          fmt::format("{}, {}, message {}{}", operation, mishap.name, n, from_then_on ? " and all after it" : ""));
      ++line.tried;
      auto const before = holdings();
      auto const begun = Steady::now();
      relay_.plan(mishap.act, mishap.way, n, from_then_on, mishap.state);
      auto const answer = ask();
      relay_.heal();
      line.took(std::chrono::duration<double>(Steady::now() - begun).count());
      note(answer, right, line);
      if (right == 201) expect_whole(before, answer);
      expect_next(right, ask);
      if (relay_.met() == 0) break;
      ++line.met;
    }
    met_[operation] += line.met;
    tell(line);
  }

  ProtocolRelay relay_{port_of(place())};
  std::map<std::string, int> met_;  // how often something happened, by operation

 private:
  void note(std::optional<Answer> const& answer, int right, Line& line) {
    ASSERT_TRUE(answer) << "no answer";
    ++(answer->status == right ? line.done : line.refused);
    if (answer->status == right) return;
    EXPECT_TRUE((answer->status == 503 && answer->headers.contains("retry-after")) || answer->status == 507)
        << answer->status << " " << answer->body;
  }

  void expect_whole(Holdings const& before, std::optional<Answer> const& answer) {
    auto const after = holdings();
    auto const more = after.check_ins - before.check_ins;
    EXPECT_EQ(after.news - before.news, more);
    EXPECT_EQ(after.current, after.newest);
    if (!answer) return;
    auto const unknown = answer->body.find("outcome_unknown") != std::string::npos;
    if (unknown) {
      EXPECT_THAT(more, ::testing::AnyOf(0, 1));
    } else {
      EXPECT_EQ(more, answer->status == 201 ? 1 : 0) << answer->body;
    }
  }

  // What is asked once the line is well again, even where lines broke.
  static void expect_next(int right, Ask const& ask) {
    auto const next = ask();
    ASSERT_TRUE(next);
    EXPECT_EQ(next->status, right) << next->body;
  }
};

// [CORE-11]
TEST_F(FaultyLine, AnswersOrRefusesWhateverHappensAtAnyMessage) {
  serve();
  auto value = 0;
  for (auto const& mishap : mishaps) {
    for (auto const from_then_on : {false, true}) {
      run("one read on PostgreSQL", mishap, from_then_on, 200, [&] { return get("/api/v1/teams"); });
      run("one write on PostgreSQL", mishap, from_then_on, 201, [&] { return check_in(++value % 20); });
    }
  }
  if (tries_all()) {  // each waits for the time after which silence is an answer
    for (auto const& mishap : silences) {
      run("one read on PostgreSQL", mishap, false, 200, [&] { return get("/api/v1/teams"); });
      run("one write on PostgreSQL", mishap, false, 201, [&] { return check_in(++value % 20); });
    }
  }
  stop();
  for (auto const& [operation, met] : met_) EXPECT_GT(met, 0) << operation;
}

}  // namespace
}  // namespace waymark::testing
