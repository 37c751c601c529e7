#pragma once

#include <functional>

namespace waymark::testing {

// The disk under SQLite, which fails at the nth call of a kind: once, or from then on. Becomes the default VFS when it
// is first asked for; what is open by then stays on the disk as it is.
class FailingDisk {
 public:
  enum class Call { read, write, sync, truncate };
  enum class How { once, from_then_on };

  static FailingDisk& installed();

  // `code` is SQLite's, as SQLITE_IOERR_READ. The nth call counts from now.
  void fail(Call call, int nth, How how, int code);
  void heal();

  // Calls of this kind since the last fail() or heal().
  int calls(Call call) const;
  bool has_failed() const;

  // Called before each call of this kind, without any lock of ours.
  void before(Call call, std::function<void()> act);

  // For the file methods: 0, or the code to fail with.
  int code_for(Call call);
};

}  // namespace waymark::testing
