#pragma once

#include "core/db/db.hpp"
#include "guide/guideline_shapes.hpp"

namespace waymark::guide {

struct GuidelineRow {
  std::int64_t version;
  std::string text;
  PersonId author_id;
  std::int64_t created_at;
};
BOOST_DESCRIBE_STRUCT(GuidelineRow, (), (version, text, author_id, created_at))

std::optional<GuidelineRow> newest_guideline(db::Tx& tx);
void insert_guideline(db::Tx& tx, GuidelineRow const& row);  // throws Problem (conflict) for a version that is there

std::optional<std::int64_t> acknowledged_at(db::Tx& tx, std::int64_t version, PersonId person);
void insert_acknowledgement(db::Tx& tx, std::int64_t version, PersonId person);  // once is enough
std::int64_t acknowledgements(db::Tx& tx, std::int64_t version);                 // of people who are here
std::int64_t people_here(db::Tx& tx);

}  // namespace waymark::guide
