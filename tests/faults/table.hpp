#pragma once

#include <string>
#include <vector>

namespace waymark::testing {

// What was tried of one operation and one way to fail, and how it went.
struct Line {
  std::string operation;
  std::string failure;
  bool from_then_on{false};
  int tried{0};
  int met{0};         // where the call was made, so that it could fail
  int done{0};        // all went well, or was done again
  int refused{0};     // 503 or 507, or an exit code that says so
  int cut_off{0};     // no answer came: out of memory for the line itself
  int started{0};     // a new start was asked for, and helped
  double longest{0};  // seconds until the caller knew

  void took(double seconds) {
    if (seconds > longest) longest = seconds;
  }
};

// Whether every place is tried, as `./dev faults` does, or a few of each.
bool tries_all();

// The places where a call may fail: all that there are up to `most` for `every`, otherwise 1 to 50 and powers of two;
// a few in CI.
std::vector<long> places(bool every, long most = 4096);

// Prints the line, and appends it to the file that WAYMARK_FAULTS_TABLE names.
void tell(Line const& line);

}  // namespace waymark::testing
