#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>

#include "targets.hpp"

namespace waymark::fuzz {
namespace {

std::size_t replay(std::string const& corpus, void (*target)(std::string_view)) {
  std::size_t inputs = 0;
  for (auto const& entry :
       std::filesystem::directory_iterator(std::string{WAYMARK_SOURCE_DIR "/tests/fuzz/corpus/"} + corpus)) {
    std::ifstream file(entry.path(), std::ios::binary);
    std::string const input{std::istreambuf_iterator<char>{file}, {}};
    EXPECT_NO_THROW(target(input)) << entry.path().filename();
    for (std::size_t cut = 0; cut < input.size(); cut += 1 + input.size() / 64) {
      EXPECT_NO_THROW(target(std::string_view{input}.substr(0, cut))) << entry.path().filename() << " cut at " << cut;
    }
    ++inputs;
  }
  return inputs;
}

TEST(Corpus, HoldsForHttpHeads) {
  EXPECT_GE(replay("http_head", http_head), 8U);
}
TEST(Corpus, HoldsForJsonBodies) {
  EXPECT_GE(replay("json_body", json_body), 8U);
}
TEST(Corpus, HoldsForCsv) {
  EXPECT_GE(replay("csv", csv), 8U);
}
TEST(Corpus, HoldsForQueries) {
  EXPECT_GE(replay("query", query), 8U);
}
TEST(Corpus, HoldsForSentences) {
  EXPECT_GE(replay("sentence", sentence), 8U);
}

}  // namespace
}  // namespace waymark::fuzz
