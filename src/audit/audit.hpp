#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/db/db.hpp"
#include "core/policy/viewer.hpp"
#include "core/rest/route.hpp"

namespace waymark::audit {

// Adds a line to the log, in the transaction of what it speaks of. `action` as "person.role_given"; `detail` is for a
// person to read and holds no secret and nobody's private text. An actor without id is the command line.
void record(db::Tx& tx, policy::PersonId actor, std::string_view action, std::string_view subject,
            std::int64_t subject_id, std::string_view detail);

// How the person of an id is called; people stand above this slice.
using NameOf = std::function<std::optional<std::string>(db::Tx&, policy::PersonId)>;

std::vector<rest::Route> routes(NameOf name_of);

}  // namespace waymark::audit
