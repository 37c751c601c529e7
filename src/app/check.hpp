#pragma once

#include <boost/describe.hpp>
#include <chrono>
#include <stop_token>
#include <string>
#include <vector>

#include "audit/chain.hpp"
#include "core/db/db.hpp"

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
// The log of what was done is held against checkpoints that were kept outside.
CheckReport check(std::string const& place, std::vector<audit::Checkpoint> const& kept = {});

// Looks through the tables of a SQLite installation, in an order of chance, for at most this long or until `stop`: what
// is damaged is told to the database (db::Db::faults) and throws base::Problem.
void sample(db::Db& database, std::chrono::milliseconds longest, std::stop_token const& stop);

}  // namespace waymark::app
