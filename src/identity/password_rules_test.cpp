#include "identity/password_rules.hpp"

#include <gmock/gmock.h>

#include "core/json/read.hpp"
#include "identity/identity_shapes.hpp"

namespace waymark::identity {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

std::vector<std::string> const context = words_of("Ana Ruiz-Martín ana.ruiz@lumen-works.example Lumen Works waymark");

TEST(Words, are_long_enough_to_be_recognised) {  // [IDN-2]
  EXPECT_THAT(words_of("Ana Ruiz ana.ruiz@Lumen.example"), ElementsAre("ruiz", "ruiz", "lumen", "example"));
}

TEST(Password, of_any_kind_of_character_is_fine) {  // [IDN-1]
  for (auto const* good : {"correct horse battery staple", "🐢🐢🐙🐙🦑🦑🦀🦀🐬🐬🐳🐳",
                           "tulip-harbour-49", "839201748365", "  leading and trailing  ", "xkcdqwfpgjluyarstdhneio"}) {
    EXPECT_EQ(weakness_of(good, context), "") << good;
  }
}

TEST(Password, has_12_to_256_characters) {  // [IDN-1]
  EXPECT_THAT(weakness_of("kR7!vQ2#xL9", context), HasSubstr("at least 12"));
  EXPECT_EQ(weakness_of("kR7!vQ2#xL9z", context), "");
  std::string long_one;
  for (int i = 0; i < 64; ++i) long_one += "aB3$";
  EXPECT_EQ(weakness_of(long_one, context), "");
  EXPECT_THAT(weakness_of(long_one + "x", context), HasSubstr("at most 256"));
}

TEST(Password, is_read_as_it_came) {  // [IDN-1]
  EXPECT_EQ(json::read<ChosenPassword>(R"({"password":"  spaced out  "})").password, "  spaced out  ");
  EXPECT_THROW(json::read<ChosenPassword>(R"({"password":"short"})"), base::Problem);
}

TEST(Password, of_a_common_word_is_refused) {  // [IDN-2]
  for (auto const* weak : {"password1234",  "Password2026!", "passwordpassword", "P@ssword12345",    "qwertyuiop123",
                           "letmein123456", "1q2w3e4r5t6y",  "welcome12345",     "Sommer2026!!!",    "iloveyou12345",
                           "admin1234567",  "changeme1234",  "dragon123456",     "trustno1trustno1", "monkey!monkey!",
                           "football2026",  "Passwort1234",  "geheim123456",     "superman1234",     "princess1234"}) {
    EXPECT_NE(weakness_of(weak, context), "") << weak;
  }
}

TEST(Password, of_every_common_word_with_digits_is_refused) {  // [IDN-2]
  for (auto const word : common_words()) EXPECT_NE(weakness_of(std::string{word} + "123456789012", {}), "") << word;
  EXPECT_GE(common_words().size(), 250U);
}

TEST(Password, along_a_row_or_of_few_characters_is_refused) {  // [IDN-2]
  for (auto const* weak : {"123456789012", "098765432109", "abcdefghijkl", "qwertyuiopas", "mnbvcxzlkjhg",
                           "aaaaaaaaaaaa", "121212121212", "abababababab"}) {
    EXPECT_NE(weakness_of(weak, context), "") << weak;
  }
}

TEST(Password, of_names_around_the_person_is_refused) {  // [IDN-2]
  for (auto const* weak : {"waymark-2026!", "Lumen12345678", "ruiz!ruiz!ruiz", "Martín2026!!!", "works12345678",
                           "Lumen Works 2026", "waymarkWorks!"}) {
    EXPECT_THAT(weakness_of(weak, context), HasSubstr("name")) << weak;
  }
  EXPECT_EQ(weakness_of("lumen tulip harbour", context), "");
}

}  // namespace
}  // namespace waymark::identity
