#include <gtest/gtest.h>

#include <cctype>

#include "world/world.hpp"

namespace waymark::testing {
namespace {

struct Fault {
  char const* name;
  std::string bytes;
  int status{400};
};

std::string get(std::string const& line, std::string const& headers = "Host: localhost\r\n") {
  return line + "\r\n" + headers + "\r\n";
}

std::string post(std::string const& headers, std::string const& body) {
  return "POST /api/v1/session HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n" + headers + "\r\n" +
         body;
}

// A second request hides behind the first: answered twice means that somebody could smuggle one.
std::string const hidden = "GET /healthz HTTP/1.1\r\nHost: localhost\r\n\r\n";

std::vector<Fault> faults() {
  return {
      {"HTTP/1.0 with a transfer encoding",
       "POST /api/v1/session HTTP/1.0\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n" + hidden},
      {"length beside transfer encoding",
       post("Content-Length: 5\r\nTransfer-Encoding: chunked\r\n", "0\r\n\r\n" + hidden)},
      {"transfer encoding beside length",
       post("Transfer-Encoding: chunked\r\nContent-Length: 5\r\n", "0\r\n\r\n" + hidden)},
      {"a transfer encoding that looks like chunked", post("Transfer-Encoding: xchunked\r\n", "0\r\n\r\n" + hidden)},
      {"chunked and something", post("Transfer-Encoding: chunked, identity\r\n", "0\r\n\r\n" + hidden)},
      {"gzip and chunked", post("Transfer-Encoding: gzip, chunked\r\n", "0\r\n\r\n" + hidden)},
      {"two transfer encodings",
       post("Transfer-Encoding: chunked\r\nTransfer-Encoding: identity\r\n", "0\r\n\r\n" + hidden)},
      {"a space before the colon", post("Transfer-Encoding : chunked\r\n", "0\r\n\r\n" + hidden)},
      {"a folded transfer encoding", post("Transfer-Encoding:\r\n chunked\r\n", "0\r\n\r\n" + hidden)},
      {"two lengths", post("Content-Length: 2\r\nContent-Length: 2\r\n", "{}" + hidden)},
      {"two lengths that differ", post("Content-Length: 2\r\nContent-Length: 40\r\n", "{}" + hidden)},
      {"a list of lengths", post("Content-Length: 2, 2\r\n", "{}" + hidden)},
      {"a length with a sign", post("Content-Length: +2\r\n", "{}" + hidden)},
      {"a negative length", post("Content-Length: -2\r\n", "{}" + hidden)},
      {"a length in hex", post("Content-Length: 0x2\r\n", "{}" + hidden)},
      {"a length beyond counting", post("Content-Length: 99999999999999999999\r\n", "{}")},
      {"no host", get("GET /healthz HTTP/1.1", "")},
      {"two hosts", get("GET /healthz HTTP/1.1", "Host: localhost\r\nHost: localhost\r\n")},
      {"a foreign host", get("GET /healthz HTTP/1.1", "Host: evil.example\r\n"), 421},
      {"no port", get("GET /healthz HTTP/1.1", "Host: 127.0.0.1:evil\r\n"), 421},
      {"a port and more", get("GET /healthz HTTP/1.1", "Host: 127.0.0.1:80.evil.example\r\n"), 421},
      {"a folded header", get("GET /healthz HTTP/1.1", "Host: localhost\r\nX-A: b\r\n c\r\n")},
      {"a header without a name", get("GET /healthz HTTP/1.1", "Host: localhost\r\n: b\r\n")},
      {"a header without a colon", get("GET /healthz HTTP/1.1", "Host: localhost\r\nnothing\r\n")},
      {"a NUL in a header", get("GET /healthz HTTP/1.1", std::string("Host: localhost\r\nX-A: b\0c\r\n", 27))},
      {"bare line feeds", "GET /healthz HTTP/1.1\nHost: localhost\n\r\n\r\n"},
      {"a bare carriage return", get("GET /healthz HTTP/1.1", "Host: localhost\r\nX-A: b\rX-B: c\r\n")},
      {"an absolute target", get("GET http://localhost/healthz HTTP/1.1")},
      {"an authority as target", get("CONNECT localhost:80 HTTP/1.1")},
      {"an asterisk as target", get("OPTIONS * HTTP/1.1")},
      {"TRACE", get("TRACE /healthz HTTP/1.1")},
      {"a method of somebody's own", get("BREW /healthz HTTP/1.1")},
      {"a method in lower case", get("get /healthz HTTP/1.1")},
      {"two spaces in the request line", get("GET  /healthz HTTP/1.1")},
      {"no version", get("GET /healthz")},
      {"HTTP/2.0 in the request line", get("GET /healthz HTTP/2.0")},
      {"a hidden dot-dot", get("GET /%2e%2e/etc/passwd HTTP/1.1")},
      {"a plain dot-dot", get("GET /assets/../../waymark.db HTTP/1.1")},
      {"a dot-dot at the end", get("GET /assets/.. HTTP/1.1")},
      {"a hidden slash", get("GET /api%2fv1/me HTTP/1.1")},
      {"a hidden backslash", get("GET /assets%5c..%5cx HTTP/1.1")},
      {"a backslash", get("GET /assets\\x HTTP/1.1")},
      {"a hidden NUL", get("GET /assets/app.js%00.txt HTTP/1.1")},
      {"two slashes", get("GET //evil.example/ HTTP/1.1")},
      {"twice encoded", get("GET /%252e%252e/x HTTP/1.1")},
      {"a letter outside of ASCII", get("GET /\xC3\xA4 HTTP/1.1")},
      {"a broken chunk size", post("Transfer-Encoding: chunked\r\n", "zz\r\n{}\r\n0\r\n\r\n" + hidden)},
      {"a huge chunk size", post("Transfer-Encoding: chunked\r\n", "fffffffffffffffff\r\n{}\r\n0\r\n\r\n" + hidden)},
      {"a chunk without its line end", post("Transfer-Encoding: chunked\r\n", "2\r\n{}0\r\n\r\n" + hidden)},
      {"a head that is too large",
       get("GET /healthz HTTP/1.1", "Host: localhost\r\nX-A: " + std::string(20'000, 'a') + "\r\n"), 431},
      {"a target that is too long", get("GET /" + std::string(20'000, 'a') + " HTTP/1.1"), 431},
  };
}

std::string hundred_and_one_headers() {
  std::string headers = "Host: localhost\r\n";
  for (int i = 0; i < 101; ++i) headers += "X-" + std::to_string(i) + ": a\r\n";
  return headers;
}

int answers_in(std::string const& bytes) {
  constexpr std::string_view start = "HTTP/1.1 ";
  int count = 0;
  for (auto at = bytes.find(start); at != std::string::npos; at = bytes.find(start, at + 1)) {
    auto const next = at + start.size();
    count += next < bytes.size() && std::isdigit(static_cast<unsigned char>(bytes[next])) ? 1 : 0;
  }
  return count;
}

TEST(Framing, EveryFaultIsRefusedOnceAndTheConnectionCloses) {
  World world{db::Dialect::sqlite};
  Client client{world.port()};
  auto all = faults();
  all.push_back({"101 headers", get("GET /healthz HTTP/1.1", hundred_and_one_headers())});
  for (auto const& fault : all) {
    SCOPED_TRACE(fault.name);
    auto const answer = client.exchange(fault.bytes);
    EXPECT_EQ(answers_in(answer), 1) << answer;
    EXPECT_TRUE(answer.starts_with("HTTP/1.1 " + std::to_string(fault.status))) << answer.substr(0, 200);
    EXPECT_NE(answer.find("\"detail\":\""), std::string::npos) << answer;
    EXPECT_TRUE(fault.status == 421 || answer.find("Connection: close") != std::string::npos) << answer;
  }
  EXPECT_EQ(client.send("GET", "/healthz").status, 200);
}

TEST(Framing, GoodRequestsPassOneAfterTheOther) {
  World world{db::Dialect::sqlite};
  Client client{world.port()};
  EXPECT_EQ(answers_in(client.exchange(hidden + hidden)), 2);
  auto const chunked =
      client.exchange(post("Transfer-Encoding: chunked\r\nConnection: close\r\n", "2\r\n{}\r\n0\r\n\r\n"));
  EXPECT_TRUE(chunked.starts_with("HTTP/1.1 422")) << chunked;
  auto const asked = client.exchange(post("Content-Length: 2\r\nExpect: 100-continue\r\nConnection: close\r\n", ""));
  EXPECT_TRUE(asked.starts_with("HTTP/1.1 100 Continue")) << asked;
}

}  // namespace
}  // namespace waymark::testing
