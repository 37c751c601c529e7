#pragma once

#include "audit/audit_shapes.hpp"
#include "audit/chain.hpp"
#include "core/db/db.hpp"

namespace waymark::audit {

// A line as it is kept.
struct Row {
  AuditId id;
  std::int64_t at;
  std::optional<policy::PersonId> actor_id;
  std::optional<policy::PersonId> in_place_of_id;
  std::string action;
  std::string subject;
  std::optional<AnyId> subject_id;
  std::optional<policy::PersonId> with_id;
  std::string codes;
  std::optional<std::string> words;
  bool erased;  // it had words
};
BOOST_DESCRIBE_STRUCT(Row, (),
                      (id, at, actor_id, in_place_of_id, action, subject, subject_id, with_id, codes, words, erased))

// The newest lines first, at most `most` of them.
std::vector<Row> lines(db::Tx& tx, AuditFilter const& filter, std::int64_t most);

// Puts `link` at the end of the chain; its number and its hashes are found here.
void append(db::Tx& tx, Link link);

Head head(db::Tx& tx);
// The lines after a number, in their order.
std::vector<Link> links_after(db::Tx& tx, std::int64_t id, std::int64_t most);

}  // namespace waymark::audit
