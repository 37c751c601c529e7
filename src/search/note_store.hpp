#pragma once

#include "core/db/db.hpp"
#include "search/search_shapes.hpp"

// Notes of check-ins. There are many and each says little: their words are kept by key result, and written soon after
// the check-in instead of within it.
namespace waymark::search::store {

// Writes the words of the next `most` check-ins. Says of how many.
std::size_t index_notes(db::Tx& tx, std::int64_t most);

struct Note {
  std::int64_t key_result;
  Hit hit;
};

// Of a hundred key results whose notes together hold all these words: all their notes, newest first, one key result
// after the other.
std::vector<Note> notes(db::Tx& tx, policy::PersonId viewer, std::vector<std::string> const& words);

}  // namespace waymark::search::store
