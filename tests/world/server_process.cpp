#include "world/server_process.hpp"

#include <fcntl.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <stdexcept>

namespace waymark::testing {

ServerProcess::ServerProcess(std::string const& program, std::string const& data, Environment const& environment,
                             unsigned short port, std::vector<std::string> const& more) {
  std::array<int, 2> pipe{};
  if (::pipe2(pipe.data(), O_CLOEXEC) != 0) throw std::runtime_error("no pipe");
  std::vector<std::string> command{program, "serve",  "--data", data, "--listen", "127.0.0.1:" + std::to_string(port),
                                   "--web", "nowhere"};
  command.insert(command.end(), more.begin(), more.end());
  pid_ = spawn(command, environment, STDOUT_FILENO, pipe[1]);
  ::close(pipe[1]);
  log_ = pipe[0];
  read_port(log_);
}

ServerProcess::~ServerProcess() {
  kill();
  ::close(log_);
}

// The server says where it serves in its first lines.
void ServerProcess::read_port(int log) {
  constexpr std::string_view mark = "serving on http://127.0.0.1:";
  std::array<char, 512> chunk{};
  for (ssize_t size = 0; (size = ::read(log, chunk.data(), chunk.size())) > 0;) {
    greeting_.append(chunk.data(), static_cast<std::size_t>(size));
    auto const at = greeting_.find(mark);
    if (at == std::string::npos || greeting_.find('\n', at) == std::string::npos) continue;
    port_ = static_cast<unsigned short>(std::stoi(greeting_.substr(at + mark.size())));
    return;
  }
  throw std::runtime_error("the server did not come up: " + greeting_);
}

void ServerProcess::end_by(int signal) {
  if (pid_ <= 0) return;
  ::kill(pid_, signal);
  ::waitpid(pid_, nullptr, 0);
  pid_ = 0;
}

void ServerProcess::kill() {
  end_by(SIGKILL);
}

int ServerProcess::stop() {
  ::kill(pid_, SIGTERM);
  auto const code = code_of(pid_);
  pid_ = 0;
  return code;
}

}  // namespace waymark::testing
