#include "core/json/schema.hpp"

#include <gtest/gtest.h>

namespace waymark::json {
namespace {

using Side = Schemas::Side;

struct Leaf {
  Text<1, 20> name;
  Change<Int<0, 5>> stars;
};
BOOST_DESCRIBE_STRUCT(Leaf, (), (name, stars))

struct Tree {
  std::vector<Tree> children;
  std::optional<Leaf> leaf;
};
BOOST_DESCRIBE_STRUCT(Tree, (), (children, leaf))

template <class T>
struct Box {
  T item;
  BOOST_DESCRIBE_CLASS(Box, (), (item), (), ())
};

TEST(Schema, SaysTheBoundsOfARequest) {
  Schemas schemas;
  EXPECT_EQ(schemas.of<Leaf>(Side::incoming), R"({"$ref":"#/components/schemas/Leaf"})");
  EXPECT_EQ(
      schemas.named().at("Leaf"),
      R"({"type":"object","required":["name"],"properties":{"name":{"type":"string","minLength":1,"maxLength":20},)"
      R"("stars":{"anyOf":[{"type":"integer","minimum":0,"maximum":5},{"type":"null"}]}},"additionalProperties":false})");
}

TEST(Schema, AShapeMayHoldItself) {
  Schemas schemas;
  schemas.of<Tree>(Side::outgoing);
  EXPECT_NE(schemas.named().at("Tree").find(R"("items":{"$ref":"#/components/schemas/Tree"})"), std::string::npos);
  EXPECT_TRUE(schemas.named().contains("Leaf"));
}

TEST(Schema, OfAnAnswerAsksForEveryField) {
  Schemas schemas;
  schemas.of<Tree>(Side::outgoing);
  EXPECT_NE(schemas.named().at("Tree").find(R"("required":["children","leaf"])"), std::string::npos);
}

TEST(Schema, NamesAreJoined) {
  EXPECT_EQ(schema_name("waymark::rest::Page<waymark::okr::Cycle>"), "PageOfCycle");
  Schemas schemas;
  EXPECT_EQ(schemas.of<Box<Leaf>>(Side::outgoing), R"({"$ref":"#/components/schemas/BoxOfLeaf"})");
}

TEST(Schema, AShapeThatGoesBothWaysHasTwoNamesOrIsRefused) {
  Schemas careless;
  careless.of<Leaf>(Side::outgoing);
  EXPECT_THROW(careless.of<Leaf>(Side::incoming), std::logic_error);
  Schemas schemas{{"Leaf"}};
  EXPECT_EQ(schemas.of<Leaf>(Side::incoming), R"({"$ref":"#/components/schemas/LeafInput"})");
  EXPECT_EQ(schemas.of<Leaf>(Side::outgoing), R"({"$ref":"#/components/schemas/Leaf"})");
}

}  // namespace
}  // namespace waymark::json
