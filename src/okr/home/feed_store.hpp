#pragma once

#include "core/db/db.hpp"
#include "okr/home/feed.hpp"

namespace waymark::okr::store {

std::optional<Visit> visit(db::Tx& tx, PersonId person);
void save_visit(db::Tx& tx, PersonId person, Visit const& visit);

// What others did after `since`, the newest first: objectives published and closed anywhere, and whatever happened to
// the company's objectives and to those that concern this viewer.
std::vector<Happening> happenings(db::Tx& tx, PersonId viewer, base::Millis since);

// The value that a key result had at that moment.
std::optional<double> value_before(db::Tx& tx, KeyResultId key_result, base::Millis at);

}  // namespace waymark::okr::store
