#include <boost/beast/http.hpp>
#include <optional>
#include <string>

#include "core/base/text.hpp"
#include "core/http/framing.hpp"
#include "core/http/url.hpp"
#include "targets.hpp"

namespace waymark::fuzz {
namespace {

namespace beast = boost::beast;
using Parser = beast::http::request_parser<beast::http::string_body>;

// How often the parser saw what decides where a request ends, and whom it is for.
struct Said {
  int hosts{0};
  int lengths{0};
  int codings{0};
};

Said said_by(Parser::value_type const& message) {
  Said said;
  for (auto const& field : message) {
    said.hosts += beast::iequals(field.name_string(), "host") ? 1 : 0;
    said.lengths += beast::iequals(field.name_string(), "content-length") ? 1 : 0;
    said.codings += beast::iequals(field.name_string(), "transfer-encoding") ? 1 : 0;
    require(field.value().find_first_of("\r\n") == beast::string_view::npos, "a header value holds a line end");
  }
  return said;
}

void check_target(std::string_view target) {
  require(target.starts_with('/'), "the target is no path");
  auto const path = target.substr(0, target.find('?'));
  require(!http::path_fault(path), "a path with a fault was let through");
  auto const plain = http::decoded(path, false);
  if (!plain) return;
  require(base::is_utf8(*plain), "a decoded path is no UTF-8");
  require(plain->find("/../") == std::string::npos && !plain->ends_with("/.."), "a decoded path climbs");
  require(plain->find('\0') == std::string::npos, "a decoded path holds NUL");
}

}  // namespace

// What our check lets through, the parser behind it reads in the same way.
void http_head(std::string_view input) {
  std::string head = std::string{input} + "\r\n\r\n";
  head.resize(head.find("\r\n\r\n") + 4);
  if (http::framing_fault(head)) return;

  Parser parser;
  parser.header_limit(1 << 20);
  parser.eager(false);
  boost::system::error_code error;
  auto const read = parser.put(boost::asio::buffer(head), error);
  if (error || !parser.is_header_done()) return;
  require(read == head.size(), "the parser ends the head at another place");
  auto const& message = parser.get();
  auto const said = said_by(message);
  require(said.hosts == 1, "not one host");
  require(said.lengths + said.codings <= 1, "two opinions on the length of the body");
  require(parser.chunked() == (said.codings == 1), "another opinion on chunks");
  require(parser.content_length().has_value() == (said.lengths == 1), "another opinion on the length");
  auto const target = message.target();
  check_target({target.data(), target.size()});
}

}  // namespace waymark::fuzz
