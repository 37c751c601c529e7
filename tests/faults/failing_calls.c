/* Put before the C library of a program (LD_PRELOAD): the nth call of a kind fails, as the file that WAYMARK_FAILING_CALLS
   names says. For tests only. */
#define _GNU_SOURCE
#include "failing_calls.h"

#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/uio.h>
#include <unistd.h>

extern void* __libc_malloc(size_t);
extern void* __libc_calloc(size_t, size_t);
extern void* __libc_realloc(void*, size_t);
extern void* __libc_memalign(size_t, size_t);

static struct failing_calls* calls;

__attribute__((constructor)) static void begin(void) {
  char const* name = getenv("WAYMARK_FAILING_CALLS");
  int file = name ? open(name, O_RDWR | O_CLOEXEC) : -1;
  if (file < 0) return;
  void* page = mmap(NULL, sizeof *calls, PROT_READ | PROT_WRITE, MAP_SHARED, file, 0);
  close(file);
  if (page != MAP_FAILED) calls = page;
}

static int lies_here(char const* path) {
  return strncmp(path, calls->folder, strlen(calls->folder)) == 0;
}

static int is_ours(int descriptor) {
  char link[32], path[1024];
  snprintf(link, sizeof link, "/proc/self/fd/%d", descriptor);
  ssize_t size = readlink(link, path, sizeof path - 1);
  if (size < 0) return 0;
  path[size] = 0;
  return lies_here(path);
}

/* 0: goes on as always. */
static int fault_of(enum failing_call call) {
  long number = __atomic_add_fetch(&calls->seen, 1, __ATOMIC_SEQ_CST);
  if (calls->forever ? number < calls->nth : number != calls->nth) return 0;
  if (calls->call != (int)call) return 0; /* it was just disarmed */
  __atomic_add_fetch(&calls->failed, 1, __ATOMIC_SEQ_CST);
  return calls->how;
}

static int fault_at(enum failing_call call, int descriptor) {
  return calls && calls->call == (int)call && is_ours(descriptor) ? fault_of(call) : 0;
}

#define REAL(result, name, ...) \
  static result (*real)(__VA_ARGS__); \
  if (!real) real = (result(*)(__VA_ARGS__))dlsym(RTLD_NEXT, #name)

/* `size` becomes what goes through of a call that is cut short. */
#define MAY_FAIL(call, descriptor, size) \
  int const fault = fault_at(call, descriptor); \
  if (fault == fails_empty) return 0; \
  if (fault == fails_short) size = size > 1 ? size / 2 : size; \
  if (fault > 0) return errno = fault, -1

ssize_t pread64(int fd, void* into, size_t size, off64_t at) {
  REAL(ssize_t, pread64, int, void*, size_t, off64_t);
  MAY_FAIL(call_read, fd, size);
  return real(fd, into, size, at);
}
ssize_t pread(int fd, void* into, size_t size, off_t at) { return pread64(fd, into, size, at); }

ssize_t read(int fd, void* into, size_t size) {
  REAL(ssize_t, read, int, void*, size_t);
  MAY_FAIL(call_read, fd, size);
  return real(fd, into, size);
}

ssize_t readv(int fd, struct iovec const* parts, int count) {
  REAL(ssize_t, readv, int, struct iovec const*, int);
  size_t whole = 0;
  MAY_FAIL(call_read, fd, whole);
  return real(fd, parts, count);
}

ssize_t pwrite64(int fd, void const* from, size_t size, off64_t at) {
  REAL(ssize_t, pwrite64, int, void const*, size_t, off64_t);
  MAY_FAIL(call_write, fd, size);
  return real(fd, from, size, at);
}
ssize_t pwrite(int fd, void const* from, size_t size, off_t at) { return pwrite64(fd, from, size, at); }

ssize_t write(int fd, void const* from, size_t size) {
  REAL(ssize_t, write, int, void const*, size_t);
  MAY_FAIL(call_write, fd, size);
  return real(fd, from, size);
}

ssize_t writev(int fd, struct iovec const* parts, int count) {
  REAL(ssize_t, writev, int, struct iovec const*, int);
  size_t whole = 0;
  MAY_FAIL(call_write, fd, whole);
  return real(fd, parts, count);
}

int fdatasync(int fd) {
  REAL(int, fdatasync, int);
  int whole = 0;
  MAY_FAIL(call_sync, fd, whole);
  return real(fd);
}

int fsync(int fd) {
  REAL(int, fsync, int);
  int whole = 0;
  MAY_FAIL(call_sync, fd, whole);
  return real(fd);
}

int ftruncate64(int fd, off64_t size) {
  REAL(int, ftruncate64, int, off64_t);
  int whole = 0;
  MAY_FAIL(call_truncate, fd, whole);
  return real(fd, size);
}
int ftruncate(int fd, off_t size) { return ftruncate64(fd, size); }

int open64(char const* path, int flags, ...) {
  REAL(int, open64, char const*, int, ...);
  va_list more;
  va_start(more, flags);
  unsigned mode = flags & O_CREAT ? va_arg(more, unsigned) : 0;
  va_end(more);
  if (calls && calls->call == call_open && lies_here(path)) {
    int const fault = fault_of(call_open);
    if (fault > 0) return errno = fault, -1;
  }
  return real(path, flags, mode);
}
int open(char const* path, int flags, ...) {
  va_list more;
  va_start(more, flags);
  unsigned mode = flags & O_CREAT ? va_arg(more, unsigned) : 0;
  va_end(more);
  return open64(path, flags, mode);
}

static int is_out_of_memory(void) {
  if (!calls || calls->call != call_memory || !fault_of(call_memory)) return 0;
  errno = ENOMEM;
  return 1;
}

void* malloc(size_t size) { return is_out_of_memory() ? NULL : __libc_malloc(size); }
void* calloc(size_t count, size_t size) { return is_out_of_memory() ? NULL : __libc_calloc(count, size); }
void* realloc(void* at, size_t size) { return is_out_of_memory() ? NULL : __libc_realloc(at, size); }
void* memalign(size_t to, size_t size) { return is_out_of_memory() ? NULL : __libc_memalign(to, size); }
void* aligned_alloc(size_t to, size_t size) { return memalign(to, size); }
int posix_memalign(void** at, size_t to, size_t size) {
  void* made = memalign(to, size);
  if (!made) return ENOMEM;
  *at = made;
  return 0;
}
