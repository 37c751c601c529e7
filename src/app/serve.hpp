#pragma once

#include "app/config.hpp"
#include "identity/identity.hpp"

namespace waymark::app {

// Log lines go to standard error, one a line, without personal data and without secrets.
void start_log();

// Serves until SIGTERM or SIGINT; what is under way is finished first. Throws base::Problem or std::runtime_error when
// it cannot start.
void serve(Config const& config, identity::Options options = {});

}  // namespace waymark::app
