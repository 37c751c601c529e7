#pragma once

#include <set>
#include <string>

namespace waymark::testing {

// Every statement that SQLite runs in this process from now on is heard of, as it was written.
void hear_statements();
std::set<std::string> heard_statements();

// The statements that stand in one piece in the sources of the slices that answer requests. Those that are put together
// from parts have to be heard.
std::set<std::string> written_statements();

// SELECT, INSERT, UPDATE or DELETE, also behind WITH.
bool reads_or_writes(std::string const& statement);

}  // namespace waymark::testing
