#include "core/db/private_files.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fstream>
#include <stdexcept>

#include "core/db/fault.hpp"

namespace waymark::db {
namespace {

namespace fs = std::filesystem;

bool is_ours_alone(fs::path const& folder) {
  struct stat seen {};
  if (::stat(folder.c_str(), &seen) != 0 || seen.st_uid != ::geteuid()) return false;
  std::error_code refused;
  fs::directory_iterator const entries{folder, refused};
  return !refused && std::all_of(fs::begin(entries), fs::end(entries), [](fs::directory_entry const& entry) {
    return entry.path().filename().string().starts_with("waymark.");
  });
}

}  // namespace

void make_private_folder(fs::path const& folder) {
  bool const made = fs::create_directories(folder);
  if (made || is_ours_alone(folder)) ::chmod(folder.c_str(), 0700);
}

// Closing a descriptor of a file that SQLite has open would let go of its locks, so one that is there is not opened.
void make_private_file(fs::path const& file) {
  auto const descriptor = ::open(file.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0600);
  if (descriptor < 0 && errno == EEXIST) return;
  if (descriptor < 0)
    throw Fault{Fault::Kind::input_output, fmt::format("{} cannot be made: {}", file.string(), std::strerror(errno))};
  ::fchmod(descriptor, 0600);
  ::close(descriptor);
}

void sync_path(fs::path const& path) {
  auto const refuse = [&] {
    throw Fault{Fault::Kind::input_output,
                fmt::format("{} cannot be made durable: {}", path.string(), std::strerror(errno))};
  };
  auto const descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (descriptor < 0) refuse();
  auto const synced = ::fsync(descriptor);
  ::close(descriptor);
  if (synced != 0) refuse();
}

void replace_private_file(fs::path const& file, std::string_view text) {
  fs::path const coming{file.string() + ".new"};
  fs::remove(coming);
  make_private_file(coming);
  std::ofstream out{coming, std::ios::binary};
  out << text;
  out.close();
  if (!out) throw Fault{Fault::Kind::full, fmt::format("{} cannot be written", coming.string())};
  sync_path(coming);
  fs::rename(coming, file);
  sync_path(fs::absolute(file).parent_path());
}

void close_to_others(fs::path const& database) {
  for (auto const* ending : {"", "-wal", "-shm"}) ::chmod((database.string() + ending).c_str(), 0600);
}

}  // namespace waymark::db
