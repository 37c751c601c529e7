#pragma once

namespace waymark::app {

// What the program says when it ends; docs/operate/exit-codes.md explains each.
enum ExitCode : int {
  done = 0,
  refused = 1,      // the input is readable but may not go in
  usage = 2,        // the command line itself is wrong
  no_data = 3,      // the data is missing, damaged, already there, or from a newer release
  unreachable = 4,  // busy or not to be reached: try again later
  internal = 70,
};

}  // namespace waymark::app
