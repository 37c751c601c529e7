#include "powercut/disk.hpp"

#include <algorithm>

namespace waymark::testing {
namespace {

constexpr std::int64_t sector = 512;

void put(Image& image, Disk::Write const& write) {
  if (write.truncates) return image.resize(static_cast<std::size_t>(write.at));
  auto const end = static_cast<std::size_t>(write.at) + write.bytes.size();
  if (image.size() < end) image.resize(end);
  std::copy(write.bytes.begin(), write.bytes.end(), image.begin() + write.at);
}

}  // namespace

void Disk::load(Images const& images) {
  std::lock_guard const lock(mutex);
  files_.clear();
  on_operation_ = {};
  for (auto const& [name, image] : images) {
    auto made = std::make_shared<File>();
    made->now = made->durable = image;
    files_[name] = made;
  }
}

void Disk::show(Images images) {
  std::lock_guard const lock(mutex);
  files_.clear();
  on_operation_ = {};
  for (auto& [name, image] : images) {
    auto made = std::make_shared<File>();
    made->now = std::move(image);
    files_[name] = made;
  }
}

Images Disk::synced() const {
  std::lock_guard const lock(mutex);
  Images images;
  for (auto const& [name, held] : files_) images[name] = held->durable;
  return images;
}

void Disk::watch(std::function<void(long)> on_operation, unsigned seed) {
  std::lock_guard const lock(mutex);
  on_operation_ = std::move(on_operation);
  operations_ = 0;
  random_.seed(seed);
}

void Disk::tick() {
  ++operations_;
  if (on_operation_) on_operation_(operations_);
}

// Nothing of what was not synced, all of it, or any of its sectors.
Images Disk::after_cut() {
  Images left;
  for (auto const& [name, held] : files_) {
    auto image = held->durable;
    auto const mood = random_() % 4;
    for (auto const& write : held->unsynced) {
      if (mood == 0) break;
      if (mood == 1) {
        put(image, write);
      } else if (!write.truncates) {
        keep_some(image, write);
      } else if (random_() % 2 == 0) {
        put(image, write);
      }
    }
    left[name] = std::move(image);
  }
  return left;
}

void Disk::keep_some(Image& image, Write const& write) {
  auto const size = static_cast<std::int64_t>(write.bytes.size());
  for (std::int64_t from = 0; from < size;) {
    auto const to = std::min(size, from + sector - (write.at + from) % sector);
    if (random_() % 2 == 0)
      put(image, {false, write.at + from, {write.bytes.begin() + from, write.bytes.begin() + to}});
    from = to;
  }
}

std::shared_ptr<Disk::File> Disk::file(std::string const& name) {
  auto& held = files_[name];
  if (!held) held = std::make_shared<File>();
  return held;
}

bool Disk::holds(std::string const& name) const {
  auto const held = files_.find(name);
  return held != files_.end() && !held->second->now.empty();
}

void Disk::remove(std::string const& name) {
  files_.erase(name);
}

void Disk::write(File& file, Write write) {
  tick();
  put(file.now, write);
  file.unsynced.push_back(std::move(write));
  tick();
}

void Disk::sync(File& file) {
  tick();
  if (!syncs_nothing_) {
    // What was written since the last sync, not all of the file again.
    for (auto const& write : file.unsynced) put(file.durable, write);
    file.unsynced.clear();
  }
  tick();
}

}  // namespace waymark::testing
