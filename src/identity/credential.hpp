#pragma once

#include <optional>
#include <string_view>

#include "core/http/message.hpp"

namespace waymark::identity {

// How requests reach this server.
struct Line {
  bool trust_forwarded_proto{false};  // only where a proxy of ours sets X-Forwarded-Proto itself
  bool allow_plain_http{false};       // sign in without encryption from other machines
};

// Did the browser come by https?
bool is_https(http::Request const& request, Line const& line);

// Are cookies for encrypted lines only? Always, but on this machine without a proxy, and where plain HTTP was allowed.
bool is_secure(http::Request const& request, Line const& line);

// Throws Problem (forbidden) where a password would cross a network unencrypted.
void require_private_line(http::Request const& request, Line const& line);

// The secret that a request carries, as it was sent.
struct Credential {
  enum class Kind { session, token };
  Kind kind;
  std::string_view secret;
};

// Throws Problem (malformed) for two of a kind and for what is far too long. A token goes before a cookie.
std::optional<Credential> credential_of(http::Request const& request, Line const& line);

// "__Host-waymark" by https, "waymark" on plain HTTP.
std::string_view cookie_name(bool secure);

// What tells that somebody has signed in here before; it opens nothing by itself.
std::string_view device_cookie_name(bool secure);
std::string device_cookie(bool secure, std::string_view secret);

// The Set-Cookie header of a session; an age of 0 takes it away.
std::string session_cookie(bool secure, std::string_view secret, long long max_age_seconds);

}  // namespace waymark::identity
