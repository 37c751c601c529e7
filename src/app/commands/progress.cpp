#include "app/commands/progress.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <cstdio>

namespace waymark::app {

Progress::Progress(std::string what) : what_(std::move(what)), shown_(isatty(STDERR_FILENO) == 1) {
  if (shown_) fmt::print(stderr, "{} …", what_);
}

Progress::~Progress() {
  if (shown_) fmt::print(stderr, "\r\033[K");
}

void Progress::at(std::size_t done, std::size_t of) {
  auto const percent = of == 0 ? 100 : static_cast<int>(100 * done / of);
  if (!shown_ || percent == percent_) return;
  percent_ = percent;
  fmt::print(stderr, "\r\033[K{} … {} %", what_, percent);
}

}  // namespace waymark::app
