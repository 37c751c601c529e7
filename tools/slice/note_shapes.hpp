#pragma once

#include "core/json/shape.hpp"
#include "core/policy/viewer.hpp"

namespace waymark::sample {

using policy::PersonId;

using NoteId = base::Id<struct NoteTag>;

struct Note {
  NoteId id;
  std::string text;
  std::int64_t created_at;  // milliseconds UTC
};
BOOST_DESCRIBE_STRUCT(Note, (), (id, text, created_at))

struct NewNote {
  json::Text<1, 2000> text;
};
BOOST_DESCRIBE_STRUCT(NewNote, (), (text))

struct NoteQuery {
  std::optional<json::Text<13, 13>> after;
  std::optional<json::Int<1, 200>> limit;  // 50 when left out
};
BOOST_DESCRIBE_STRUCT(NoteQuery, (), (after, limit))

}  // namespace waymark::sample
