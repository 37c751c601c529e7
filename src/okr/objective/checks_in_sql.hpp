#pragma once

#include <string_view>

namespace waymark::okr::store {

// Who checks a key result in: its owner; where it has none, or they have left, whoever answers for its objective; where
// they have left too, who stands in for them. For queries that call the key result k, its owner w (an outer join) and
// the objective o, with the accountable person a. [OKR-115]
inline constexpr std::string_view who_checks_in =
    "CASE WHEN w.id IS NOT NULL AND w.left_at IS NULL THEN w.id WHEN a.left_at IS NULL THEN a.id ELSE a.stand_in_id "
    "END";

// Is it :person? Without the accountable person, and from what an index finds.
inline constexpr std::string_view checked_in_by_person = R"sql(
     ((k.owner_id = :person AND k.owner_id IS NOT NULL)
      OR ((w.id IS NULL OR w.left_at IS NOT NULL)
          AND (o.accountable_id = :person
               OR o.accountable_id IN (SELECT s.id FROM people_person s WHERE s.stand_in_id = :person)))))sql";

}  // namespace waymark::okr::store
