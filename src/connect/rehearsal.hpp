#pragma once

#include <functional>

#include "core/db/db.hpp"

namespace waymark::connect {

// Does `work` as a write would and keeps nothing of it. What is large is tried on a copy where the database has one
// writer, so that nobody waits for it; small work takes its turn with the others. One large one at a time: Problem
// (too_busy) for whoever would wait too long.
void rehearse(db::Db& db, bool is_large, std::function<void(db::Tx&)> const& work);

}  // namespace waymark::connect
