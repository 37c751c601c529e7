#pragma once

#include <condition_variable>
#include <filesystem>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <thread>

#include "core/base/clock.hpp"

namespace waymark::app {

// Where the run that serves this place is noted: beside the data, or for PostgreSQL in the folder for state that
// systemd or the user has. Absent where there is no such folder.
std::optional<std::filesystem::path> run_file(std::string const& place, unsigned short port);

// What the note of a run that did not stop cleanly says of its end: "an abort (SIGABRT), at 2026-11-29T10:00:00Z".
std::string end_of_run(std::string_view note, base::Millis last_sign_of_life);

// Notes that the server runs, for the operator of the next start: a run that stops cleanly takes its note away, one
// that is ended by a fault of its own says by which, and of any other the last sign of life is known.
class RunNote {
 public:
  RunNote(std::filesystem::path file, base::Clock const& clock);
  ~RunNote();
  RunNote(RunNote const&) = delete;
  RunNote& operator=(RunNote const&) = delete;

  // How the run before ended, where it did not stop cleanly.
  std::optional<std::string> const& last() const { return last_; }

 private:
  void show_life(std::stop_token const& stop);

  std::filesystem::path file_;
  std::optional<std::string> last_;
  std::mutex mutex_;
  std::condition_variable_any stopped_;
  std::jthread alive_;
};

}  // namespace waymark::app
