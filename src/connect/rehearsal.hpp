#pragma once

#include <functional>

#include "core/db/db.hpp"

namespace waymark::connect {

// Does `work` as a write would and keeps nothing of it. What is large is tried on a copy where the database has one
// writer, so that nobody waits for it; small work takes its turn with the others. One large one at a time: Problem
// (too_busy) for whoever would wait too long, and (no_space) where there is no room for the copy beside the data.
void rehearse(db::Db& db, bool is_large, std::function<void(db::Tx&)> const& work);

// Takes away the copy that is left of one that did not come to its end. Before anything is rehearsed.
void clear_rehearsal(db::Db& db);

}  // namespace waymark::connect
