#include "core/http/message.hpp"

#include <gmock/gmock.h>

#include "core/http/channel.hpp"

namespace waymark::http {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

TEST(Message, AHeadProtectsEveryAnswer) {
  auto const head = head_of(json(200, "{}"), "Mon, 17 Nov 2025 12:00:00 GMT", true);
  EXPECT_THAT(head, ::testing::StartsWith("HTTP/1.1 200 OK\r\nDate: Mon, 17 Nov 2025 12:00:00 GMT\r\n"));
  for (auto const* line :
       {"X-Content-Type-Options: nosniff\r\n", "X-Frame-Options: DENY\r\n", "Referrer-Policy: same-origin\r\n",
        "Content-Security-Policy: default-src 'none'; frame-ancestors 'none'\r\n", "Content-Type: application/json\r\n",
        "Content-Length: 2\r\n", "Connection: keep-alive\r\n\r\n"}) {
    EXPECT_THAT(head, HasSubstr(line));
  }
}

TEST(Message, APageMaySayItsOwnPolicy) {
  Response page;
  page.with("Content-Security-Policy", "default-src 'self'");
  auto const head = head_of(page, "", false);
  EXPECT_THAT(head, HasSubstr("Content-Security-Policy: default-src 'self'\r\n"));
  EXPECT_THAT(head, Not(HasSubstr("'none'")));
  EXPECT_THAT(head, HasSubstr("Connection: close\r\n"));
}

TEST(Message, NoValueEndsAHeaderLine) {
  auto response = text(200, "");
  response.with("Location", "/a\r\nSet-Cookie: x=1").with("X-Nul", std::string("a\0b", 3)).with("X-Good", "yes");
  auto const head = head_of(response, "", true);
  EXPECT_THAT(head, Not(HasSubstr("Set-Cookie")));
  EXPECT_THAT(head, Not(HasSubstr("X-Nul")));
  EXPECT_THAT(head, HasSubstr("X-Good: yes\r\n"));
}

TEST(Message, AnswersWithoutABodySayNoLength) {
  Response nothing;
  nothing.status = 204;
  EXPECT_THAT(head_of(nothing, "", true), Not(HasSubstr("Content-Length")));
  Response stream;
  stream.stream = std::make_shared<Channel>();
  EXPECT_THAT(head_of(stream, "", true), Not(HasSubstr("Content-Length")));
}

TEST(Message, RefusalsAreProblems) {
  EXPECT_EQ(json(422, "{}").content_type, "application/problem+json");
  EXPECT_EQ(json(201, "{}").content_type, "application/json");
}

TEST(Message, FindsACookieByItsWholeName) {
  Request request;
  request.headers = {{"cookie", "a=1; session=xyz==; sessions=2; empty="}};
  EXPECT_EQ(cookie(request, "a"), "1");
  EXPECT_EQ(cookie(request, "session"), "xyz==");
  EXPECT_EQ(cookie(request, "sessions"), "2");
  EXPECT_EQ(cookie(request, "empty"), "");
  EXPECT_EQ(cookie(request, "sess"), "");
}

TEST(Channel, HandsOverWhatWasPushedInOrder) {
  Channel channel;
  int woken = 0;
  channel.push("before ");
  channel.on_news([&] { ++woken; });
  channel.push("a");
  channel.push("b");
  EXPECT_EQ(woken, 2);
  EXPECT_EQ(channel.take(), "before ab");
  EXPECT_EQ(channel.take(), "");
  channel.close();
  EXPECT_TRUE(channel.closed());
  EXPECT_EQ(woken, 3);
}

TEST(Channel, AReaderThatFallsTooFarBehindIsLetGo) {
  Channel channel;
  std::string const piece(1000, 'x');
  for (std::size_t i = 0; i < Channel::most_waiting / piece.size(); ++i) channel.push(piece);
  EXPECT_FALSE(channel.closed());
  channel.push(piece);
  EXPECT_TRUE(channel.closed());
  EXPECT_LE(channel.take().size(), Channel::most_waiting);
}

}  // namespace
}  // namespace waymark::http
