#include <sqlite3.h>

#include <algorithm>
#include <atomic>
#include <cstring>

#include "powercut/disk.hpp"

namespace waymark::testing {

// One open file, as SQLite holds it: its level of lock, and which of the slots in shared memory it has locked and how.
struct Disk::Handle {
  sqlite3_file base;
  std::shared_ptr<File>* file;
  std::string* name;
  bool temporary;
  int level;
  unsigned shared;
  unsigned exclusive;
};

namespace {

using Handle = Disk::Handle;
using Guard = std::lock_guard<std::recursive_mutex>;

Disk& disk() {
  return Disk::installed();
}
Handle& handle_of(sqlite3_file* file) {
  return *reinterpret_cast<Handle*>(file);
}
Disk::File& file_of(sqlite3_file* file) {
  return **handle_of(file).file;
}

int close(sqlite3_file* raw) {
  Guard const guard(disk().mutex);
  auto& handle = handle_of(raw);
  auto& handles = file_of(raw).handles;
  handles.erase(std::remove(handles.begin(), handles.end(), &handle), handles.end());
  if (handle.temporary) disk().remove(*handle.name);
  delete handle.name;
  delete handle.file;
  return SQLITE_OK;
}

int read(sqlite3_file* raw, void* into, int size, sqlite3_int64 at) {
  Guard const guard(disk().mutex);
  auto const& now = file_of(raw).now;
  auto const available = std::clamp<sqlite3_int64>(static_cast<sqlite3_int64>(now.size()) - at, 0, size);
  if (available > 0) std::memcpy(into, now.data() + at, static_cast<std::size_t>(available));
  if (available == size) return SQLITE_OK;
  std::memset(static_cast<char*>(into) + available, 0, static_cast<std::size_t>(size - available));
  return SQLITE_IOERR_SHORT_READ;
}

int write(sqlite3_file* raw, void const* from, int size, sqlite3_int64 at) {
  Guard const guard(disk().mutex);
  auto const* bytes = static_cast<std::uint8_t const*>(from);
  disk().write(file_of(raw), {false, at, {bytes, bytes + size}});
  return SQLITE_OK;
}

int truncate(sqlite3_file* raw, sqlite3_int64 size) {
  Guard const guard(disk().mutex);
  disk().write(file_of(raw), {true, size, {}});
  return SQLITE_OK;
}

int sync(sqlite3_file* raw, int) {
  Guard const guard(disk().mutex);
  disk().sync(file_of(raw));
  return SQLITE_OK;
}

int size(sqlite3_file* raw, sqlite3_int64* result) {
  Guard const guard(disk().mutex);
  *result = static_cast<sqlite3_int64>(file_of(raw).now.size());
  return SQLITE_OK;
}

template <class Blocks>
bool anybody_else(sqlite3_file* raw, Blocks const& blocks) {
  auto const& handles = file_of(raw).handles;
  return std::any_of(handles.begin(), handles.end(),
                     [&](Handle const* other) { return other != &handle_of(raw) && blocks(*other); });
}

int lock(sqlite3_file* raw, int level) {
  Guard const guard(disk().mutex);
  auto const least = level == SQLITE_LOCK_SHARED     ? SQLITE_LOCK_PENDING
                     : level == SQLITE_LOCK_RESERVED ? SQLITE_LOCK_RESERVED
                                                     : SQLITE_LOCK_SHARED;
  if (anybody_else(raw, [&](Handle const& other) { return other.level >= least; })) return SQLITE_BUSY;
  handle_of(raw).level = std::max(handle_of(raw).level, level);
  return SQLITE_OK;
}

int unlock(sqlite3_file* raw, int level) {
  Guard const guard(disk().mutex);
  handle_of(raw).level = std::min(handle_of(raw).level, level);
  return SQLITE_OK;
}

int is_reserved(sqlite3_file* raw, int* result) {
  Guard const guard(disk().mutex);
  *result = anybody_else(raw, [](Handle const& other) { return other.level >= SQLITE_LOCK_RESERVED; });
  return SQLITE_OK;
}

int control(sqlite3_file*, int, void*) {
  return SQLITE_NOTFOUND;
}
int sector_size(sqlite3_file*) {
  return 512;
}
int characteristics(sqlite3_file*) {
  return 0;
}

int map_shared(sqlite3_file* raw, int region, int bytes, int extend, void volatile** result) {
  Guard const guard(disk().mutex);
  auto& memory = file_of(raw).shared_memory;
  *result = nullptr;
  while (extend && static_cast<int>(memory.size()) <= region) memory.push_back(std::make_unique<Image>(bytes));
  if (region < static_cast<int>(memory.size())) *result = memory[static_cast<std::size_t>(region)]->data();
  return SQLITE_OK;
}

int lock_shared(sqlite3_file* raw, int offset, int count, int flags) {
  Guard const guard(disk().mutex);
  auto& handle = handle_of(raw);
  auto const mask = ((1U << count) - 1U) << offset;
  if (flags & SQLITE_SHM_UNLOCK) {
    handle.shared &= ~mask;
    handle.exclusive &= ~mask;
    return SQLITE_OK;
  }
  auto const exclusive = (flags & SQLITE_SHM_EXCLUSIVE) != 0;
  auto const blocks = [&](Handle const& other) {
    return ((exclusive ? other.shared | other.exclusive : other.exclusive) & mask) != 0;
  };
  if (anybody_else(raw, blocks)) return SQLITE_BUSY;
  (exclusive ? handle.exclusive : handle.shared) |= mask;
  return SQLITE_OK;
}

void barrier(sqlite3_file*) {
  std::atomic_thread_fence(std::memory_order_seq_cst);
}

int unmap_shared(sqlite3_file* raw, int remove) {
  Guard const guard(disk().mutex);
  if (remove) file_of(raw).shared_memory.clear();
  return SQLITE_OK;
}

sqlite3_io_methods const methods{
    2,           close,   read,        write,           truncate,   sync,        size,    lock,         unlock,
    is_reserved, control, sector_size, characteristics, map_shared, lock_shared, barrier, unmap_shared, nullptr,
    nullptr};

int open_file(sqlite3_vfs*, char const* name, sqlite3_file* raw, int flags, int* given) {
  static std::atomic<int> temporaries{0};
  Guard const guard(disk().mutex);
  auto& handle = handle_of(raw);
  handle = {};
  handle.name = new std::string(name ? name : "temporary-" + std::to_string(++temporaries));
  handle.temporary = (flags & SQLITE_OPEN_DELETEONCLOSE) != 0;
  handle.file = new std::shared_ptr<Disk::File>(disk().file(*handle.name));
  handle.base.pMethods = &methods;
  file_of(raw).handles.push_back(&handle);
  if (given) *given = flags;
  return SQLITE_OK;
}

int delete_file(sqlite3_vfs*, char const* name, int) {
  Guard const guard(disk().mutex);
  disk().remove(name);
  return SQLITE_OK;
}

int exists(sqlite3_vfs*, char const* name, int, int* result) {
  Guard const guard(disk().mutex);
  *result = disk().holds(name);
  return SQLITE_OK;
}

int full_name(sqlite3_vfs*, char const* name, int size, char* into) {
  sqlite3_snprintf(size, into, "%s", name);
  return SQLITE_OK;
}

}  // namespace

Disk& Disk::installed() {
  static Disk* const disk = [] {
    static sqlite3_vfs vfs = *sqlite3_vfs_find(nullptr);
    vfs.zName = "disk-in-memory";
    vfs.szOsFile = sizeof(Handle);
    vfs.xOpen = open_file;
    vfs.xDelete = delete_file;
    vfs.xAccess = exists;
    vfs.xFullPathname = full_name;
    auto* const made = new Disk;
    sqlite3_vfs_register(&vfs, 1);
    return made;
  }();
  return *disk;
}

}  // namespace waymark::testing
