#include "world/spawn.hpp"

#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <stdexcept>

namespace waymark::testing {
namespace {

std::vector<char*> pointers(std::vector<std::string>& texts) {
  std::vector<char*> all;
  for (auto& text : texts) all.push_back(text.data());
  all.push_back(nullptr);
  return all;
}

// The first of two variables of one name counts.
std::vector<std::string> environment_with(Environment const& more) {
  std::vector<std::string> all;
  for (auto const& [name, value] : more) all.push_back(name + "=" + value);
  for (auto** one = environ; *one != nullptr; ++one) all.emplace_back(*one);
  return all;
}

}  // namespace

// Everything is made before the fork: between it and the new program nothing may allocate.
pid_t spawn(std::vector<std::string> const& command, Environment const& more, int out, int error) {
  auto arguments = command;
  auto variables = environment_with(more);
  auto const argv = pointers(arguments);
  auto const envp = pointers(variables);
  auto const process = ::fork();
  if (process < 0) throw std::runtime_error("no further process can be started");
  if (process > 0) return process;
  ::dup2(out, STDOUT_FILENO);
  ::dup2(error, STDERR_FILENO);
  ::execve(argv.front(), argv.data(), envp.data());
  ::_exit(127);
}

int code_of(pid_t process) {
  int status = 0;
  ::waitpid(process, &status, 0);
  return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

Ended run(std::vector<std::string> const& command, Environment const& more) {
  std::array<int, 2> pipe{};
  if (::pipe2(pipe.data(), O_CLOEXEC) != 0) throw std::runtime_error("no pipe");
  auto const process = spawn(command, more, pipe[1], pipe[1]);
  ::close(pipe[1]);
  std::string said;
  std::array<char, 4096> chunk{};
  for (ssize_t size = 0; (size = ::read(pipe[0], chunk.data(), chunk.size())) > 0;) {
    said.append(chunk.data(), static_cast<std::size_t>(size));
  }
  ::close(pipe[0]);
  return {code_of(process), said};
}

}  // namespace waymark::testing
