#pragma once

#include <stdexcept>
#include <string_view>

// What is tried with any bytes at all, by libFuzzer and by the test that replays the corpora. A target throws when
// something that must hold does not; a refusal (Problem) is an answer like any other.
namespace waymark::fuzz {

void http_head(std::string_view input);
void json_body(std::string_view input);
void csv(std::string_view input);
void query(std::string_view input);
void sentence(std::string_view input);

inline void require(bool holds, char const* what) {
  if (!holds) throw std::logic_error(what);
}

}  // namespace waymark::fuzz
