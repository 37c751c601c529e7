#include "sample/note_store.hpp"

namespace waymark::sample::store {
namespace {

constexpr db::Sql insert_one{"sample.note.insert", R"sql(
  INSERT INTO sample_note (id, author_id, text, created_at) VALUES (:id, :author, :text, :created_at))sql"};

constexpr db::Sql select_of{"sample.note.of", R"sql(
  SELECT n.id, n.text, n.created_at
    FROM sample_note n
   WHERE n.author_id = :author AND n.id < :before
   ORDER BY n.id DESC
   LIMIT :limit)sql"};

}  // namespace

void insert_note(db::Tx& tx, Note const& note, PersonId author) {
  tx.run(insert_one, note.id, author, note.text, note.created_at);
}

std::vector<Note> notes_of(db::Tx& tx, PersonId author, NoteId before, std::int64_t limit) {
  return tx.rows<Note>(select_of, author, before, limit);
}

}  // namespace waymark::sample::store
