#include "core/base/memory.hpp"

#include <chrono>
#include <new>
#include <thread>

namespace waymark::base {
namespace {

using Steady = std::chrono::steady_clock;

constexpr std::chrono::milliseconds moment{5};
constexpr std::chrono::milliseconds apart{200};  // what is further apart is another shortage
constexpr std::chrono::seconds patience{10};

thread_local bool waits = false;
thread_local Steady::time_point begun;
thread_local Steady::time_point last;

// Called by `new`, which tries again when it comes back.
void wait_or_refuse() {
  if (!waits) throw std::bad_alloc{};
  auto const now = Steady::now();
  if (now - last > apart) begun = now;
  if (now - begun > patience) throw std::bad_alloc{};
  last = now;
  std::this_thread::sleep_for(moment);
}

}  // namespace

void let_threads_wait_for_memory() {
  std::set_new_handler(wait_or_refuse);
}

WaitsForMemory::WaitsForMemory() {
  waits = true;
}

WaitsForMemory::~WaitsForMemory() {
  waits = false;
}

}  // namespace waymark::base
