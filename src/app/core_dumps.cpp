#include "app/core_dumps.hpp"

#include <sys/prctl.h>
#include <sys/resource.h>

#include <stdexcept>

namespace waymark::app {

void leave_no_core_dumps() {
  rlimit const none{0, 0};
  if (::setrlimit(RLIMIT_CORE, &none) != 0 || ::prctl(PR_SET_DUMPABLE, 0) != 0)
    throw std::runtime_error("core dumps cannot be switched off");
}

}  // namespace waymark::app
