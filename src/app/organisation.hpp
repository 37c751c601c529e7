#pragma once

#include <string>

#include "core/db/db.hpp"

namespace waymark::app {

// The name of the company, or nothing before there is one.
std::string organisation_of(db::Db& database);

}  // namespace waymark::app
