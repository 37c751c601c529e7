#include "core/rest/openapi.hpp"

#include <gmock/gmock.h>

#include <boost/json/parse.hpp>
#include <filesystem>

#include "core/rest/docs.hpp"

namespace waymark::rest {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

enum class Colour { red, green };
BOOST_DESCRIBE_ENUM(Colour, red, green)

struct Paint {
  Colour colour;
  std::optional<json::Figure> litres;
};
BOOST_DESCRIBE_STRUCT(Paint, (), (colour, litres))

struct Pot {
  base::Id<struct PotTag> id;
  Paint paint;
  std::vector<Pot> inside;
  std::int64_t version;
};
BOOST_DESCRIBE_STRUCT(Pot, (), (id, paint, inside, version))

struct NewPot {
  json::Text<1, 20> label;
  Paint paint;
  std::optional<base::Day> opened_on;
};
BOOST_DESCRIBE_STRUCT(NewPot, (), (label, paint, opened_on))

struct PotFilter {
  std::optional<Colour> colour;
  json::Int<1, 200> limit;
};
BOOST_DESCRIBE_STRUCT(PotFilter, (), (colour, limit))

namespace other {
struct Paint {
  bool wet;
};
BOOST_DESCRIBE_STRUCT(Paint, (), (wet))
enum class Colour { red, green };
BOOST_DESCRIBE_ENUM(Colour, red, green)
}  // namespace other

std::vector<Route> pots() {
  return {
      get("/api/v1/pots", policy::signed_in, "All pots.", [](Call<Nothing, PotFilter> const&) { return Page<Pot>{}; }),
      post("/api/v1/pots", policy::hr, "A new <pot>.", [](Call<NewPot> const&) { return Created<Pot>{}; }),
      get("/api/v1/pots/{pot}", policy::signed_in, "One pot.", [](Call<> const&) { return Pot{}; }),
      patch("/api/v1/pots/{pot}", policy::signed_in, "Changes a pot.", [](Call<NewPot> const&) { return Pot{}; }),
      put("/api/v1/pots/{pot}/lid", policy::signed_in, "Closes a pot.", [](Call<> const&) {}),
      del("/api/v1/pots/{pot}/owners/{person}", policy::signed_in, "Disowns.", [](Call<> const&) {}),
      get("/api/docs", policy::anyone, "A page.", [](OwnCall<> const&) { return http::Response{}; }),
  };
}

class OpenApi : public ::testing::Test {
 protected:
  boost::json::value at(std::string const& pointer) const { return document_.at_pointer(pointer); }
  std::string text(std::string const& pointer) const { return std::string{at(pointer).as_string()}; }

