#pragma once

#include "core/db/db.hpp"
#include "sample/note_shapes.hpp"

namespace waymark::sample::store {

void insert_note(db::Tx& tx, Note const& note, PersonId author);

// Those of one author, the newest first: at most `limit` that are older than `before`.
std::vector<Note> notes_of(db::Tx& tx, PersonId author, NoteId before, std::int64_t limit);

}  // namespace waymark::sample::store
