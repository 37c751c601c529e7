#pragma once

#include <string>
#include <string_view>

// What opens an account without a password: sessions, API tokens, one-time links.
namespace waymark::identity {

// 256 random bits as 52 letters (base32, lower case).
std::string new_secret();

// How a secret is kept and looked for: 64 hexadecimal digits of BLAKE2b-256.
std::string hashed(std::string_view secret);

// Could this be a secret at all? Saves the database a question.
bool looks_like_secret(std::string_view text);

inline constexpr std::string_view token_mark = "wm_";

}  // namespace waymark::identity
