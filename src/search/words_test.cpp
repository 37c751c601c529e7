#include "search/words.hpp"

#include <gmock/gmock.h>

namespace waymark::search {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

TEST(Words, HaveNoCaseAndNoAccents) {  // [SEA-1]
  EXPECT_EQ(plain("GRÖSSE café Łódź"), plain("Grösse CAFE łodz"));
  EXPECT_EQ(plain("Straße"), "strasse");
}

TEST(Words, WithUmlautsAreFoundAsTheyAreTypedWithoutThem) {  // [SEA-1]
  EXPECT_THAT(words_of("Prüfer"), ElementsAre("pruefer", "prufer"));
  EXPECT_THAT(words_of("Pru\u0308fer"), ElementsAre("pruefer", "prufer"));
}

TEST(Words, AreLettersAndDigitsEachOnce) {
  EXPECT_THAT(words_of("First-pass yield: 98 % (yield)"), ElementsAre("98", "first", "pass", "yield"));
  EXPECT_THAT(words_of(" – … "), IsEmpty());
  EXPECT_THAT(words_of("检测 Привет"), ElementsAre("привет", "检测"));
}

TEST(Words, AreNotLongerThanTheyHelp) {
  EXPECT_EQ(words_of(std::string(500, 'x')).front().size(), 40U);
}

TEST(Words, OfAQueryStayInTheirOrder) {
  EXPECT_THAT(words_typed("Yield Ab"), ElementsAre("yield", "ab"));
}

TEST(Words, AreFoundByTheirBeginnings) {  // [SEA-2]
  EXPECT_TRUE(begins_words({"com", "hand"}, "Reduce complaint handling"));
  EXPECT_FALSE(begins_words({"com", "andling"}, "Reduce complaint handling"));
}

TEST(Excerpt, LeavesAShortTextAsItIs) {  // [SEA-8]
  EXPECT_EQ(excerpt("The oven is too cold on Mondays.", {"mond"}), "The oven is too cold on Mondays.");
}

TEST(Excerpt, BeginsShortlyBeforeTheWordsThatWereTyped) {  // [SEA-8]
  auto const text = "Seven run; the brewery moved its slot forward by a week and waits for the ATEX paper now.";
  EXPECT_EQ(excerpt(text, {"atex"}, 30), "… and waits for the ATEX paper …");
  EXPECT_EQ(excerpt(text, {"seven"}, 10), "Seven run; …");
  EXPECT_EQ(excerpt(text, {"paper"}, 40), "… waits for the ATEX paper now.");
  EXPECT_EQ(excerpt(text, {"nothing"}, 9), "Seven …");
}

TEST(Excerpt, CutsNoLetterInTwo) {  // [SEA-8]
  EXPECT_EQ(excerpt("größer als gestern", {"x"}, 3), "grö …");
}

}  // namespace
}  // namespace waymark::search
