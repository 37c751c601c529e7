#pragma once

#include <string>

namespace waymark::app {

// One line on a terminal that tells how far long work has come; nothing where standard error is no terminal.
class Progress {
 public:
  explicit Progress(std::string what);
  ~Progress();
  Progress(Progress const&) = delete;
  Progress& operator=(Progress const&) = delete;

  void at(std::size_t done, std::size_t of);

 private:
  std::string what_;
  bool shown_;
  int percent_{-1};
};

}  // namespace waymark::app
