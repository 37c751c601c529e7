#pragma once

#include <sys/types.h>

#include <string>
#include <vector>

#include "world/spawn.hpp"

namespace waymark::testing {

// The real program, serving this data on a loopback port, a free one where none is named. Throws std::runtime_error
// when it does not come up.
class ServerProcess {
 public:
  ServerProcess(std::string const& program, std::string const& data, Environment const& environment = {},
                unsigned short port = 0, std::vector<std::string> const& more = {});
  ~ServerProcess();
  ServerProcess(ServerProcess const&) = delete;
  ServerProcess& operator=(ServerProcess const&) = delete;

  unsigned short port() const { return port_; }
  pid_t pid() const { return pid_; }
  void end_by(int signal);
  void kill();  // at once, as by a crash
  int stop();   // as an operator does; says with which code it ended

  // What it said until it served.
  std::string const& greeting() const { return greeting_; }

 private:
  void read_port(int log);

  pid_t pid_{0};
  int log_{-1};
  unsigned short port_{0};
  std::string greeting_;
};

}  // namespace waymark::testing
