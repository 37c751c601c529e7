#pragma once

#include <sys/types.h>

#include <string>
#include <utility>
#include <vector>

namespace waymark::testing {

using Environment = std::vector<std::pair<std::string, std::string>>;

// Starts a program with what this process has in its environment and `more`; what it says goes where `out` and `error`
// lead.
pid_t spawn(std::vector<std::string> const& command, Environment const& more, int out, int error);

// Waits for its end: the exit code, or -1 when a signal ended it.
int code_of(pid_t process);

struct Ended {
  int code;
  std::string said;  // standard output and standard error
};

// Runs a program until it ends.
Ended run(std::vector<std::string> const& command, Environment const& more = {});

}  // namespace waymark::testing
