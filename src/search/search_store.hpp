#pragma once

#include "core/db/db.hpp"
#include "search/search_shapes.hpp"

namespace waymark::search::store {

// What of the kind this viewer may see and has all these words (at most four of them count): a few hundred candidates,
// each perhaps more than once.
std::vector<Hit> candidates(db::Tx& tx, policy::PersonId viewer, HitKind kind, std::vector<std::string> const& words);

// The words of one thing, anew; of an objective with its key results and its learning.
void index_person(db::Tx& tx, std::int64_t id);
void index_team(db::Tx& tx, std::int64_t id);
void index_kpi(db::Tx& tx, std::int64_t id);
void index_objective(db::Tx& tx, std::int64_t id);

// An objective is about to go, with all that belongs to it.
void forget_objective(db::Tx& tx, std::int64_t id);

// The next ids of a kind that has events of its own, after `after`.
std::vector<std::int64_t> ids_after(db::Tx& tx, HitKind kind, std::int64_t after);

bool is_filled(db::Tx& tx);
void set_filled(db::Tx& tx);

}  // namespace waymark::search::store
