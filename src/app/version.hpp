#pragma once

namespace waymark::app {

inline constexpr char version[] = "0.1.0";  // as in CMakeLists.txt

}  // namespace waymark::app
