#pragma once

#include <sys/types.h>

#include <chrono>
#include <filesystem>
#include <optional>
#include <string>
#include <thread>
#include <vector>

#include "faults/failing_calls.h"
#include "world/spawn.hpp"

namespace waymark::testing {

// One way to fail: which call, and how.
struct Failure {
  char const* name;
  failing_call call;
  int how;
};

// The calls of a program to the system, some of which fail when they are told to.
class Calls {
 public:
  // Files count that lie in `folder`.
  Calls(std::filesystem::path const& file, std::filesystem::path const& folder);
  ~Calls();
  Calls(Calls const&) = delete;
  Calls& operator=(Calls const&) = delete;

  void fail(Failure const& failure, long nth, bool from_then_on);
  void heal();

  // After this time, unless something was told before; what fails without end is meant to pass.
  void heal_after(std::chrono::milliseconds time);

  // Of the last fail().
  long seen() const { return shared_->seen; }
  long failed() const { return shared_->failed; }

  // For the program that is to have them.
  Environment environment() const;

 private:
  std::string file_;
  failing_calls* shared_;
  std::jthread healer_;
};

// The program as a process that is given up, and said to hang, when it takes too long.
class Subject {
 public:
  Subject(std::vector<std::string> const& command, Environment const& environment, std::filesystem::path said);
  ~Subject();
  Subject(Subject const&) = delete;
  Subject& operator=(Subject const&) = delete;

  // Its exit code, -1 after a signal; none when it has not ended by then.
  std::optional<int> ended_within(std::chrono::milliseconds limit);

  // The port it says it serves on; none when it ended before, or the time is up.
  std::optional<unsigned short> port_within(std::chrono::milliseconds limit);

  std::optional<int> stop(std::chrono::milliseconds limit);
  pid_t process() const { return process_; }
  std::string said() const;

 private:
  std::filesystem::path said_;
  pid_t process_;
  std::optional<int> code_;
};

}  // namespace waymark::testing
