#pragma once

#include <functional>

#include "core/db/db.hpp"
#include "core/http/message.hpp"
#include "core/policy/viewer.hpp"

namespace waymark::rest {

// Throws Problem unless the key is 1 to 200 printable characters.
void check_idempotency_key(std::string_view key);

// Runs `call` and remembers its answer under the caller's key, in the same transaction; the second time the remembered
// answer is given and nothing runs. Throws Problem (invalid) when the key came with another request before.
http::Response once(db::Tx& tx, policy::PersonId person, std::string_view key, http::Request const& request,
                    std::function<http::Response(db::Tx&)> const& call);

// Forgets answers older than three days.
void forget_old_answers(db::Tx& tx);

}  // namespace waymark::rest
