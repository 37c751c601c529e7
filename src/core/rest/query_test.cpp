#include "core/rest/query.hpp"

#include <gmock/gmock.h>

namespace waymark::rest {
namespace {

enum class Colour { red, green };
BOOST_DESCRIBE_ENUM(Colour, red, green)

struct Filter {
  std::optional<json::Text<1, 10>> text;
  std::optional<bool> open;
  std::optional<json::Int<1, 200>> limit;
  std::optional<Colour> colour;
  std::optional<base::Id<struct FilterTag>> team;
};
BOOST_DESCRIBE_STRUCT(Filter, (), (text, open, limit, colour, team))

std::string wrong_field(std::string const& query) {
  try {
    query_of<Filter>(query);
  } catch (base::Problem const& problem) {
    return problem.fields.empty() ? problem.slug : problem.fields.front().path;
  }
  return "nothing";
}

TEST(Query, IsReadIntoItsFields) {
  auto const filter = query_of<Filter>("text=1&open=true&limit=20&colour=green&team=0000000000011");
  EXPECT_EQ(filter.text, "1");
  EXPECT_EQ(filter.open, true);
  EXPECT_EQ(filter.limit.value().value, 20);
  EXPECT_EQ(filter.colour, Colour::green);
  EXPECT_EQ(filter.team.value().value, 33);
}

TEST(Query, FieldsMayBeLeftOut) {
  auto const filter = query_of<Filter>("");
  EXPECT_FALSE(filter.text || filter.open || filter.limit || filter.colour || filter.team);
}

TEST(Query, AFlagIsTrueByItsName) {
  EXPECT_EQ(query_of<Filter>("open").open, true);
  EXPECT_EQ(query_of<Filter>("open=1").open, true);
  EXPECT_EQ(query_of<Filter>("open=0").open, false);
  EXPECT_EQ(query_of<Filter>("open=false").open, false);
}

TEST(Query, NamesTheFieldThatIsWrong) {
  EXPECT_EQ(wrong_field("limit=0"), "limit");
  EXPECT_EQ(wrong_field("limit=201"), "limit");
  EXPECT_EQ(wrong_field("limit=1e2"), "limit");
  EXPECT_EQ(wrong_field("limit=99999999999999999999"), "limit");
  EXPECT_EQ(wrong_field("open=maybe"), "open");
  EXPECT_EQ(wrong_field("colour=blue"), "colour");
  EXPECT_EQ(wrong_field("team=7"), "team");
  EXPECT_EQ(wrong_field("text=elevenchars"), "text");
  EXPECT_EQ(wrong_field("unknown=1"), "unknown");
  EXPECT_EQ(wrong_field("open=1&open=0"), "open");
  EXPECT_EQ(wrong_field("text=%"), "malformed_query");
}

}  // namespace
}  // namespace waymark::rest
