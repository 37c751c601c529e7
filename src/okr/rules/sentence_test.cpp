#include "okr/rules/sentence.hpp"

#include <gtest/gtest.h>

#include "okr/rules/cases/read.hpp"

namespace waymark::okr {
namespace {

// [OKR-38]
TEST(Sentence, answers_the_published_cases) {
  cases::run("sentences.json", "sentence", [](auto const& one) {
    std::vector<std::string> key_results;
    for (auto const& text : one.at("key_results").as_array()) key_results.emplace_back(text.as_string());
    auto const language = cases::one_of(one, "language", Language::en);
    EXPECT_EQ(sentence(cases::text(one, "objective"), key_results, language), cases::text(one, "sentence"));
  });
}

TEST(Sentence, survives_missing_text) {
  EXPECT_EQ(sentence("", {}, Language::en), "We will .");
  EXPECT_EQ(sentence(" . ", {}, Language::de), "Wir wollen .");
}

}  // namespace
}  // namespace waymark::okr
