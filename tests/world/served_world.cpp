#include "world/served_world.hpp"

#include <chrono>
#include <stdexcept>
#include <thread>

#include "world/repeating_jobs.hpp"

namespace waymark::testing {
namespace {

constexpr std::chrono::seconds patience{30};

}  // namespace

ServedWorld::ServedWorld(std::string const& program, db::Dialect dialect)
    : AnyWorld(dialect),
      time_(world_now),
      server_(program, place(), time_.environment(), 0, {"--rate", "0"}) {}  // as in this process: tests do not wait

// The server looks for work every two seconds.
void ServedWorld::do_due_jobs(db::Db& database) {
  auto const end = std::chrono::steady_clock::now() + patience;
  while (is_anything_due(database)) {
    if (std::chrono::steady_clock::now() > end) throw std::runtime_error("what is due is not done");
    std::this_thread::sleep_for(std::chrono::milliseconds{20});
  }
}

}  // namespace waymark::testing
