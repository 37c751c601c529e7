#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "audit/chain.hpp"
#include "core/db/db.hpp"
#include "core/policy/viewer.hpp"
#include "core/rest/route.hpp"

namespace waymark::audit {

// What a line says beside who did what to whom.
struct More {
  policy::PersonId with{};         // the other one: a new manager, who was put into the team
  policy::PersonId in_place_of{};  // whose right was used, where it was not the actor's own
  std::string codes{};             // "roles=employee,hr;kept=yes": nothing that somebody has written, see code()
};

// Adds a line to the log, in the transaction of what it speaks of, and binds it to the line before. `action` as
// "person.roles_set". Names are no part of a line; `words` are what somebody has written, can be erased later, and hold
// no secret and nobody's private text. An actor without id is the command line or the server itself.
//
// On PostgreSQL who adds a line waits until the one before is committed: call it late in a transaction.
void record(db::Tx& tx, policy::PersonId actor, std::string_view action, std::string_view subject,
            std::int64_t subject_id, std::string_view words = {}, More const& more = {});

// "name=value", where the value holds only letters, digits and marks that codes are made of; others are left out.
std::string code(std::string_view name, std::string_view value);

// Who acts, where the command line lends itself the rights of an administrator.
struct Actor {
  policy::PersonId person;
  policy::PersonId in_place_of;
};
Actor actor_of(policy::Viewer const& viewer);

// Makes the hashes of lines that were written before there was a chain. Says how many.
std::int64_t begin_chain(db::Db& db);

// The whole chain, held against lines that were kept outside.
ChainReport verify_chain(db::Db& db, std::vector<Checkpoint> const& kept = {});
ChainReport verify_chain(db::Tx& tx, std::vector<Checkpoint> const& kept = {});

// Where the chain ends now; nothing where no line was written yet.
std::optional<Checkpoint> checkpoint(db::Tx& tx);

// Takes away the lines before a moment; the chain begins behind them, and a line says so. Says how many.
std::int64_t prune(db::Tx& tx, policy::PersonId by, base::Millis before);

// Erases the words of all lines that a person did or that speak of them, each with a line that says so; the chain
// holds.
std::int64_t erase_words(db::Tx& tx, policy::PersonId by, policy::PersonId person);

// How the thing of a kind and an id is called today; what it may not be called here has no name. Other slices stand
// above this one.
using NameOf = std::function<std::optional<std::string>(db::Tx&, std::string_view subject, std::int64_t id)>;

std::vector<rest::Route> routes(NameOf name_of);

}  // namespace waymark::audit
