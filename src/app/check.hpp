#pragma once

#include <boost/describe.hpp>
#include <string>
#include <vector>

namespace waymark::app {

// One thing that was looked at: sound or not, and what was seen.
struct Finding {
  std::string what;
  bool sound;
  std::string seen;
};
BOOST_DESCRIBE_STRUCT(Finding, (), (what, sound, seen))

struct CheckReport {
  bool sound;
  std::vector<Finding> findings;
};
BOOST_DESCRIBE_STRUCT(CheckReport, (), (sound, findings))

// Is this installation sound? Changes nothing. Throws base::Problem when there is none.
CheckReport check(std::string const& place);

}  // namespace waymark::app
