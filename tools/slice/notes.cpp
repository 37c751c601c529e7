#include "sample/notes.hpp"

#include <limits>

#include "core/base/problem.hpp"
#include "sample/note_store.hpp"

namespace waymark::sample {
namespace {

NoteId place_after(std::optional<json::Text<13, 13>> const& cursor) {
  if (!cursor) return {std::numeric_limits<std::int64_t>::max()};
  auto const id = base::id_of(*cursor);
  if (!id) throw base::invalid("after", "This is no cursor of this list.");
  return {*id};
}

}  // namespace

Note write_note(db::Tx& tx, policy::Viewer const& viewer, NewNote const& wanted) {
  Note note{.id = tx.new_id<NoteId>(), .text = wanted.text, .created_at = tx.now()};
  store::insert_note(tx, note, viewer.person);
  return note;
}

rest::Page<Note> own_notes(db::Tx& tx, policy::Viewer const& viewer, NoteQuery const& query) {
  auto const most = query.limit.value_or(50).value;
  rest::Page<Note> page;
  page.items = store::notes_of(tx, viewer.person, place_after(query.after), most + 1);
  if (std::ssize(page.items) > most) {
    page.items.pop_back();
    page.next = page.items.back().id.text();
  }
  return page;
}

}  // namespace waymark::sample
