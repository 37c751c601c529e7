#pragma once

#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <sstream>
#include <string>
#include <string_view>
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

// Is it there? Where WAYMARK_SHARED names the folder, and in CI, the test fails without it; elsewhere it says that this
// part is left out.
inline bool is_there(std::filesystem::path const& real) {
  if (std::filesystem::exists(real)) return true;
  auto const* ci = std::getenv("CI");
  EXPECT_FALSE(std::getenv("WAYMARK_SHARED") || (ci && std::string_view(ci) == "true")) << real << " is needed here";
  std::cout << "left out: " << real << " is needed and not here\n";
  return false;
}

// The files, our own sample first.
inline std::vector<std::filesystem::path> okr_files() {
  std::vector<std::filesystem::path> files{std::filesystem::path(WAYMARK_SOURCE_DIR) / "src/connect/samples/okrs.csv"};
  auto const real = shared_folder() / "data/open/okrs";
  if (!is_there(real)) return files;
  for (auto const* name : {"gitlab", "posthog", "nodejs", "hypha"})
    files.push_back(real / (std::string(name) + ".csv"));
  return files;
}

}  // namespace waymark::connect
