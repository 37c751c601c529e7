#pragma once

namespace waymark::base {

// From now on a thread that said so waits a moment, and again, where there is no memory, for at most ten seconds;
// others are told at once (std::bad_alloc).
void let_threads_wait_for_memory();

// As long as it lives, its thread waits for memory: one that everybody needs, and that has nobody to refuse.
class WaitsForMemory {
 public:
  WaitsForMemory();
  ~WaitsForMemory();
  WaitsForMemory(WaitsForMemory const&) = delete;
  WaitsForMemory& operator=(WaitsForMemory const&) = delete;
};

}  // namespace waymark::base
