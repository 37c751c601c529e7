#pragma once

namespace waymark::app {

// From here on a fault of this program leaves no picture of its memory behind: it would hold passwords just given, and
// what people read. Nobody but root may look into the program while it runs either.
void leave_no_core_dumps();

}  // namespace waymark::app
