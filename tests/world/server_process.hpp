#pragma once

#include <sys/types.h>

#include <string>

namespace waymark::testing {

// The real program, serving this data on a free loopback port. Throws std::runtime_error when it does not come up.
class ServerProcess {
 public:
  ServerProcess(std::string const& program, std::string const& data);
  ~ServerProcess();
  ServerProcess(ServerProcess const&) = delete;
  ServerProcess& operator=(ServerProcess const&) = delete;

  unsigned short port() const { return port_; }
  void kill();  // at once, as by a crash
  int stop();   // as an operator does; says with which code it ended

 private:
  void read_port(int log);

  pid_t pid_{0};
  int log_{-1};
  unsigned short port_{0};
};

}  // namespace waymark::testing
