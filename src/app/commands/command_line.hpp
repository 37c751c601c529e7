#pragma once

namespace waymark::app {

// The program: reads the command line, does what it says, returns the exit code.
int run(int argc, char** argv);

}  // namespace waymark::app
