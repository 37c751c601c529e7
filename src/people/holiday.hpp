#pragma once

#include "core/db/db.hpp"

namespace waymark::people {

// Is it a holiday for all?
bool is_holiday(db::Tx& tx, base::Day day);

}  // namespace waymark::people
