#include "faults/subject.hpp"

#include <fcntl.h>
#include <signal.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstring>
#include <fstream>
#include <iterator>
#include <stdexcept>
#include <thread>

namespace waymark::testing {
namespace {

using Steady = std::chrono::steady_clock;
constexpr std::chrono::milliseconds look_every{2};

pid_t start(std::vector<std::string> const& command, Environment const& environment,
            std::filesystem::path const& said) {
  auto const out = ::open(said.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
  auto const process = spawn(command, environment, out, out);
  ::close(out);
  return process;
}

}  // namespace

Calls::Calls(std::filesystem::path const& file, std::filesystem::path const& folder) : file_(file.string()) {
  auto const descriptor = ::open(file_.c_str(), O_RDWR | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
  if (descriptor < 0 || ::ftruncate(descriptor, sizeof(failing_calls)) != 0) throw std::runtime_error("no " + file_);
  auto* const page = ::mmap(nullptr, sizeof(failing_calls), PROT_READ | PROT_WRITE, MAP_SHARED, descriptor, 0);
  ::close(descriptor);
  if (page == MAP_FAILED) throw std::runtime_error("no memory to share");
  shared_ = static_cast<failing_calls*>(page);
  std::strncpy(shared_->folder, folder.c_str(), sizeof shared_->folder - 1);
}

Calls::~Calls() {
  healer_ = {};
  ::munmap(shared_, sizeof *shared_);
}

void Calls::fail(Failure const& failure, long nth, bool from_then_on) {
  heal();
  shared_->how = failure.how;
  shared_->nth = nth;
  shared_->forever = from_then_on ? 1 : 0;
  shared_->seen = 0;
  shared_->failed = 0;
  __atomic_store_n(&shared_->call, static_cast<int>(failure.call), __ATOMIC_SEQ_CST);
}

void Calls::heal_after(std::chrono::milliseconds time) {
  healer_ = std::jthread{[this, time](std::stop_token const& stop) {
    auto const end = Steady::now() + time;
    while (!stop.stop_requested() && Steady::now() < end) std::this_thread::sleep_for(look_every);
    __atomic_store_n(&shared_->call, static_cast<int>(call_none), __ATOMIC_SEQ_CST);
  }};
}

void Calls::heal() {
  healer_ = {};
  __atomic_store_n(&shared_->call, static_cast<int>(call_none), __ATOMIC_SEQ_CST);
}

Environment Calls::environment() const {
  return {{"LD_PRELOAD", WAYMARK_FAILING_CALLS_LIBRARY}, {"WAYMARK_FAILING_CALLS", file_}};
}

Subject::Subject(std::vector<std::string> const& command, Environment const& environment, std::filesystem::path said)
    : said_(std::move(said)), process_(start(command, environment, said_)) {}

Subject::~Subject() {
  if (code_) return;
  ::kill(process_, SIGKILL);
  ::waitpid(process_, nullptr, 0);
}

std::optional<int> Subject::ended_within(std::chrono::milliseconds limit) {
  auto const end = Steady::now() + limit;
  while (!code_) {
    int status = 0;
    if (::waitpid(process_, &status, WNOHANG) == process_) {
      code_ = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
    } else if (Steady::now() > end) {
      return std::nullopt;
    } else {
      std::this_thread::sleep_for(look_every);
    }
  }
  return code_;
}

std::optional<unsigned short> Subject::port_within(std::chrono::milliseconds limit) {
  constexpr std::string_view mark = "serving on http://127.0.0.1:";
  auto const end = Steady::now() + limit;
  while (Steady::now() < end) {
    auto const text = said();
    auto const at = text.find(mark);
    if (at != std::string::npos && text.find('\n', at) != std::string::npos)
      return static_cast<unsigned short>(std::stoi(text.substr(at + mark.size())));
    if (ended_within(look_every)) return std::nullopt;
  }
  return std::nullopt;
}

std::optional<int> Subject::stop(std::chrono::milliseconds limit) {
  if (!code_) ::kill(process_, SIGTERM);
  return ended_within(limit);
}

std::string Subject::said() const {
  std::ifstream file{said_, std::ios::binary};
  return {std::istreambuf_iterator<char>{file}, {}};
}

}  // namespace waymark::testing
