#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/db/db.hpp"
#include "search/search_shapes.hpp"

// Words that begin with what was typed, as the queries ask for them.
namespace waymark::search::store {

// All words that begin with `from`: up to where the last code point there is would stand behind it.
struct Stretch {
  std::string from;
  std::string to() const { return from + "\U0010FFFF"; }
};

// Of the four longest words, the one with the fewest rows of the kind first; those of too few words hold everything.
std::vector<Stretch> stretches_of(db::Tx& tx, HitKind kind, std::vector<std::string> words);

// Things of a kind in whose words each of the four stretches holds one; the first stretch is the narrowest.
inline constexpr std::string_view with_words = R"sql(
   WHERE w.kind = :kind AND w.word >= :from1 AND w.word < :to1
     AND EXISTS (SELECT 1 FROM search_word x
                  WHERE x.item_id = w.item_id AND x.kind = :kind AND x.word >= :from2 AND x.word < :to2)
     AND EXISTS (SELECT 1 FROM search_word x
                  WHERE x.item_id = w.item_id AND x.kind = :kind AND x.word >= :from3 AND x.word < :to3)
     AND EXISTS (SELECT 1 FROM search_word x
                  WHERE x.item_id = w.item_id AND x.kind = :kind AND x.word >= :from4 AND x.word < :to4))sql";

}  // namespace waymark::search::store
