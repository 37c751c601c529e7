#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <boost/json/parse.hpp>
#include <cstdio>
#include <filesystem>
#include <fstream>

#include "api/pattern.hpp"
#include "api/scenario.hpp"

namespace waymark::testing {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

std::vector<std::string> differences(char const* pattern, char const* answer, Memory memory = {}) {
  return Pattern::of(pattern).differences(boost::json::parse(answer), memory);
}

TEST(Pattern, SeesEveryDifference) {
  EXPECT_THAT(differences(R"({"a": 1, "b": "x"})", R"({"a": 1, "b": "x"})"), IsEmpty());
  EXPECT_THAT(differences(R"({"a": 1})", R"({"a": 2})"), ElementsAre("a: expected 1, got 2"));
  EXPECT_THAT(differences(R"({"a": 1})", R"({"a": 1, "b": 2})"), ElementsAre("b: is not expected: 2"));
  EXPECT_THAT(differences(R"({"a": 1, "b": 2})", R"({"a": 1})"), ElementsAre("b: is missing"));
  EXPECT_THAT(differences(R"([1, 2])", "[1]"), ElementsAre("the answer: expected 2 items, got 1"));
  EXPECT_THAT(differences(R"({"a": {"b": [true]}})", R"({"a": {"b": [false]}})"),
              ElementsAre("a.b[0]: expected true, got false"));
}

TEST(Pattern, AllowsMoreWhereItSaysSo) {
  EXPECT_THAT(differences(R"({"a": 1, ...})", R"({"a": 1, "b": 2})"), IsEmpty());
  EXPECT_THAT(differences("[1, ...]", "[1, 2, 3]"), IsEmpty());
  EXPECT_THAT(differences("[1, 2, ...]", "[1]"), ElementsAre("the answer: expected at least 2 items, got 1"));
}

TEST(Pattern, IgnoresWhatDiffersEveryTime) {
  EXPECT_THAT(differences(R"({"at": [time], "id": [id], "x": [any]})",
                          R"({"at": 1763380800000, "id": "01d3vccxh8000", "x": null})"),
              IsEmpty());
  EXPECT_THAT(differences("[time]", "12"), ElementsAre("the answer: expected a time, got 12"));
  EXPECT_THAT(differences("[id]", R"("ana")"), ElementsAre("the answer: expected an id, got \"ana\""));
}

TEST(Pattern, RemembersAndCompares) {
  Memory memory;
  EXPECT_THAT(Pattern::of(R"({"id": <goal>})").differences(boost::json::parse(R"({"id": "g1"})"), memory), IsEmpty());
  EXPECT_EQ(filled("/objectives/<goal>/<other>", memory), "/objectives/g1/<other>");
  EXPECT_THAT(Pattern::of(R"({"id": <goal>})").differences(boost::json::parse(R"({"id": "g2"})"), memory),
              ElementsAre(HasSubstr("<goal> (g1)")));
  EXPECT_THAT(Pattern::of(R"("/objectives/<goal>")").differences(boost::json::parse(R"("/objectives/g1")"), memory),
              IsEmpty());
}

TEST(Pattern, RemembersWhatStandsWithinALine) {
  Memory memory;
  EXPECT_TRUE(fits("waymark=<secret>; Path=/", "waymark=abc; Path=/", memory));
  EXPECT_EQ(memory["secret"], "abc");
  EXPECT_FALSE(fits("waymark=<secret>; Path=/", "waymark=abd; Path=/", memory));
  EXPECT_FALSE(fits("waymark=<secret>", "waymark=abc; Secure", memory));
  EXPECT_FALSE(fits("max-age=<age>", "no-store", memory));
  EXPECT_TRUE(fits("<all>", "a; b", memory));
  EXPECT_EQ(memory["all"], "a; b");
  EXPECT_THAT(Pattern::of(R"({"link": "/set?token=<token>"})")
                  .differences(boost::json::parse(R"({"link": "/set?token=t1"})"), memory),
              IsEmpty());
  EXPECT_EQ(memory["token"], "t1");
}

TEST(Pattern, RefusesWhatItCannotRead) {
  EXPECT_THROW(Pattern::of(R"({"a" 1})"), std::runtime_error);
  EXPECT_THROW(Pattern::of(R"({"a": 1} 2)"), std::runtime_error);
  EXPECT_THROW(Pattern::of(R"({"a": nothing})"), std::runtime_error);
}

TEST(Pattern, AcceptsAnAnswerAndKeepsWhatStillFits) {
  Memory memory{{"ana", "01d3vccxh8000"}};
  auto const before = Pattern::of(R"({"id": <goal>, "title": "old", "at": [time], ...})");
  auto const now = boost::json::parse(R"({"id": "01d3vccxh8001", "title": "new", "at": 1763380800000, "more": 1})");
  EXPECT_EQ(Pattern::accepted(&before, now, memory), R"({"id": <goal>, "title": "new", "at": [time], ...})");
  EXPECT_EQ(Pattern::accepted(nullptr, boost::json::parse(R"(["01d3vccxh8000", "01d3vccxh8009", 1763380800000, 0.5])"),
                              memory),
            "[<ana>, [id], [time], 0.5]");
}

TEST(Scenario, IsReadAndWrittenBack) {
  auto const file = (std::filesystem::temp_directory_path() / "waymark-scenario.api").string();
  std::ofstream(file) << "# name: x\n\nas ana\nat 2025-11-18\nPOST /a {\"b\":\n  1}\nIf-Match: <tag>\n201 {\"c\": 2,\n "
                         " \"d\": 3}\nETag: <tag>\n\nGET /e\n";
  auto scenario = read_scenario(file);
  ASSERT_EQ(scenario.steps.size(), 4U);
  EXPECT_EQ(scenario.steps[0].word, "ana");
  EXPECT_EQ(scenario.steps[1].word, "2025-11-18");
  EXPECT_EQ(scenario.steps[2].request.body, "{\"b\":\n  1}");
  EXPECT_EQ(scenario.steps[2].request.headers.at(0).second, "<tag>");
  EXPECT_EQ(scenario.steps[2].expected.status, 201);
  EXPECT_EQ(scenario.steps[2].expected.body, "{\"c\": 2,\n  \"d\": 3}");
  EXPECT_EQ(scenario.steps[2].expected.headers.at(0).first, "ETag");
  EXPECT_EQ(scenario.steps[3].expected.status, 0);
  scenario.steps[2].expected.body = "{}";
  scenario.steps[3].expected.status = 204;
  EXPECT_EQ(written(scenario),
            "# name: x\n\nas ana\nat 2025-11-18\nPOST /a {\"b\":\n  1}\nIf-Match: <tag>\n201 {}\nETag: <tag>\n\nGET "
            "/e\n204\n");
  std::remove(file.c_str());
}

TEST(Scenario, RepeatsAndDoesWhatIsDue) {
  auto const file = (std::filesystem::temp_directory_path() / "waymark-repeats.api").string();
  std::ofstream(file) << "12 times\nat +10 seconds\nGET /a\n200 {}\nend\njobs\n";
  auto const scenario = read_scenario(file);
  ASSERT_EQ(scenario.steps.size(), 5U);
  EXPECT_EQ(scenario.steps[0].kind, Step::Kind::times);
  EXPECT_EQ(scenario.steps[0].word, "12");
  EXPECT_EQ(scenario.steps[3].kind, Step::Kind::end);
  EXPECT_EQ(scenario.steps[4].kind, Step::Kind::jobs);
  EXPECT_EQ(written(scenario), "12 times\nat +10 seconds\nGET /a\n200 {}\nend\njobs\n");
  std::remove(file.c_str());
}

}  // namespace
}  // namespace waymark::testing
