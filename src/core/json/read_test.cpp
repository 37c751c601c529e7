#include "core/json/read.hpp"

#include <gmock/gmock.h>

#include "core/json/write.hpp"

namespace waymark::json {
namespace {

using base::Code;
using base::Problem;
using ::testing::ElementsAre;
using ::testing::HasSubstr;

enum class Colour { red, green };
BOOST_DESCRIBE_ENUM(Colour, red, green)

struct Part {
  Text<1, 5> name;
  std::optional<Int<0, 10>> count;
};
BOOST_DESCRIBE_STRUCT(Part, (), (name, count))

struct Thing : Part {
  Figure weight;
  bool open;
  Colour colour;
  base::Day day;
  base::Id<struct ThingTag> id;
  std::vector<Part> parts;
  Change<Figure> limit;
};
BOOST_DESCRIBE_STRUCT(Thing, (Part), (weight, open, colour, day, id, parts, limit))

// A body that is right, with one field written otherwise.
std::string body_with(std::string const& name, std::string const& text) {
  std::vector<std::pair<std::string, std::string>> fields{
      {"name", "\"bolt\""},          {"weight", "2.5"},         {"open", "true"},
      {"colour", "\"green\""},       {"day", "\"2026-03-31\""}, {"id", "\"0000000000011\""},
      {"parts", R"([{"name":"a"}])"}};
  std::string body;
  bool found = false;
  for (auto& [field, value] : fields) {
    if (field == name) found = true;
    auto const& used = field == name ? text : value;
    if (!used.empty()) body += (body.empty() ? "" : ",") + fmt::format("\"{}\":{}", field, used);
  }
  if (!found && !name.empty()) body += fmt::format(",\"{}\":{}", name, text);
  return "{" + body + "}";
}

std::vector<std::string> wrong_paths(std::string const& body) {
  try {
    read<Thing>(body);
  } catch (Problem const& problem) {
    EXPECT_EQ(problem.code, Code::invalid) << problem.detail;
    std::vector<std::string> paths;
    for (auto const& field : problem.fields) paths.push_back(field.path);
    return paths;
  }
  return {};
}

TEST(JsonRead, FillsEveryKindOfField) {
  auto const thing = read<Thing>(body_with("name", "\"  bolt \""));
  EXPECT_EQ(thing.name, "bolt");
  EXPECT_EQ(thing.count, std::nullopt);
  EXPECT_EQ(thing.weight, 2.5);
  EXPECT_TRUE(thing.open);
  EXPECT_EQ(thing.colour, Colour::green);
  EXPECT_EQ(thing.day.to_string(), "2026-03-31");
  EXPECT_EQ(thing.id.value, 33);
  ASSERT_EQ(thing.parts.size(), 1U);
  EXPECT_EQ(thing.parts[0].name, "a");
  EXPECT_FALSE(thing.limit.given);
}

TEST(JsonRead, TellsLeftOutFromCleared) {
  auto const cleared = read<Thing>(body_with("limit", "null")).limit;
  EXPECT_TRUE(cleared.given);
  EXPECT_EQ(cleared.value, std::nullopt);
  auto const set = read<Thing>(body_with("limit", "4")).limit;
  EXPECT_EQ(set.value, Figure{4});
}

// [CORE-2]
TEST(JsonRead, NamesTheFieldThatIsWrong) {
  struct Case {
    char const* field;
    char const* text;
  };
  for (auto const& [field, text] : {Case{"name", "\"\""},
                                    Case{"name", "\"   \""},
                                    Case{"name", "\"toolong\""},
                                    Case{"name", "7"},
                                    Case{"name", "null"},
                                    Case{"name", R"("a\u0000")"},
                                    Case{"count", "11"},
                                    Case{"count", "-1"},
                                    Case{"count", "1.5"},
                                    Case{"count", "\"1\""},
                                    Case{"count", "9223372036854775808"},
                                    Case{"weight", "1e16"},
                                    Case{"weight", "\"1\""},
                                    Case{"weight", "null"},
                                    Case{"open", "1"},
                                    Case{"open", "\"true\""},
                                    Case{"colour", "\"blue\""},
                                    Case{"colour", "1"},
                                    Case{"day", "\"2026-02-30\""},
                                    Case{"day", "\"31.03.2026\""},
                                    Case{"day", "20260331"},
                                    Case{"id", "\"33\""},
                                    Case{"id", "33"},
                                    Case{"parts", "{}"},
                                    Case{"parts", "null"},
                                    Case{"nonsense", "1"}}) {
    EXPECT_THAT(wrong_paths(body_with(field, text)), ElementsAre(field)) << field << " = " << text;
  }
}

// [CORE-2]
TEST(JsonRead, NamesPlacesInsideLists) {
  EXPECT_THAT(wrong_paths(body_with("parts", R"([{"name":"a"},{"name":"","count":99},7,{}])")),
              ElementsAre("parts[1].name", "parts[1].count", "parts[2]", "parts[3].name"));
}

// [CORE-2]
TEST(JsonRead, SaysAllThatIsMissingAtOnce) {
  EXPECT_THAT(wrong_paths("{}"), ElementsAre("name", "weight", "open", "colour", "day", "id"));
  EXPECT_THAT(wrong_paths("[]"), ElementsAre(""));
}

TEST(JsonRead, LettersAreCountedNotBytes) {
  EXPECT_EQ(read<Thing>(body_with("name", "\"Grüße\"")).name, "Grüße");
}

TEST(JsonRead, ALongListIsRefused) {
  std::string parts = "[";
  for (int i = 0; i < 1001; ++i) parts += i == 0 ? R"({"name":"a"})" : R"(,{"name":"a"})";
  EXPECT_THAT(wrong_paths(body_with("parts", parts + "]")), ElementsAre("parts"));
}

TEST(JsonRead, MinusZeroIsZero) {
  EXPECT_FALSE(std::signbit(read<Thing>(body_with("weight", "-0.0")).weight.value));
}

std::string refusal_of(std::string const& body) {
  try {
    parse(body);
  } catch (Problem const& problem) {
    EXPECT_EQ(problem.code, Code::malformed);
    return problem.detail;
  }
  return "read";
}

// [CORE-1]
TEST(JsonParse, RefusesWhatIsNoStrictJson) {
  for (std::string const body : {"",     " ",          "{",       "{} {}",    "{}x",    "{'a':1}",     "{a:1}",
                                 "[1,]", "{\"a\":1,}", "NaN",     "Infinity", "-",      "01",          "1.",
                                 ".5",   "+1",         "// x\n1", "\"\\x\"",  "\"\n\"", "\"\\ud800\"", "\xef\xbb\xbf{}",
                                 "nul"}) {
    EXPECT_THAT(refusal_of(body), HasSubstr("not valid JSON")) << body;
  }
}

// [CORE-1]
TEST(JsonParse, RefusesBrokenUtf8) {
  for (auto const* body : {"\"\x80\"", "\"\xc0\xaf\"", "\"\xed\xa0\x80\"", "{\"\xff\":1}"}) {
    EXPECT_NE(refusal_of(body), "read") << ::testing::PrintToString(body);
  }
}

// [CORE-1]
TEST(JsonParse, RefusesWhatOtherParsersReadInTwoWays) {
  EXPECT_THAT(refusal_of(R"({"a":1,"b":{"a":1,"a":2}})"), HasSubstr("\"a\" twice"));
  EXPECT_THAT(refusal_of(R"({"a":1,"\u0061":2})"), HasSubstr("\"a\" twice"));
  EXPECT_THAT(refusal_of("[1e999]"), HasSubstr("too large"));
  EXPECT_THAT(refusal_of("[-1e999]"), HasSubstr("too large"));
  EXPECT_EQ(refusal_of(R"([{"a":1},{"a":2}])"), "read");
}

// [CORE-1]
TEST(JsonParse, RefusesWhatIsNestedTooDeep) {
  auto const nested = [](int depth) { return std::string(depth, '[') + std::string(depth, ']'); };
  EXPECT_EQ(refusal_of(nested(30)), "read");
  EXPECT_NE(refusal_of(nested(100)), "read");
  EXPECT_NE(refusal_of(std::string(1'000'000, '[')), "read");
}

}  // namespace
}  // namespace waymark::json
