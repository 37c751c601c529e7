#include "app/last_run.hpp"

#include <fcntl.h>
#include <fmt/chrono.h>
#include <fmt/format.h>
#include <signal.h>
#include <spdlog/spdlog.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include <array>
#include <charconv>
#include <cstdlib>
#include <fstream>
#include <sstream>

#include "app/place.hpp"

namespace waymark::app {
namespace {

namespace fs = std::filesystem;

constexpr std::chrono::seconds sign_of_life_every{10};

struct Fault {
  int signal;
  char const* name;
};
constexpr std::array<Fault, 5> faults{{{SIGABRT, "an abort (SIGABRT)"},
                                       {SIGSEGV, "a wrong address (SIGSEGV)"},
                                       {SIGBUS, "a bus error (SIGBUS)"},
                                       {SIGFPE, "a wrong calculation (SIGFPE)"},
                                       {SIGILL, "a wrong instruction (SIGILL)"}}};

std::array<struct sigaction, faults.size()> listened_before;
volatile sig_atomic_t note_descriptor = -1;

std::string moment(base::Millis at) {
  return fmt::format("{:%Y-%m-%dT%H:%M:%SZ}", fmt::gmtime(static_cast<std::time_t>(at / 1000)));
}

// Only what may be called while anything else is broken. Then whoever listened before hears of it.
extern "C" void note_fault(int signal) {
  std::array<char, 40> line{};
  auto* end = std::to_chars(line.data(), line.data() + 12, signal).ptr;
  *end++ = ' ';
  timespec now{};
  ::clock_gettime(CLOCK_REALTIME, &now);
  end = std::to_chars(end, line.data() + 38, now.tv_sec).ptr;
  *end++ = '\n';
  [[maybe_unused]] auto const written =
      ::write(note_descriptor, line.data(), static_cast<std::size_t>(end - line.data()));
  for (std::size_t i = 0; i < faults.size(); ++i) {
    if (faults[i].signal == signal) ::sigaction(signal, &listened_before[i], nullptr);
  }
  ::raise(signal);
}

void listen_for_faults() {
  struct sigaction action {};
  action.sa_handler = note_fault;
  for (std::size_t i = 0; i < faults.size(); ++i) ::sigaction(faults[i].signal, &action, &listened_before[i]);
}

void stop_listening() {
  for (std::size_t i = 0; i < faults.size(); ++i) ::sigaction(faults[i].signal, &listened_before[i], nullptr);
}

std::optional<fs::path> state_folder() {
  auto const* systemd = std::getenv("STATE_DIRECTORY");
  if (systemd && *systemd) return fs::path{systemd};
  auto const* state = std::getenv("XDG_STATE_HOME");
  if (state && *state) return fs::path{state} / "waymark";
  auto const* home = std::getenv("HOME");
  if (home && *home) return fs::path{home} / ".local/state/waymark";
  return std::nullopt;
}

std::optional<std::string> end_of_run_noted_in(fs::path const& file) {
  std::ifstream in(file);
  struct stat seen {};
  if (!in || ::stat(file.c_str(), &seen) != 0) return std::nullopt;
  std::ostringstream note;
  note << in.rdbuf();
  return end_of_run(note.str(), static_cast<base::Millis>(seen.st_mtim.tv_sec) * 1000);
}

}  // namespace

std::optional<fs::path> run_file(std::string const& place, unsigned short port) {
  if (!is_postgresql(place)) return fs::path{place} / "waymark.run";
  auto const folder = state_folder();
  if (!folder) return std::nullopt;
  std::error_code refused;
  fs::create_directories(*folder, refused);
  if (refused) return std::nullopt;
  return *folder / fmt::format("waymark-{}.run", port);
}

std::string end_of_run(std::string_view note, base::Millis last_sign_of_life) {
  std::istringstream lines{std::string{note}};
  std::string begun;
  std::getline(lines, begun);
  int signal = 0;
  base::Millis seconds = 0;
  if (lines >> signal >> seconds) {
    for (auto const& fault : faults) {
      if (fault.signal == signal) return fmt::format("{}, at {}", fault.name, moment(seconds * 1000));
    }
  }
  return fmt::format(
      "something outside it (killed, out of memory, or the machine went down), at {} or within {} seconds after",
      moment(last_sign_of_life), sign_of_life_every.count());
}

RunNote::RunNote(fs::path file, base::Clock const& clock) : file_(std::move(file)), last_(end_of_run_noted_in(file_)) {
  note_descriptor = ::open(file_.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_APPEND | O_CLOEXEC | O_NOFOLLOW, 0600);
  if (note_descriptor < 0) {
    spdlog::warn("{} cannot be written: the next start will not know how this run ended", file_.string());
    return;
  }
  auto const begun = fmt::format("runs since {}\n", moment(clock.now()));
  [[maybe_unused]] auto const written = ::write(note_descriptor, begun.data(), begun.size());
  listen_for_faults();
  alive_ = std::jthread{[this](std::stop_token const& stop) { show_life(stop); }};
}

RunNote::~RunNote() {
  if (note_descriptor < 0) return;
  alive_ = {};
  stop_listening();
  ::close(note_descriptor);
  note_descriptor = -1;
  std::error_code gone;
  fs::remove(file_, gone);
}

void RunNote::show_life(std::stop_token const& stop) {
  std::unique_lock lock(mutex_);
  while (!stop.stop_requested()) {
    ::futimens(note_descriptor, nullptr);
    stopped_.wait_for(lock, stop, sign_of_life_every, [] { return false; });
  }
}

}  // namespace waymark::app
