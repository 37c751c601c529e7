#pragma once

#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

// For tests: published OKRs of real organisations, where this machine has them, and always our own small sample.
namespace waymark::connect {

inline std::filesystem::path shared_folder() {
  if (auto const* folder = std::getenv("WAYMARK_SHARED")) return folder;
  return std::filesystem::path(WAYMARK_SOURCE_DIR) / "../shared";
}

inline std::string text_of(std::filesystem::path const& file) {
  std::ifstream in(file, std::ios::binary);
  std::ostringstream text;
  text << in.rdbuf();
  return text.str();
}

/// The files, our own sample first. A folder that was named and does not exist fails the test.
inline std::vector<std::filesystem::path> okr_files() {
  std::vector<std::filesystem::path> files{std::filesystem::path(WAYMARK_SOURCE_DIR) / "src/connect/samples/okrs.csv"};
  auto const real = shared_folder() / "data/open/okrs";
  EXPECT_TRUE(std::filesystem::exists(real) || !std::getenv("WAYMARK_SHARED")) << real;
  if (!std::filesystem::exists(real)) return files;
  for (auto const* name : {"gitlab", "posthog", "nodejs", "hypha"})
    files.push_back(real / (std::string(name) + ".csv"));
  return files;
}

}  // namespace waymark::connect
