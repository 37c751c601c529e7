#include "core/db/folder_lock.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <unistd.h>

#include <cerrno>
#include <chrono>
#include <cstring>
#include <thread>

#include "core/base/problem.hpp"
#include "core/db/fault.hpp"

namespace waymark::db {
namespace {

// A program that is just ending, or a command that takes a moment, is waited for.
constexpr std::chrono::milliseconds patience{1'000};
constexpr std::chrono::milliseconds look_every{20};

bool take(int descriptor) {
  auto const end = std::chrono::steady_clock::now() + patience;
  while (::flock(descriptor, LOCK_EX | LOCK_NB) != 0) {
    if (errno != EWOULDBLOCK && errno != EINTR)
      throw Fault{Fault::Kind::input_output, "the folder of the data cannot be locked"};
    if (std::chrono::steady_clock::now() > end) return false;
    std::this_thread::sleep_for(look_every);
  }
  return true;
}

}  // namespace

FolderLock::FolderLock(std::filesystem::path const& folder) {
  auto const file = folder / "waymark.lock";
  descriptor_ = ::open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
  if (descriptor_ < 0)
    throw Fault{Fault::Kind::input_output, fmt::format("{} cannot be made: {}", file.string(), std::strerror(errno))};
  try {
    if (take(descriptor_)) return;
  } catch (...) {
    ::close(descriptor_);
    throw;
  }
  ::close(descriptor_);
  throw base::Problem{base::Code::too_busy, "in_use",
                      fmt::format("A server, or another command, is using the data in {}. Nothing was changed; stop it "
                                  "first, or do it in the web app.",
                                  folder.string())};
}

FolderLock::~FolderLock() {
  ::close(descriptor_);
}

}  // namespace waymark::db
