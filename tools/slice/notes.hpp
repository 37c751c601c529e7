#pragma once

#include "core/rest/call.hpp"
#include "sample/note_shapes.hpp"

// What somebody writes down for themselves. [SAMPLE-1]
namespace waymark::sample {

Note write_note(db::Tx& tx, policy::Viewer const& viewer, NewNote const& wanted);

// The viewer's own, the newest first. Throws invalid for a cursor that this list did not give. [SAMPLE-2]
rest::Page<Note> own_notes(db::Tx& tx, policy::Viewer const& viewer, NoteQuery const& query);

}  // namespace waymark::sample
