#pragma once

#include "core/json/shape.hpp"
#include "people/people_shapes.hpp"

namespace waymark::guide {

using people::PersonId;
using people::PersonName;

// How OKRs are used here; version 0 and empty before anybody has written them.
struct Guidelines {
  std::string text;  // markdown
  std::optional<PersonName> author;
  std::optional<std::int64_t> changed_at;
  std::optional<std::int64_t> acknowledged_at;   // this version, by the reader
  std::optional<std::int64_t> acknowledgements;  // of this version, for HR
  std::optional<std::int64_t> people;            // who are here, for HR
  std::vector<std::string> may;                  // "edit"
  std::int64_t version;
};
BOOST_DESCRIBE_STRUCT(Guidelines, (),
                      (text, author, changed_at, acknowledged_at, acknowledgements, people, may, version))

struct GuidelinesChange {
  json::Text<1, 50'000> text;
};
BOOST_DESCRIBE_STRUCT(GuidelinesChange, (), (text))

struct Acknowledgement {
  json::Int<1, 1'000'000> version;  // that was read
};
BOOST_DESCRIBE_STRUCT(Acknowledgement, (), (version))

}  // namespace waymark::guide
