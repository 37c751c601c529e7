#pragma once

#include <memory>
#include <string>
#include <vector>

#include "core/db/connection.hpp"

namespace waymark::testing {

// How a migrated, empty database would carry out a statement.
class Plans {
 public:
  static std::unique_ptr<Plans> of(db::Dialect dialect);
  virtual ~Plans() = default;

  // The big tables that the statement would read from end to end, with how. Throws std::runtime_error for a statement
  // that the database does not understand.
  virtual std::vector<std::string> full_scans(std::string const& statement) = 0;
};

// Tables that grow with every working day.
bool is_big(std::string const& table);

}  // namespace waymark::testing
