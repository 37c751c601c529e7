#include "core/http/packing.hpp"

#include <gmock/gmock.h>
#include <zlib.h>

namespace waymark::http {
namespace {

using ::testing::Contains;
using ::testing::Not;
using ::testing::Pair;

Request read_by(std::string accepted, Method method = Method::get) {
  Request request;
  request.method = method;
  request.headers = {{"accept-encoding", std::move(accepted)}};
  return request;
}

std::string const long_text = [] {
  std::string text = "[";
  for (int i = 0; i < 500; i++) text += "{\"id\":" + std::to_string(i) + ",\"title\":\"Key result\"},";
  return text + "{}]";
}();

std::string unpacked(std::string_view gzip) {
  z_stream stream{};
  inflateInit2(&stream, 15 + 16);
  std::string text(long_text.size() + 1, '\0');
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(gzip.data()));
  stream.avail_in = static_cast<uInt>(gzip.size());
  stream.next_out = reinterpret_cast<Bytef*>(text.data());
  stream.avail_out = static_cast<uInt>(text.size());
  EXPECT_EQ(inflate(&stream, Z_FINISH), Z_STREAM_END);
  text.resize(stream.total_out);
  inflateEnd(&stream);
  return text;
}

TEST(Packing, ALongAnswerIsASmallFractionAndTheSameText) {
  auto const answer = packed(json(200, long_text).with("ETag", "\"7-ab\""), read_by("br, gzip"));
  EXPECT_THAT(answer.headers, Contains(Pair("Content-Encoding", "gzip")));
  EXPECT_THAT(answer.headers, Contains(Pair("Vary", "Accept-Encoding")));
  EXPECT_THAT(answer.headers, Contains(Pair("ETag", "\"7-ab\"")));
  EXPECT_LT(answer.bytes().size() * 5, long_text.size());
  EXPECT_EQ(unpacked(answer.bytes()), long_text);
}

TEST(Packing, BytesThatManyAnswersShareStayAsTheyAre) {
  auto shared = json(200, "");
  shared.file = std::make_shared<std::string const>(long_text);
  EXPECT_EQ(unpacked(packed(shared, read_by("gzip")).bytes()), long_text);
  EXPECT_EQ(*shared.file, long_text);
}

TEST(Packing, WhoTakesNoGzipGetsPlainTextAndCachesKnowIt) {
  for (auto const* accepted : {"", "br", "gzip;q=0", "identity", "xgzip"}) {
    auto const answer = packed(json(200, long_text), read_by(accepted));
    EXPECT_EQ(answer.bytes(), long_text) << accepted;
    EXPECT_THAT(answer.headers, Contains(Pair("Vary", "Accept-Encoding")));
  }
  EXPECT_NE(packed(json(200, long_text), read_by("gzip;q=0.5")).bytes(), long_text);
}

TEST(Packing, ShortAnswersRefusalsPicturesAndWritesStayAsTheyAre) {
  auto picture = json(200, long_text);
  picture.content_type = "image/png";
  EXPECT_EQ(packed(picture, read_by("gzip")).bytes(), long_text);
  EXPECT_EQ(packed(json(200, "{}"), read_by("gzip")).bytes(), "{}");
  EXPECT_EQ(packed(json(404, long_text), read_by("gzip")).bytes(), long_text);
  EXPECT_EQ(packed(json(200, long_text), read_by("gzip", Method::post)).bytes(), long_text);
  EXPECT_THAT(packed(json(200, "{}"), read_by("gzip")).headers, Not(Contains(Pair("Vary", "Accept-Encoding"))));
}

}  // namespace
}  // namespace waymark::http
