#pragma once

#include <boost/describe.hpp>
#include <string>
#include <vector>

#include "connect/directory/people_import.hpp"
#include "connect/okrs/okr_rows.hpp"
#include "okr/transfer/import.hpp"

namespace waymark::app {

struct Count {
  std::string what;
  std::int64_t number;
};
BOOST_DESCRIBE_STRUCT(Count, (), (what, number))

struct Line {
  std::int64_t line;
  std::string text;
};
BOOST_DESCRIBE_STRUCT(Line, (), (line, text))

// What an import says at the end.
struct ImportReport {
  bool kept{true};
  std::int64_t rows{0};
  std::vector<Count> made;
  std::vector<Line> rejected;
  std::vector<Line> notes;
  std::vector<std::string> ignored_columns;
};
BOOST_DESCRIBE_STRUCT(ImportReport, (), (kept, rows, made, rejected, notes, ignored_columns))

ImportReport report_of(connect::OkrPlan const& plan, okr::Imported const& made);
ImportReport report_of(connect::PeoplePlan const& plan, connect::PeopleMade const& made);

// Prints it: for a person, or as JSON.
void say(ImportReport const& report, bool as_json);

}  // namespace waymark::app
