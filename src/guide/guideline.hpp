#pragma once

#include "core/rest/route.hpp"
#include "guide/guideline_shapes.hpp"

// How OKRs are used here: one page, its versions, and who has read it.
namespace waymark::guide {

Guidelines guidelines(db::Tx& tx, policy::Viewer const& viewer);

// A new version. Throws conflict when the newest is no longer the one that was seen.
void write_guidelines(db::Tx& tx, policy::Viewer const& viewer, std::string const& text, std::int64_t seen);

// Throws conflict when a newer version is there to be read.
void acknowledge(db::Tx& tx, policy::Viewer const& viewer, std::int64_t version);

std::vector<rest::Route> guideline_routes();

}  // namespace waymark::guide
