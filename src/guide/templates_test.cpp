#include "guide/templates.hpp"

#include <gmock/gmock.h>

namespace waymark::guide {
namespace {

using ::testing::ElementsAre;
using ::testing::Field;
using ::testing::IsEmpty;
using ::testing::Not;

std::vector<std::string> titles(std::vector<Template> const& templates) {
  std::vector<std::string> all;
  for (auto const& one : templates) {
    for (auto const& key_result : one.key_results) all.push_back(key_result.title);
  }
  return all;
}

// [GUI-1]
TEST(Templates, AreWholeInBothLanguages) {
  for (auto const language : {Language::en, Language::de}) {
    auto const all = found({}, "", language);
    EXPECT_GE(all.size(), 18U);
    for (auto const& one : all) {
      EXPECT_FALSE(one.title.empty() || one.why.empty()) << one.id;
      EXPECT_TRUE(one.key_results.size() >= 2 && one.key_results.size() <= 4) << one.id;
      for (auto const& key_result : one.key_results) {
        EXPECT_TRUE(key_result.target || key_result.change_percent) << key_result.title;
        EXPECT_FALSE(key_result.title.empty()) << one.id;
      }
    }
  }
}

// [GUI-2]
TEST(Templates, AreFoundByAllWordsWhateverTheirCase) {
  EXPECT_THAT(found({}, "CSAT quarter", Language::en), ElementsAre(Field(&Template::id, "support-satisfaction")));
  EXPECT_THAT(found(Function::hr, "csat", Language::en), IsEmpty());
  EXPECT_THAT(found({}, "monatsabschlusses", Language::de), ElementsAre(Field(&Template::id, "finance-close")));
  EXPECT_THAT(found(Function::finance, "", Language::de), Not(IsEmpty()));
}

// [GUI-3]
TEST(Templates, ComeByFunction) {
  auto const all = found({}, "", Language::en);
  EXPECT_TRUE(std::ranges::is_sorted(all, {}, &Template::function));
}

// [GUI-4]
TEST(Templates, HoldTheWellKnownExamples) {
  auto const team = found({}, "improve team productivity", Language::en);
  ASSERT_EQ(team.size(), 1U);
  EXPECT_THAT(titles(team), ElementsAre("Reduce project delivery time by 15%", "Achieve 90% on-time task completion",
                                        "Increase the team satisfaction score to 4.5/5"));
  EXPECT_EQ(team[0].key_results[0].change_percent, -15);
  for (auto const* words :
       {"75% to 90%", "48 hours to 24 hours", "to 95%", "60% to 85%", "60 to 75", "12 hours to 4 hours", "by year end",
        "month end close time by 20% in q2", "80% to 90% this quarter"}) {
    EXPECT_THAT(found({}, words, Language::en), Not(IsEmpty())) << words;
  }
  for (auto const& one : found({}, "", Language::en))
    EXPECT_EQ(one.title.find_first_of("0123456789%"), std::string::npos) << one.title;
}

}  // namespace
}  // namespace waymark::guide
