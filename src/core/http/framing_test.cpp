#include "core/http/framing.hpp"

#include <gtest/gtest.h>

#include <string>

namespace waymark::http {
namespace {

std::string with(std::string const& headers, std::string const& line = "POST /api/v1/kpis HTTP/1.1") {
  return line + "\r\nHost: x\r\n" + headers + "\r\n";
}
bool accepted(std::string const& head) {
  return !framing_fault(head);
}

TEST(Framing, AcceptsWhatBrowsersSend) {
  EXPECT_TRUE(accepted(with("Content-Length: 12\r\nContent-Type: application/json\r\n")));
  EXPECT_TRUE(accepted(with("Transfer-Encoding: chunked\r\n")));
  EXPECT_TRUE(accepted(with("", "GET / HTTP/1.0")));
  EXPECT_TRUE(accepted(with("", "GET /okrs?team=1&text=%C3%BC HTTP/1.1")));
  EXPECT_TRUE(accepted(with("Empty:\r\n")));
}

// [CORE-5]
TEST(Framing, HasOneOpinionOnWhereABodyEnds) {
  for (auto const* headers :
       {"Content-Length: 5\r\nContent-Length: 5\r\n", "Content-Length: 5\r\nContent-Length: 6\r\n",
        "Content-Length: 5, 5\r\n", "Content-Length: +5\r\n", "Content-Length: 0x5\r\n", "Content-Length: -1\r\n",
        "Content-Length:\r\n", "Content-Length: 5 5\r\n", "Content-Length: 99999999999999999999\r\n",
        "Transfer-Encoding: chunked\r\nContent-Length: 5\r\n", "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n",
        "Transfer-Encoding: gzip, chunked\r\n", "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n",
        "Transfer-Encoding: Chunked\r\n", "Transfer-Encoding: identity\r\n", "transfer-encoding : chunked\r\n",
        "Content-Length : 5\r\n", "Transfer-Encoding: xchunked\r\n"}) {
    EXPECT_FALSE(accepted(with(headers))) << headers;
  }
  EXPECT_FALSE(accepted(with("Transfer-Encoding: chunked\r\n", "POST / HTTP/1.0")));
}

TEST(Framing, NeedsExactlyOneHost) {
  EXPECT_FALSE(accepted("GET / HTTP/1.1\r\n\r\n"));
  EXPECT_FALSE(accepted(with("Host: y\r\n")));
}

// [CORE-5]
TEST(Framing, RefusesLinesThatOthersReadInAnotherWay) {
  EXPECT_FALSE(accepted(with("A: b\nContent-Length: 5\r\n")));
  EXPECT_FALSE(accepted(with("A: b\rContent-Length: 5\r\n")));
  EXPECT_FALSE(accepted(with("A: b\r\n folded\r\n")));
  EXPECT_FALSE(accepted(with(" A: b\r\n")));
  EXPECT_FALSE(accepted(with("no colon\r\n")));
  EXPECT_FALSE(accepted(with(": no name\r\n")));
  EXPECT_FALSE(accepted(with(std::string("A: nul\0\r\n", 9))));
}

TEST(Framing, KnowsItsMethodsTargetsAndVersions) {
  for (auto const* line :
       {"TRACE / HTTP/1.1", "CONNECT x:1 HTTP/1.1", "get / HTTP/1.1", "GET http://x/ HTTP/1.1", "GET * HTTP/1.1",
        "GET  / HTTP/1.1", "GET / HTTP/2.0", "GET / http/1.1", "GET /", "GET / x HTTP/1.1", "PRI * HTTP/2.0"}) {
    EXPECT_FALSE(accepted(with("", line))) << line;
  }
}

TEST(Framing, RefusesTooManyHeaders) {
  std::string headers;
  for (int i = 0; i < 99; ++i) headers += "A: b\r\n";
  EXPECT_TRUE(accepted(with(headers)));
  EXPECT_FALSE(accepted(with(headers + "A: b\r\n")));
}

TEST(Framing, PathsAreInTheirPlainForm) {
  for (auto const* path : {"/../etc", "/a/../b", "/a/./b", "/a/..", "/a/.", "//a", "/a//b", "/a%2fb", "/a%2Fb",
                           "/a%5cb", "/a\\b", "/a%00b", "/%2e%2e/a", "/a%252fb", "/a b", "/\x7f", "/\xc3\xbc"}) {
    EXPECT_TRUE(path_fault(path)) << path;
  }
  for (auto const* path : {"/", "/a.b/c..d", "/okrs/%C3%BC", "/.well-known/x"}) EXPECT_FALSE(path_fault(path)) << path;
}

}  // namespace
}  // namespace waymark::http
