#include <gtest/gtest.h>

#include <thread>

#include "abuse/line.hpp"
#include "core/http/server.hpp"

namespace waymark::testing {
namespace {

using namespace std::chrono_literals;

constexpr std::size_t much = 2 * http::small_body;

// A server on which strangers hold already what they all may, and whose answers are long or short.
class NoRoom : public ::testing::Test {
 protected:
  ~NoRoom() override {
    server_.stop();
    runs_.join();
  }

  int status(std::string_view beginning, std::string_view rest = {}) {
    Line line{"127.0.0.1", server_.port()};
    line.send(beginning);
    if (!rest.empty()) std::this_thread::sleep_for(50ms);
    line.send(rest);
    return status_of(line.answer());
  }

 private:
  http::Server server_{"127.0.0.1", 0,
                       [](http::Request const& request) {
                         return http::text(200, std::string(request.path == "/long" ? much : 1, 'a'));
                       },
                       http::Limits{.buffered_for_unknown = 0}};
  std::thread runs_{[this] { server_.run(); }};
};

TEST_F(NoRoom, AWriteThatIsDoneIsAnsweredAndALongReadIsNot) {  // [CORE-21]
  EXPECT_EQ(status("GET /long HTTP/1.1\r\nHost: a\r\n\r\n"), 503);
  EXPECT_EQ(status("POST /long HTTP/1.1\r\nHost: a\r\nContent-Length: 0\r\n\r\n"), 200);
  EXPECT_EQ(status("GET /short HTTP/1.1\r\nHost: a\r\n\r\n"), 200);
}

TEST_F(NoRoom, AnOrdinaryHeadMayComeInTwoPieces) {  // [CORE-21]
  auto const head = "GET / HTTP/1.1\r\nHost: a\r\nX: " + std::string(1400, 'a');
  EXPECT_EQ(status(head, "\r\n\r\n"), 200);
}

}  // namespace
}  // namespace waymark::testing
