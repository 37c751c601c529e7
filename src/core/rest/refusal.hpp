#pragma once

#include "core/rest/route.hpp"

namespace waymark::rest {

// Called when somebody who is known may not do what they asked for, before they are told. One for the program, whatever
// database it is about; set before the first request.
using RefusalListener = void (*)(db::Db&, Route const&, PathFields const&, policy::Viewer const&, base::Problem const&);
void on_refusal(RefusalListener listener);

}  // namespace waymark::rest
