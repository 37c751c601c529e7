#pragma once

#include <gtest/gtest.h>

#include <boost/json.hpp>

#include <fstream>
#include <sstream>
#include <string>

#include "core/base/day.hpp"
#include "core/json/shape.hpp"
#include "okr/rules/score.hpp"

// For the tests that run the published files of cases.
namespace waymark::okr::cases {

namespace js = boost::json;

inline js::array all(std::string const& file) {
  std::ifstream stream(std::string(WAYMARK_SOURCE_DIR "/src/okr/rules/cases/") + file);
  std::stringstream text;
  text << stream.rdbuf();
  return js::parse(text.str()).at("cases").as_array();
}

inline std::string text(js::object const& from, char const* name, char const* otherwise = "") {
  auto const* value = from.if_contains(name);
  return value ? std::string(value->as_string()) : otherwise;
}

inline std::optional<double> number(js::object const& from, char const* name) {
  auto const* value = from.if_contains(name);
  return value && !value->is_null() ? std::optional(value->to_number<double>()) : std::nullopt;
}

inline base::Day day(js::object const& from, char const* name, char const* otherwise = "") {
  return base::Day::parse(text(from, name, otherwise)).value();
}

template <class Enum>
Enum one_of(js::value const& name) {
  return json::enum_of<Enum>(name.as_string()).value();
}

template <class Enum>
Enum one_of(js::object const& from, char const* name, Enum otherwise) {
  auto const* value = from.if_contains(name);
  return value ? one_of<Enum>(*value) : otherwise;
}

inline Measure measure(js::object const& one) {
  Measure measure{.baseline = 0, .target = 100};
  auto const* given = one.if_contains("measure");
  if (!given) return measure;
  auto const& from = given->as_object();
  measure.kind = one_of(from, "kind", Kind::number);
  measure.direction = one_of(from, "direction", Direction::rise);
  bool const zero_to_one = measure.kind == Kind::yes_no || measure.kind == Kind::milestones;
  if (from.contains("baseline")) measure.baseline = number(from, "baseline");  // null: nobody knows it
  measure.target = number(from, "target").value_or(zero_to_one ? 1 : 100);
  measure.low = number(from, "low");
  measure.high = number(from, "high");
  measure.commit = number(from, "commit");
  measure.stretch = number(from, "stretch");
  measure.change_percent = number(from, "change_percent");
  return measure;
}

// Runs `check` on each case of a file that has `field`, and says which one it was when it fails. Fails when there is
// none.
template <class Check>
void run(std::string const& file, char const* field, Check check) {
  int count = 0;
  for (auto const& value : all(file)) {
    auto const& one = value.as_object();
    if (!one.contains(field)) continue;
    SCOPED_TRACE(file + ": " + text(one, "name"));
    check(one);
    ++count;
  }
  EXPECT_GT(count, 0) << file << " has no case with " << field;
}

}  // namespace waymark::okr::cases
