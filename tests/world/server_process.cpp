#include "world/server_process.hpp"

#include <fcntl.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <stdexcept>

namespace waymark::testing {

ServerProcess::ServerProcess(std::string const& program, std::string const& data) {
  std::array<int, 2> pipe{};
  if (::pipe2(pipe.data(), O_CLOEXEC) != 0) throw std::runtime_error("no pipe");
  pid_ = ::fork();
  if (pid_ == 0) {
    ::dup2(pipe[1], STDERR_FILENO);
    ::execl(program.c_str(), program.c_str(), "serve", "--data", data.c_str(), "--listen", "127.0.0.1:0", nullptr);
    ::_exit(127);
  }
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
  std::string said;
  std::array<char, 512> chunk{};
  for (ssize_t size = 0; (size = ::read(log, chunk.data(), chunk.size())) > 0;) {
    said.append(chunk.data(), static_cast<std::size_t>(size));
    auto const at = said.find(mark);
    if (at == std::string::npos || said.find('\n', at) == std::string::npos) continue;
    port_ = static_cast<unsigned short>(std::stoi(said.substr(at + mark.size())));
    return;
  }
  throw std::runtime_error("the server did not come up: " + said);
}

void ServerProcess::kill() {
  if (pid_ <= 0) return;
  ::kill(pid_, SIGKILL);
  ::waitpid(pid_, nullptr, 0);
  pid_ = 0;
}

int ServerProcess::stop() {
  int status = 0;
  ::kill(pid_, SIGTERM);
  ::waitpid(pid_, &status, 0);
  pid_ = 0;
  return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

}  // namespace waymark::testing
