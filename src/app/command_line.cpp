#include "app/command_line.hpp"

namespace waymark::app {

int run(int, char**) { return 0; }

}  // namespace waymark::app
