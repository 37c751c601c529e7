#include "core/http/body.hpp"

#include <gtest/gtest.h>

namespace waymark::http {
namespace {

struct Taken {
  std::string content;
  std::string rest;
  bool done;
  std::optional<BodyReader::Fault> fault;
};

// Hands the bytes over in pieces of this size, as a network does.
Taken taken(BodyReader reader, std::string_view bytes, std::size_t piece) {
  Taken seen{};
  std::string buffer;
  for (std::size_t at = 0; at < bytes.size() && !reader.done() && !reader.fault(); at += piece) {
    buffer += bytes.substr(at, piece);
    buffer.erase(0, reader.take(buffer, seen.content));
    seen.rest = buffer + std::string{bytes.substr(std::min(bytes.size(), at + piece))};
  }
  seen.done = reader.done();
  seen.fault = reader.fault();
  return seen;
}

TEST(Body, EndsAfterItsLength) {
  for (std::size_t const piece : {1, 2, 3, 100}) {
    auto const seen = taken(BodyReader::of_length(2), "{}GET / HTTP/1.1", piece);
    EXPECT_TRUE(seen.done);
    EXPECT_EQ(seen.content, "{}");
    EXPECT_EQ(seen.rest, "GET / HTTP/1.1");
  }
  EXPECT_TRUE(BodyReader::of_length(0).done());
}

TEST(Body, IsPutTogetherFromChunks) {
  for (std::size_t const piece : {1, 2, 3, 7, 100}) {
    auto const seen =
        taken(BodyReader::chunked(100), "2\r\n{\"\r\n00a;x=\"a;b\"\r\na\":\r\n12345\r\n0\r\n\r\nGET /", piece);
    EXPECT_TRUE(seen.done) << piece;
    EXPECT_EQ(seen.content, "{\"a\":\r\n12345");
    EXPECT_EQ(seen.rest, "GET /");
  }
}

TEST(Body, DropsTrailers) {  // [CORE-21]
  for (std::size_t const piece : {1, 5, 100}) {
    auto const seen = taken(BodyReader::chunked(100), "2\r\n{}\r\n0\r\nCookie: waymark=a\r\nX: b\r\n\r\nGET /", piece);
    EXPECT_TRUE(seen.done);
    EXPECT_EQ(seen.content, "{}");
    EXPECT_EQ(seen.rest, "GET /");
  }
}

TEST(Body, CarriesLittleBesideItsContent) {  // [CORE-21]
  auto const too_much = BodyReader::Fault::too_much_beside;
  std::string const a(101, 'a');
  std::string many = "0\r\n";
  for (int i = 0; i < 30; ++i) many += "X: a\r\n";
  std::string extensions;
  for (int i = 0; i < 30; ++i) extensions += "1;abc\r\nx\r\n";
  for (std::size_t const piece : {1, 50, 10'000}) {
    EXPECT_EQ(taken(BodyReader::chunked(100), "2;" + a, piece).fault, too_much);
    EXPECT_EQ(taken(BodyReader::chunked(100), "0\r\nX: " + a, piece).fault, too_much);
    EXPECT_EQ(taken(BodyReader::chunked(100), many, piece).fault, too_much);
    EXPECT_EQ(taken(BodyReader::chunked(100), extensions, piece).fault, too_much);
  }
  std::string chunks;
  for (int i = 0; i < 1000; ++i) chunks += "1\r\nx\r\n";  // small ones carry nothing beside
  EXPECT_EQ(taken(BodyReader::chunked(100), chunks + "0\r\n\r\n", 100).content, std::string(1000, 'x'));
}

TEST(Body, WhatTwoProgramsCouldReadInTwoWaysIsRefused) {  // [CORE-5]
  for (auto const* bytes :
       {"zz\r\n{}\r\n0\r\n\r\n", "\r\n{}\r\n", "+2\r\n{}\r\n", "0x2\r\n{}\r\n", "2 \r\n{}\r\n", "-2\r\n{}\r\n",
        "fffffffff\r\n{}", "000000002\r\n{}", "2\r\n{}0\r\n\r\n", "2\r\n{}\n\r\n", "2\n{}\n0\n\n\r\n",
        "2;a=\"\r\n{}\r\n0\r\n\r\n", "2;a\rb\r\n{}", "2;a\nb\r\n{}", "0\r\nno name\r\n\r\n", "0\r\n: a\r\n\r\n",
        "0\r\nX : a\r\n\r\n", "0\r\n folded\r\n\r\n", "0\r\nX: a\rb\r\n\r\n"}) {
    EXPECT_EQ(taken(BodyReader::chunked(1000), bytes, 100).fault, BodyReader::Fault::unreadable) << bytes;
    EXPECT_EQ(taken(BodyReader::chunked(1000), bytes, 1).fault, BodyReader::Fault::unreadable) << bytes;
  }
}

}  // namespace
}  // namespace waymark::http
