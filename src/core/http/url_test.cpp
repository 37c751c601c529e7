#include "core/http/url.hpp"

#include <gmock/gmock.h>

#include "core/base/problem.hpp"

namespace waymark::http {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::Pair;

TEST(Url, IsDecodedOnce) {
  EXPECT_EQ(decoded("a%20b%C3%BC", false), "a bü");
  EXPECT_EQ(decoded("%2541", false), "%41");
  EXPECT_EQ(decoded("a+b", false), "a+b");
  EXPECT_EQ(decoded("a+b", true), "a b");
}

TEST(Url, BrokenEscapesAreNothing) {
  for (auto const* text : {"%", "%4", "%zz", "a%", "%FF", "%C3", "%ED%A0%80"})
    EXPECT_EQ(decoded(text, true), std::nullopt) << text;
}

TEST(Url, AQueryHasFieldsInOrder) {
  EXPECT_THAT(query_fields("team=1&text=a%26b&flag&&text="),
              ElementsAre(Pair("team", "1"), Pair("text", "a&b"), Pair("flag", ""), Pair("text", "")));
  EXPECT_THAT(query_fields(""), IsEmpty());
  EXPECT_THROW(query_fields("a=%"), base::Problem);
}

TEST(Url, AQueryHasAtMostAHundredFields) {
  std::string query = "a=1";
  for (int i = 1; i < 100; ++i) query += "&a=1";
  EXPECT_EQ(query_fields(query).size(), 100U);
  EXPECT_THROW(query_fields(query + "&a=1"), base::Problem);
}

}  // namespace
}  // namespace waymark::http
