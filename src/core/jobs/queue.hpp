#pragma once

#include <optional>
#include <string>

#include "core/db/db.hpp"

// The queue in the database.
namespace waymark::jobs {

struct Claimed {
  std::int64_t id;
  std::string kind;
  std::string body;
  std::int64_t attempts;  // with this one
  std::int64_t held_until;
};
BOOST_DESCRIBE_STRUCT(Claimed, (), (id, kind, body, attempts, held_until))

void add(db::Tx& tx, std::string_view kind, std::string_view body, base::Millis due_at);

// Adds the one job of a kind that comes back; nothing happens when it is there.
void add_repeating(db::Tx& tx, std::string_view kind);

bool anything_due(db::Tx& tx);

// When the next job of this kind is due.
std::optional<base::Millis> next_due(db::Tx& tx, std::string_view kind);

// Takes the job that has been due longest, so that nobody else does until `held_until`.
std::optional<Claimed> claim(db::Tx& tx, base::Millis held_until);

void remove(db::Tx& tx, std::int64_t id);
void put_off(db::Tx& tx, std::int64_t id, base::Millis due_at);
void put_off_failed(db::Tx& tx, std::int64_t id, base::Millis due_at, std::string_view error);

}  // namespace waymark::jobs
