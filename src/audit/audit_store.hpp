#pragma once

#include "audit/audit_shapes.hpp"
#include "core/db/db.hpp"

namespace waymark::audit {

// The newest lines first, at most `most` of them.
std::vector<AuditLine> lines(db::Tx& tx, AuditFilter const& filter, std::int64_t most);

}  // namespace waymark::audit
