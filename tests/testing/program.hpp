#pragma once

#include <cstdlib>
#include <optional>
#include <string>

namespace waymark::testing {

// The program that WAYMARK_PROGRAM of the environment names: `./dev test` names the one that ships.
inline std::optional<std::string> given_program() {
  auto const* named = std::getenv("WAYMARK_PROGRAM");
  return named && *named ? std::optional<std::string>{named} : std::nullopt;
}

#ifdef WAYMARK_PROGRAM
// The program that was given, or the one built with these tests.
inline std::string program() {
  return given_program().value_or(WAYMARK_PROGRAM);
}
#endif

}  // namespace waymark::testing