  boost::json::value document_ = boost::json::parse(openapi(pots(), "1.2.3"));
};

TEST_F(OpenApi, SaysWhatEachRouteIs) {
  EXPECT_EQ(text("/openapi"), "3.1.0");
  EXPECT_EQ(text("/info/version"), "1.2.3");
  EXPECT_EQ(text("/paths/~1api~1v1~1pots~1{pot}/get/operationId"), "getPot");
  EXPECT_EQ(text("/paths/~1api~1v1~1pots/get/operationId"), "getPots");
  EXPECT_EQ(text("/paths/~1api~1v1~1pots/post/operationId"), "addPots");
  EXPECT_EQ(text("/paths/~1api~1v1~1pots~1{pot}~1lid/put/operationId"), "setPotLid");
  EXPECT_EQ(text("/paths/~1api~1v1~1pots~1{pot}~1owners~1{person}/delete/operationId"), "removePotOwners");
  EXPECT_EQ(text("/paths/~1api~1v1~1pots/post/x-waymark-demand"), "HR");
  EXPECT_EQ(text("/paths/~1api~1v1~1pots/post/summary"), "A new <pot>.");
  EXPECT_EQ(at("/paths/~1api~1v1~1pots/get/tags"), (boost::json::array{"pots"}));
  EXPECT_TRUE(at("/paths/~1api~1docs/get/security").as_array().empty());
  EXPECT_EQ(at("/paths/~1api~1v1~1pots/get/security").as_array().size(), 2U);
}

TEST_F(OpenApi, SaysWhatARouteTakes) {
  EXPECT_EQ(at("/paths/~1api~1v1~1pots/get/parameters"), boost::json::parse(R"([
    {"name":"colour","in":"query","required":false,"schema":{"$ref":"#/components/schemas/Colour"}},
    {"name":"limit","in":"query","required":true,"schema":{"type":"integer","minimum":1,"maximum":200}}])"));
  EXPECT_EQ(text("/paths/~1api~1v1~1pots~1{pot}/patch/parameters/0/name"), "pot");
  EXPECT_EQ(text("/paths/~1api~1v1~1pots~1{pot}/patch/parameters/1/name"), "If-Match");
  EXPECT_EQ(text("/paths/~1api~1v1~1pots/post/parameters/0/name"), "Idempotency-Key");
  EXPECT_EQ(text("/paths/~1api~1v1~1pots/post/requestBody/content/application~1json/schema/$ref"),
            "#/components/schemas/NewPot");
  EXPECT_FALSE(at("/components/schemas").as_object().contains("PotFilter"));
}

TEST_F(OpenApi, SaysWhatARouteAnswers) {
  EXPECT_EQ(text("/paths/~1api~1v1~1pots/get/responses/200/content/application~1json/schema/$ref"),
            "#/components/schemas/PageOfPot");
  EXPECT_TRUE(at("/paths/~1api~1v1~1pots/post/responses/201/headers").as_object().contains("Location"));
  EXPECT_FALSE(at("/paths/~1api~1v1~1pots~1{pot}~1lid/put/responses/204").as_object().contains("content"));
  EXPECT_EQ(text("/paths/~1api~1v1~1pots/get/responses/default/$ref"), "#/components/responses/Problem");
}

TEST_F(OpenApi, AShapeThatGoesBothWaysMayLeaveMoreOutOnItsWayIn) {
  EXPECT_EQ(at("/components/schemas/Paint/required"), (boost::json::array{"colour", "litres"}));
  EXPECT_EQ(at("/components/schemas/PaintInput/required"), (boost::json::array{"colour"}));
  EXPECT_EQ(text("/components/schemas/NewPot/properties/paint/$ref"), "#/components/schemas/PaintInput");
  EXPECT_EQ(text("/components/schemas/Pot/properties/paint/$ref"), "#/components/schemas/Paint");
}

TEST_F(OpenApi, RefusesTwoShapesWithOneName) {
  auto routes = pots();
  routes.push_back(get("/api/v1/paint", policy::anyone, "Paint.", [](Call<> const&) { return other::Paint{}; }));
  EXPECT_THROW(openapi(routes, "1"), std::logic_error);
}

TEST_F(OpenApi, TwoShapesThatAreTheSameMayShareTheirName) {
  json::Schemas schemas;
  EXPECT_EQ(schemas.of<Colour>(json::Schemas::Side::outgoing),
            schemas.of<other::Colour>(json::Schemas::Side::outgoing));
}

TEST_F(OpenApi, RefusesTwoRoutesWithOneId) {
  auto routes = pots();
  routes.push_back(get("/api/v1/pot", policy::anyone, "Another.", [](Call<> const&) {}));
  EXPECT_THROW(openapi(routes, "1"), std::logic_error);
}

TEST_F(OpenApi, IsWrittenOverShortLines) {
  auto const document = openapi(pots(), "1");
  EXPECT_THAT(document, HasSubstr("\n    \"/api/v1/pots\": {\n"));
  EXPECT_EQ(document.back(), '\n');
}

TEST(DocsPage, ShowsRoutesWhoMayAndWhatTheyTake) {
  auto const page = docs_page(openapi_document(pots(), "1.2.3"));
  EXPECT_THAT(page, HasSubstr("Version 1.2.3."));
  EXPECT_THAT(page, HasSubstr("<h3 id=\"addPots\"><span class=\"method\">POST</span><code>/api/v1/pots</code></h3>\n"
                              "<p>A new &lt;pot&gt;. <span class=\"quiet\">Who may: HR.</span></p>"));
  EXPECT_THAT(page, HasSubstr("<h4>Body</h4><p><a href=\"#shape-NewPot\">NewPot</a></p>"));
  EXPECT_THAT(page, HasSubstr("<code>label</code> (required)</td><td>text, 1 to 20 letters"));
  EXPECT_THAT(page, HasSubstr("<code>opened_on</code></td><td>day, or null"));
  EXPECT_THAT(page, HasSubstr("<code>red</code> or <code>green</code>"));
  EXPECT_THAT(page, Not(HasSubstr("<script")));
}

TEST(DocsRoutes, DescribeTheRoutesOfTheRouterAndThemselves) {
  struct Nobody : Authenticator {
    std::optional<Caller> caller_of(http::Request const&) override { return std::nullopt; }
  } nobody;
  base::FixedClock const clock{0};
  auto const place = std::filesystem::temp_directory_path() / "waymark_docs_test";
  auto const db = db::Db::open(place.string(), clock, {.readers = 1});
  Router router{*db, nobody};
  router.add(docs_routes(router, "9.9"));
  router.add({pots().front()});

  http::Request request;
  request.path = "/api/openapi.json";
  auto const document = boost::json::parse(router.answer(request).bytes());
  EXPECT_TRUE(document.at("paths").as_object().contains("/api/v1/pots"));
  EXPECT_TRUE(document.at("paths").as_object().contains("/api/openapi.json"));

  request.path = "/api/docs";
  auto const page = router.answer(request);
  EXPECT_EQ(page.content_type, "text/html; charset=utf-8");
  EXPECT_THAT(http::head_of(page, "", true),
              HasSubstr("Content-Security-Policy: default-src 'none'; style-src 'self'"));
  std::filesystem::remove_all(place);
}

}  // namespace
}  // namespace waymark::rest
