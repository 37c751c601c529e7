#include "testing/failing_disk.hpp"

#include <sqlite3.h>

#include <array>
#include <cstring>
#include <mutex>
#include <stdexcept>

namespace waymark::testing {
namespace {

using Call = FailingDisk::Call;

struct State {
  std::mutex mutex;
  std::array<int, 4> calls{};
  Call call{Call::read};
  int nth{0};
  FailingDisk::How how{FailingDisk::How::once};
  int code{0};
  bool failed{false};
  std::array<std::function<void()>, 4> before;
};

State& state() {
  static State one;
  return one;
}

// A file of the real VFS, which lies behind this one in the same memory.
struct File {
  sqlite3_file base;
  sqlite3_file* real() { return reinterpret_cast<sqlite3_file*>(this + 1); }
};

sqlite3_file* real(sqlite3_file* file) {
  return reinterpret_cast<File*>(file)->real();
}

int failure(Call call) {
  return FailingDisk::installed().code_for(call);
}

int close(sqlite3_file* f) {
  return real(f)->pMethods ? real(f)->pMethods->xClose(real(f)) : SQLITE_OK;
}
int read(sqlite3_file* f, void* into, int size, sqlite3_int64 at) {
  if (auto const code = failure(Call::read)) return code;
  return real(f)->pMethods->xRead(real(f), into, size, at);
}
int write(sqlite3_file* f, void const* from, int size, sqlite3_int64 at) {
  if (auto const code = failure(Call::write)) return code;
  return real(f)->pMethods->xWrite(real(f), from, size, at);
}
int truncate(sqlite3_file* f, sqlite3_int64 size) {
  if (auto const code = failure(Call::truncate)) return code;
  return real(f)->pMethods->xTruncate(real(f), size);
}
int sync(sqlite3_file* f, int flags) {
  if (auto const code = failure(Call::sync)) return code;
  return real(f)->pMethods->xSync(real(f), flags);
}
int size(sqlite3_file* f, sqlite3_int64* result) {
  return real(f)->pMethods->xFileSize(real(f), result);
}
int lock(sqlite3_file* f, int level) {
  return real(f)->pMethods->xLock(real(f), level);
}
int unlock(sqlite3_file* f, int level) {
  return real(f)->pMethods->xUnlock(real(f), level);
}
int is_reserved(sqlite3_file* f, int* result) {
  return real(f)->pMethods->xCheckReservedLock(real(f), result);
}
int control(sqlite3_file* f, int op, void* argument) {
  return real(f)->pMethods->xFileControl(real(f), op, argument);
}
int sector_size(sqlite3_file* f) {
  return real(f)->pMethods->xSectorSize(real(f));
}
int characteristics(sqlite3_file* f) {
  return real(f)->pMethods->xDeviceCharacteristics(real(f));
}
int shm_map(sqlite3_file* f, int region, int size, int extend, void volatile** at) {
  return real(f)->pMethods->xShmMap(real(f), region, size, extend, at);
}
int shm_lock(sqlite3_file* f, int offset, int count, int flags) {
  return real(f)->pMethods->xShmLock(real(f), offset, count, flags);
}
void shm_barrier(sqlite3_file* f) {
  real(f)->pMethods->xShmBarrier(real(f));
}
int shm_unmap(sqlite3_file* f, int remove) {
  return real(f)->pMethods->xShmUnmap(real(f), remove);
}

constexpr sqlite3_io_methods methods{.iVersion = 2,
                                     .xClose = close,
                                     .xRead = read,
                                     .xWrite = write,
                                     .xTruncate = truncate,
                                     .xSync = sync,
                                     .xFileSize = size,
                                     .xLock = lock,
                                     .xUnlock = unlock,
                                     .xCheckReservedLock = is_reserved,
                                     .xFileControl = control,
                                     .xSectorSize = sector_size,
                                     .xDeviceCharacteristics = characteristics,
                                     .xShmMap = shm_map,
                                     .xShmLock = shm_lock,
                                     .xShmBarrier = shm_barrier,
                                     .xShmUnmap = shm_unmap,
                                     .xFetch = nullptr,
                                     .xUnfetch = nullptr};

sqlite3_vfs* under{nullptr};

int open(sqlite3_vfs*, char const* name, sqlite3_file* file, int flags, int* out) {
  std::memset(static_cast<void*>(file), 0, sizeof(File));
  auto const result = under->xOpen(under, name, real(file), flags, out);
  if (real(file)->pMethods) file->pMethods = &methods;
  return result;
}

}  // namespace

FailingDisk& FailingDisk::installed() {
  static FailingDisk disk;
  static auto const registered = [] {
    sqlite3_initialize();
    under = sqlite3_vfs_find(nullptr);
    static sqlite3_vfs shim = *under;
    shim.zName = "failing";
    shim.szOsFile = static_cast<int>(sizeof(File)) + under->szOsFile;
    shim.xOpen = open;
    if (sqlite3_vfs_register(&shim, 1) != SQLITE_OK) throw std::runtime_error("SQLite takes no further VFS");
    return true;
  }();
  static_cast<void>(registered);
  return disk;
}

void FailingDisk::fail(Call call, int nth, How how, int code) {
  auto& now = state();
  std::lock_guard const lock(now.mutex);
  now.calls = {};
  now.call = call;
  now.nth = nth;
  now.how = how;
  now.code = code;
  now.failed = false;
}

void FailingDisk::heal() {
  auto& now = state();
  std::lock_guard const lock(now.mutex);
  now.calls = {};
  now.code = 0;
  now.before = {};
}

int FailingDisk::calls(Call call) const {
  auto& now = state();
  std::lock_guard const lock(now.mutex);
  return now.calls[static_cast<std::size_t>(call)];
}

bool FailingDisk::has_failed() const {
  auto& now = state();
  std::lock_guard const lock(now.mutex);
  return now.failed;
}

void FailingDisk::before(Call call, std::function<void()> act) {
  auto& now = state();
  std::lock_guard const lock(now.mutex);
  now.before[static_cast<std::size_t>(call)] = std::move(act);
}

int FailingDisk::code_for(Call call) {
  auto& now = state();
  std::function<void()> act;
  {
    std::lock_guard const lock(now.mutex);
    act = now.before[static_cast<std::size_t>(call)];
  }
  if (act) act();
  std::lock_guard const lock(now.mutex);
  auto const count = ++now.calls[static_cast<std::size_t>(call)];
  if (now.code == 0 || call != now.call) return 0;
  auto const fails = now.how == How::once ? count == now.nth : count >= now.nth;
  if (fails) now.failed = true;
  return fails ? now.code : 0;
}

}  // namespace waymark::testing
