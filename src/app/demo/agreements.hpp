#pragma once

#include "app/wiring.hpp"

namespace waymark::app::demo {

// What Halden has agreed on: its vision, its holidays, and how it uses OKRs.
void agree(db::Tx& tx, Product& product, policy::Viewer const& hr);

}  // namespace waymark::app::demo
