#pragma once

#include "core/db/db.hpp"
#include "search/search_shapes.hpp"

namespace waymark::search::store {

// What of the kind this viewer may see and has all these words (at most four of them count): a few hundred candidates,
// each perhaps more than once.
std::vector<Hit> candidates(db::Tx& tx, policy::PersonId viewer, HitKind kind, std::vector<std::string> const& words);

// The words of one thing, anew; of an objective with its key results and what was learned at its closing.
void index(db::Tx& tx, HitKind kind, std::int64_t id);
void index_blockers(db::Tx& tx, std::int64_t objective);
void put_words(db::Tx& tx, HitKind kind, std::int64_t item, std::string_view text);

// An objective is about to go, with all that belongs to it.
void forget_objective(db::Tx& tx, std::int64_t id);

// The next ids of a kind whose things are written one by one, after `after`.
std::vector<std::int64_t> ids_after(db::Tx& tx, HitKind kind, std::int64_t after);

bool is_filled(db::Tx& tx);
void set_filled(db::Tx& tx);

}  // namespace waymark::search::store
