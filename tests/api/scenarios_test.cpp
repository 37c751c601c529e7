#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>

#include "api/play.hpp"

namespace waymark::testing {
namespace {

namespace fs = std::filesystem;

class ScenarioTest : public ::testing::Test {
 public:
  ScenarioTest(std::string file, db::Dialect dialect) : file_(std::move(file)), dialect_(dialect) {}

  void TestBody() override {
    auto scenario = read_scenario(file_);
    ASSERT_FALSE(scenario.steps.empty()) << file_ << " has no steps";
    auto const accept = std::getenv("WAYMARK_ACCEPT") != nullptr;
    auto const failures = play(scenario, dialect_, accept);
    for (auto const& failure : failures) ADD_FAILURE() << failure;
    if (accept) std::ofstream(file_) << written(scenario);
  }

 private:
  std::string file_;
  db::Dialect dialect_;
};

std::vector<std::string> scenario_files() {
  std::vector<std::string> files;
  for (auto const* folder : {"src", "tests/bugs"}) {
    auto const root = fs::path{WAYMARK_SOURCE_DIR} / folder;
    if (!fs::exists(root)) continue;
    for (auto const& entry : fs::recursive_directory_iterator(root)) {
      if (entry.path().extension() == ".api") files.push_back(entry.path().string());
    }
  }
  std::sort(files.begin(), files.end());
  return files;
}

std::string test_name(std::string const& file) {
  auto name = fs::path{file}.lexically_relative(WAYMARK_SOURCE_DIR).replace_extension().generic_string();
  std::replace_if(
      name.begin(), name.end(), [](unsigned char c) { return !std::isalnum(c); }, '_');
  return name;
}

bool wanted(std::string const& file) {
  auto const* slice = std::getenv("WAYMARK_ACCEPT_SLICE");
  return !slice || !*slice || file.find("/src/" + std::string{slice} + "/") != std::string::npos;
}

// Answers are accepted on one database and checked on both.
void register_scenarios() {
  auto const accept = std::getenv("WAYMARK_ACCEPT") != nullptr;
  for (auto const& file : scenario_files()) {
    for (auto const dialect : {db::Dialect::sqlite, db::Dialect::postgresql}) {
      if (!wanted(file) || (accept && dialect == db::Dialect::postgresql)) continue;
      auto const suite = dialect == db::Dialect::sqlite ? "scenarios_sqlite" : "scenarios_postgresql";
      ::testing::RegisterTest(suite, test_name(file).c_str(), nullptr, nullptr, file.c_str(), 1,
                              [file, dialect] { return new ScenarioTest(file, dialect); });
    }
  }
}

}  // namespace
}  // namespace waymark::testing

int main(int argc, char** argv) {
  ::testing::InitGoogleTest(&argc, argv);
  waymark::testing::register_scenarios();
  return RUN_ALL_TESTS();
}
