#pragma once

#include "core/db/db.hpp"
#include "okr/closing/closing_shapes.hpp"

// The rows of closures and retros.
namespace waymark::okr::store {

void insert_closure(db::Tx& tx, ObjectiveId objective, NewClosure const& wanted, std::optional<double> suggested,
                    PersonId by);
void insert_key_result_closure(db::Tx& tx, ObjectiveId objective, KeyResultClosure const& closure);
std::optional<Closure> closure(db::Tx& tx, ObjectiveId objective, Ambition ambition);

// Puts the closure among those that were taken back, with all that belongs to it. Nothing where it was cancelled.
void put_closure_by(db::Tx& tx, ObjectiveId objective, PersonId by);
std::vector<PastClosure> past_closures(db::Tx& tx, ObjectiveId objective, Ambition ambition);  // newest first

// The target that was promised first, where it was changed since.
std::optional<double> first_target(db::Tx& tx, ObjectiveId objective, KeyResultId key_result);

// The grade of the objective that this one was carried from, and so on back; oldest first.
std::vector<double> earlier_grades(db::Tx& tx, ObjectiveId objective);

}  // namespace waymark::okr::store
