#pragma once

#include <string>
#include <vector>

#include "core/base/day.hpp"
#include "core/json/shape.hpp"
#include "core/json/types.hpp"
#include "okr/rules/score.hpp"

namespace waymark::connect {

struct SentenceQuery {
  json::Text<0, 300> sentence;  // of a key result
};
BOOST_DESCRIBE_STRUCT(SentenceQuery, (), (sentence))

// How a sentence says that it is measured.
struct StatedMeasure {
  okr::Kind kind;
  okr::Direction direction;
  std::optional<double> baseline;  // none where the sentence states no start
  std::optional<double> target;    // none for a change in percent of a start that is not stated
  std::optional<double> change_percent;
  std::optional<double> low;  // stay_within only
  std::optional<double> high;
  std::string unit;
};
BOOST_DESCRIBE_STRUCT(StatedMeasure, (), (kind, direction, baseline, target, change_percent, low, high, unit))

// "By 10 points" of a start that the sentence does not state.
struct StatedChange {
  double by;  // below 0 for less
  std::string unit;
};
BOOST_DESCRIBE_STRUCT(StatedChange, (), (by, unit))

struct MeasureReading {
  std::optional<StatedMeasure> measure;    // none where it states no measure, or several
  std::optional<StatedChange> asks_start;  // a change without its start: then there is no measure before both are said
};
BOOST_DESCRIBE_STRUCT(MeasureReading, (), (measure, asks_start))

// A sentence of a key result, and the figures that it has now.
struct WordingRequest {
  json::Text<1, 500> sentence;
  std::optional<json::Figure> baseline;
  std::optional<json::Figure> target;
  std::optional<json::Figure> low;
  std::optional<json::Figure> high;
};
BOOST_DESCRIBE_STRUCT(WordingRequest, (), (sentence, baseline, target, low, high))

struct Wording {
  std::optional<std::string> sentence;  // with these figures; none where it says them already, or cannot
};
BOOST_DESCRIBE_STRUCT(Wording, (), (sentence))

struct ColumnFor {
  json::Text<1, 200> column;  // of the file
  json::Text<1, 60> field;    // of ours
};
BOOST_DESCRIBE_STRUCT(ColumnFor, (), (column, field))

// A file to bring in.
struct FileToImport {
  json::Verbatim<1, 8'000'000> text;  // CSV with a header line
  std::vector<ColumnFor> mapping;     // where the names of columns do not say enough
};
BOOST_DESCRIBE_STRUCT(FileToImport, (), (text, mapping))

struct ImportQuery {
  std::optional<bool> dry_run;  // say what would be made, and keep nothing
};
BOOST_DESCRIBE_STRUCT(ImportQuery, (), (dry_run))

struct OkrImportQuery {
  std::optional<bool> dry_run;
  std::optional<json::Int<1, 12>>
      fiscal_start;  // the month with which a fiscal year (FY26) begins; February unless said
};
BOOST_DESCRIBE_STRUCT(OkrImportQuery, (), (dry_run, fiscal_start))

struct ImportCount {
  std::string what;  // "objectives", "key_results", "persons" …
  std::int64_t number;
};
BOOST_DESCRIBE_STRUCT(ImportCount, (), (what, number))

struct ImportRemark {
  std::int64_t line;  // of the file, the header being line 1
  std::string text;
};
BOOST_DESCRIBE_STRUCT(ImportRemark, (), (line, text))

// Something that would be made, or was.
struct ImportedThing {
  std::int64_t line;
  std::string kind;    // objective, key_result, person
  std::string text;    // title or name
  std::string where;   // cycle and team, or team
  std::string detail;  // how it is measured, or the e-mail address
};
BOOST_DESCRIBE_STRUCT(ImportedThing, (), (line, kind, text, where, detail))

struct ColumnUse {
  std::string column;
  std::optional<std::string> field;
};
BOOST_DESCRIBE_STRUCT(ColumnUse, (), (column, field))

struct FieldOfOurs {
  std::string name;
  bool required;
};
BOOST_DESCRIBE_STRUCT(FieldOfOurs, (), (name, required))

// A cycle of the file, with the days that it names.
struct ImportedCycle {
  std::string name;
  base::Day starts_on;
  base::Day ends_on;
};
BOOST_DESCRIBE_STRUCT(ImportedCycle, (), (name, starts_on, ends_on))

struct ImportAnswer {
  bool kept;                           // false: nothing was made
  std::optional<std::string> problem;  // why the file as a whole cannot go in
  std::int64_t rows;
  std::vector<ColumnUse> columns;
  std::vector<FieldOfOurs> fields;
  std::vector<ImportedCycle> cycles;
  std::optional<std::int64_t> fiscal_start;  // the month that was taken, where the days of a cycle depend on it
  std::vector<ImportCount> made;
  std::vector<ImportRemark> rejected;  // rows that cannot be read; one keeps the whole file out
  std::vector<ImportRemark> notes;
  std::vector<ImportedThing> things;  // the first 200
};
BOOST_DESCRIBE_STRUCT(ImportAnswer, (),
                      (kept, problem, rows, columns, fields, cycles, fiscal_start, made, rejected, notes, things))

}  // namespace waymark::connect
