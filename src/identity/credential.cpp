#include "identity/credential.hpp"

#include <fmt/format.h>

#include "core/base/problem.hpp"
#include "core/base/text.hpp"

namespace waymark::identity {
namespace {

constexpr std::size_t longest = 200;

[[noreturn]] void refuse(std::string detail) {
  throw base::Problem{base::Code::malformed, "ambiguous_credentials", std::move(detail)};
}

// Takes the only value there may be.
void keep(std::optional<std::string_view>& kept, std::string_view value) {
  if (kept) refuse("The request carries two credentials of the same kind.");
  if (value.size() > longest) refuse("The credential of the request is too long.");
  kept = value;
}

std::optional<std::string_view> bearer(http::Request const& request) {
  std::optional<std::string_view> value;
  for (auto const& [name, text] : request.headers) {
    if (name == "authorization") keep(value, text);
  }
  if (!value) return std::nullopt;
  auto const space = value->find(' ');
  auto const scheme = base::folded(value->substr(0, space));
  return scheme == "bearer" && space != std::string_view::npos ? base::trimmed(value->substr(space + 1))
                                                               : std::string_view{};
}

std::optional<std::string_view> session(http::Request const& request, std::string_view cookie) {
  std::optional<std::string_view> value;
  for (auto const& [name, text] : request.headers) {
    if (name != "cookie") continue;
    for (auto const part : base::split(text, ';')) {
      auto const pair = base::trimmed(part);
      auto const equals = pair.find('=');
      if (equals != std::string_view::npos && pair.substr(0, equals) == cookie) keep(value, pair.substr(equals + 1));
    }
  }
  return value;
}

bool is_loopback(std::string_view address) {
  return address.starts_with("127.") || address == "::1" || address.starts_with("::ffff:127.");
}

}  // namespace

bool is_https(http::Request const& request, Line const& line) {
  return line.trust_forwarded_proto && base::trimmed(request.header("x-forwarded-proto")) == "https";
}

bool is_secure(http::Request const& request, Line const& line) {
  return line.trust_forwarded_proto || (!is_loopback(request.peer) && !line.allow_plain_http);
}

void require_private_line(http::Request const& request, Line const& line) {
  if (is_https(request, line) || line.allow_plain_http || is_loopback(request.peer)) return;
  throw base::Problem{base::Code::forbidden, "https_required",
                      "Please sign in over https: this connection is not encrypted."};
}

std::optional<Credential> credential_of(http::Request const& request, Line const& line) {
  if (auto const token = bearer(request)) return Credential{Credential::Kind::token, *token};
  if (auto const cookie = session(request, cookie_name(is_secure(request, line))))
    return Credential{Credential::Kind::session, *cookie};
  return std::nullopt;
}

std::string_view cookie_name(bool secure) {
  return secure ? "__Host-waymark" : "waymark";
}

std::string_view device_cookie_name(bool secure) {
  return secure ? "__Host-waymark-device" : "waymark-device";
}

std::string device_cookie(bool secure, std::string_view secret) {
  return fmt::format("{}={}; Path=/; {}HttpOnly; SameSite=Lax; Max-Age={}", device_cookie_name(secure), secret,
                     secure ? "Secure; " : "", 180 * 24 * 3600);
}

std::string session_cookie(bool secure, std::string_view secret, long long max_age_seconds) {
  return fmt::format("{}={}; Path=/; {}HttpOnly; SameSite=Lax; Max-Age={}", cookie_name(secure), secret,
                     secure ? "Secure; " : "", max_age_seconds);
}

}  // namespace waymark::identity
