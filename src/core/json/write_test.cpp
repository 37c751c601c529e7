#include "core/json/write.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <cmath>
#include <limits>

#include "core/json/parse.hpp"

namespace waymark::json {
namespace {

struct Inner {
  std::string text;
  std::optional<double> figure;
};
BOOST_DESCRIBE_STRUCT(Inner, (), (text, figure))

struct Outer : Inner {
  std::vector<Inner> items;
  base::Id<struct OuterTag> id;
  bool open;
  std::int64_t count;
};
BOOST_DESCRIBE_STRUCT(Outer, (Inner), (items, id, open, count))

struct Empty {};
BOOST_DESCRIBE_STRUCT(Empty, (), ())

TEST(JsonWrite, WritesEveryMemberInOrder) {
  Outer outer;
  outer.text = "a";
  outer.items = {{"b", 1.5}};
  outer.id = {33};
  outer.open = true;
  outer.count = -7;
  EXPECT_EQ(
      text_of(outer),
      R"({"text":"a","figure":null,"items":[{"text":"b","figure":1.5}],"id":"0000000000011","open":true,"count":-7})");
  EXPECT_EQ(text_of(Empty{}), "{}");
  EXPECT_EQ(text_of(std::vector<Inner>{}), "[]");
}

TEST(JsonWrite, FiguresAreShortAndExact) {
  EXPECT_EQ(text_of(4.0), "4");
  EXPECT_EQ(text_of(0.1), "0.1");
  EXPECT_EQ(text_of(-2.5), "-2.5");
  EXPECT_EQ(text_of(1e14), "100000000000000");
  EXPECT_EQ(text_of(std::numeric_limits<double>::quiet_NaN()), "null");
  EXPECT_EQ(text_of(std::numeric_limits<double>::infinity()), "null");
}

TEST(JsonWrite, EscapesWhatMustBe) {
  EXPECT_EQ(text_of(std::string{"\"\\\n\t\x01ü</script>"}), "\"\\\"\\\\\\n\\t\\u0001ü</script>\"");
}

RC_GTEST_PROP(JsonWriteProperty, ATextIsReadAsItWasWritten, (std::string const& given)) {
  std::string text;
  for (char const c : given) text += static_cast<char>(c & 0x7F);
  RC_ASSERT(std::string{parse(text_of(text)).as_string()} == text);
}

RC_GTEST_PROP(JsonWriteProperty, AFigureIsReadAsItWasWritten, (double figure)) {
  RC_PRE(std::isfinite(figure));
  RC_ASSERT(parse(text_of(figure)).to_number<double>() == figure);
}

}  // namespace
}  // namespace waymark::json
