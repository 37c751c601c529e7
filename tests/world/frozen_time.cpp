#include "world/frozen_time.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <atomic>
#include <filesystem>
#include <fstream>
#include <stdexcept>

namespace waymark::testing {
namespace {

namespace fs = std::filesystem;

// The loader knows the folder of this machine's kind of processor by its name.
std::string library() {
  for (auto const& folder : fs::directory_iterator("/usr/lib")) {
    auto const file = folder.path() / "faketime" / "libfaketimeMT.so.1";
    if (fs::exists(file)) return file.string();
  }
  throw std::runtime_error("libfaketime is not there: Debian's package is called faketime (tools/packages-test.txt).");
}

std::string fresh_file() {
  static std::atomic<int> count{0};
  return (fs::temp_directory_path() / fmt::format("waymark_clock_{}_{}", getpid(), ++count)).string();
}

}  // namespace

FrozenTime::FrozenTime(base::Millis now) : file_(fresh_file()) {
  move(now);
}

FrozenTime::~FrozenTime() {
  std::error_code gone;
  fs::remove(file_, gone);
}

// In one step, since it is read at any time.
void FrozenTime::move(base::Millis to) {
  auto const next = file_ + ".next";
  std::ofstream(next) << to / 1000;
  fs::rename(next, file_);
  now_ = to;
}

Environment FrozenTime::environment() const {
  return {{"LD_PRELOAD", library()},  {"FAKETIME_TIMESTAMP_FILE", file_},    {"FAKETIME_FMT", "%s"},
          {"FAKETIME_NO_CACHE", "1"}, {"FAKETIME_DONT_FAKE_MONOTONIC", "1"}, {"FAKETIME_DONT_RESET", "1"},
          {"NO_FAKE_STAT", "1"}};
}

}  // namespace waymark::testing
