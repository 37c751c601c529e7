#pragma once

#include <boost/json/value.hpp>
#include <string>

namespace waymark::rest {

// JSON over several lines where it does not fit on one.
std::string indented(boost::json::value const& value);

}  // namespace waymark::rest
