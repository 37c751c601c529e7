#include "core/base/text.hpp"

#include <gmock/gmock.h>
#include <rapidcheck/gtest.h>

#include "core/base/signs.hpp"

namespace waymark::base {
namespace {

using ::testing::ElementsAre;

TEST(Text, KnowsUtf8) {
  for (auto const* text :
       {"", "plain", "Grüße", "€", "\xf0\x9f\x8e\xaf", "\xef\xbf\xbd", "\xed\x9f\xbf", "\xf4\x8f\xbf\xbf"}) {
    EXPECT_TRUE(is_utf8(text)) << text;
  }
  for (auto const* text : {"\x80", "\xc3", "\xc0\xaf", "\xc1\xbf", "\xe0\x80\x80", "\xe2\x82", "\xed\xa0\x80",
                           "\xf0\x80\x80\x80", "\xf4\x90\x80\x80", "\xf5\x80\x80\x80", "\xff", "a\xfe"}) {
    EXPECT_FALSE(is_utf8(text)) << ::testing::PrintToString(text);
  }
}

TEST(Text, CountsLettersNotBytes) {
  EXPECT_EQ(letters(""), 0U);
  EXPECT_EQ(letters("Grüße"), 5U);
  EXPECT_EQ(letters("🎯€"), 2U);
}

TEST(Text, IsCutBetweenLetters) {
  EXPECT_EQ(shortened("Grüße", 3), "Grü");
  EXPECT_EQ(shortened("Grüße", 5), "Grüße");
  EXPECT_EQ(shortened("Grüße", 50), "Grüße");
  EXPECT_EQ(shortened("🎯🎯", 1), "🎯");
}

TEST(Text, LosesWhiteSpaceAtItsEnds) {
  EXPECT_EQ(trimmed(" \t\r\n a b \n"), "a b");
  EXPECT_EQ(trimmed(" \n "), "");
}

TEST(Text, FoldsWhatIsTheSameToAReader) {
  EXPECT_EQ(folded("STRASSE"), folded("Straße"));
  EXPECT_EQ(folded("ÄRGER"), folded("ärger"));
  EXPECT_NE(folded("resume"), folded("resumes"));
}

TEST(Text, FindsControlCharactersButNoLineEnds) {
  EXPECT_FALSE(has_control("one\n\ttwo ü"));
  EXPECT_TRUE(has_control("bell\a"));
  EXPECT_TRUE(has_control(std::string_view{"nul\0", 4}));
  EXPECT_TRUE(has_control("\x7f"));
}

TEST(Text, that_turns_its_direction_is_seen) {
  EXPECT_TRUE(turns_direction("Ana \u202Ezuir"));
  EXPECT_TRUE(turns_direction("\u202A"));
  EXPECT_FALSE(turns_direction("Ana \u2029 \u2026 Ruiz \u05D0\u200F"));
}

TEST(Text, of_nothing_that_can_be_seen_is_invisible) {
  EXPECT_TRUE(is_invisible("\u200B\u2060 \u3164\u00AD\u2800"));
  EXPECT_FALSE(is_invisible("\u200BA"));
  EXPECT_FALSE(is_invisible("\u05D0"));
}

TEST(Text, SplitsAtEverySeparator) {
  EXPECT_THAT(split("a,b,,c", ','), ElementsAre("a", "b", "", "c"));
  EXPECT_THAT(split("", ','), ElementsAre(""));
  EXPECT_THAT(split(",", ','), ElementsAre("", ""));
}

RC_GTEST_PROP(TextProperty, WhatIsCutIsStillUtf8, ()) {
  auto const text = *rc::gen::container<std::u32string>(rc::gen::inRange<char32_t>(1, 0xD7FF));
  std::string utf8;
  for (auto const c : text) {
    if (c < 0x80) {
      utf8 += static_cast<char>(c);
    } else if (c < 0x800) {
      utf8 += {static_cast<char>(0xC0 | c >> 6), static_cast<char>(0x80 | (c & 63))};
    } else {
      utf8 += {static_cast<char>(0xE0 | c >> 12), static_cast<char>(0x80 | (c >> 6 & 63)),
               static_cast<char>(0x80 | (c & 63))};
    }
  }
  auto const most = *rc::gen::inRange<std::size_t>(0, 40);
  auto const kept = shortened(utf8, most);
  RC_ASSERT(is_utf8(utf8));
  RC_ASSERT(is_utf8(kept));
  RC_ASSERT(letters(kept) == std::min(most, text.size()));
}

}  // namespace
}  // namespace waymark::base
