#pragma once

#include <atomic>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <random>
#include <string>
#include <vector>

namespace waymark::testing {

using Image = std::vector<std::uint8_t>;
using Images = std::map<std::string, Image>;

// A disk in memory under SQLite. It knows of each file what was synced and what was only written, and can tell at any
// moment what would be left after a power cut: all that was synced, and of the rest some 512-byte sectors, at random.
class Disk {
 public:
  // Becomes the default VFS of SQLite, once.
  static Disk& installed();

  // Forgets every file and puts these in place, synced.
  void load(Images const& images);
  Images synced() const;

  // The same for what is only looked at: what is written from here on is not cut.
  void show(Images images);

  // From now on `cut` is called at each write, truncation and sync, before and after it, with how many there were.
  void watch(std::function<void(long)> on_operation, unsigned seed);

  // From now on a sync is taken and does nothing, as where none is asked for.
  void sync_nothing(bool nothing) { syncs_nothing_ = nothing; }

  // What a power cut would leave now. For use inside on_operation.
  Images after_cut();

  // For the file methods.
  struct Write {
    bool truncates;
    std::int64_t at;
    Image bytes;
  };
  struct Handle;
  struct File {
    Image now;
    Image durable;
    std::vector<Write> unsynced;
    std::vector<Handle*> handles;
    std::vector<std::unique_ptr<Image>> shared_memory;
  };
  std::shared_ptr<File> file(std::string const& name);
  bool holds(std::string const& name) const;
  void remove(std::string const& name);
  void write(File& file, Write write);
  void sync(File& file);

  mutable std::recursive_mutex mutex;

 private:
  void tick();
  void keep_some(Image& image, Write const& write);

  std::map<std::string, std::shared_ptr<File>> files_;
  std::function<void(long)> on_operation_;
  long operations_{0};
  std::atomic<bool> syncs_nothing_{false};
  std::mt19937 random_;
};

}  // namespace waymark::testing
