#include "notify/heard/table_of_news.hpp"

#include <fmt/format.h>
#include <gmock/gmock.h>

#include <fstream>
#include <sstream>

namespace waymark::notify {
namespace {

std::string text_of(std::string const& path) {
  std::ifstream file{path};
  std::stringstream text;
  text << file.rdbuf();
  return text.str();
}

TEST(TableOfNews, StandsInTheReadmeAsItIs) {
  auto const page = text_of(WAYMARK_SOURCE_DIR "/src/notify/README.md");
  for (auto const& line : table_of_news())
    EXPECT_THAT(page, ::testing::HasSubstr(fmt::format("| `{}` | {} | {} | {} |\n", line.kind, line.told, line.leads_to,
                                                       line.goes_with)));
}

TEST(TableOfNews, SaysWhyNobodyIsTold) {
  for (auto const& line : table_of_news()) {
    auto const nobody = line.told.starts_with("nobody");
    EXPECT_EQ(nobody, line.leads_to == "–") << line.kind;
    EXPECT_EQ(nobody, line.told.starts_with("nobody, because ")) << line.kind;
  }
}

}  // namespace
}  // namespace waymark::notify
