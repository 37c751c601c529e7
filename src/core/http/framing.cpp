#include "core/http/framing.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <string>

#include "core/base/text.hpp"

namespace waymark::http {
namespace {

using Fault = std::optional<std::string_view>;

constexpr std::array<std::string_view, 7> methods{"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"};

std::string lower(std::string_view text) {
  std::string result{text};
  std::transform(result.begin(), result.end(), result.begin(), [](unsigned char c) { return std::tolower(c); });
  return result;
}

bool has_bare_line_end(std::string_view head) {
  for (std::size_t i = 0; i < head.size(); ++i) {
    if (head[i] == '\n' && (i == 0 || head[i - 1] != '\r')) return true;
    if (head[i] == '\r' && (i + 1 == head.size() || head[i + 1] != '\n')) return true;
  }
  return false;
}

Fault request_line_fault(std::string_view line) {
  auto const parts = base::split(line, ' ');
  if (parts.size() != 3) return "The request line is not readable.";
  if (std::find(methods.begin(), methods.end(), parts[0]) == methods.end()) return "This method is not known here.";
  if (!parts[1].starts_with('/')) return "The request target must be a path.";
  if (parts[2] != "HTTP/1.1" && parts[2] != "HTTP/1.0") return "Only HTTP/1.1 is spoken here.";
  return path_fault(parts[1].substr(0, parts[1].find('?')));
}

// What the headers say about the length of the body, counted over all of them.
struct Framing {
  int hosts{0};
  int lengths{0};
  int codings{0};
  bool chunked{false};
  bool length_is_number{true};
};

Fault header_fault(std::string_view line, Framing& framing) {
  if (line.front() == ' ' || line.front() == '\t') return "Folded header lines are not accepted.";
  auto const colon = line.find(':');
  if (colon == std::string_view::npos || colon == 0) return "A header line has no name.";
  auto const name = line.substr(0, colon);
  if (name.find_first_of(" \t") != std::string_view::npos) return "A header name holds white space.";
  auto const value = base::trimmed(line.substr(colon + 1));
  auto const key = lower(name);
  if (key == "host") ++framing.hosts;
  if (key == "content-length") {
    ++framing.lengths;
    framing.length_is_number = !value.empty() && value.size() <= 15 &&
                               std::all_of(value.begin(), value.end(), [](unsigned char c) { return std::isdigit(c); });
  }
  if (key == "transfer-encoding") {
    ++framing.codings;
    framing.chunked = value == "chunked";
  }
  return std::nullopt;
}

Fault framing_of_body_fault(Framing const& framing, bool http_1_0) {
  if (framing.hosts != 1) return "A request needs exactly one Host header.";
  if (framing.lengths > 1 || !framing.length_is_number) return "The Content-Length is not one plain number.";
  if (framing.codings == 0) return std::nullopt;
  if (framing.codings > 1 || !framing.chunked) return "The only transfer encoding accepted is chunked.";
  if (framing.lengths > 0) return "Transfer-Encoding and Content-Length contradict each other.";
  if (http_1_0) return "HTTP/1.0 has no transfer encoding.";
  return std::nullopt;
}

}  // namespace

Fault path_fault(std::string_view path) {
  if (path.find('\\') != std::string_view::npos || path.find("//") != std::string_view::npos)
    return "The path is not in its plain form.";
  auto const plain = lower(path);
  for (std::string_view const hidden : {"%00", "%2f", "%5c", "%2e%2e", "/../", "/./", "%25"}) {
    if (plain.find(hidden) != std::string::npos) return "The path is not in its plain form.";
  }
  if (plain.ends_with("/..") || plain.ends_with("/.")) return "The path is not in its plain form.";
  for (unsigned char const c : path) {
    if (c <= 0x20 || c >= 0x7F) return "The path holds a character that must be percent-encoded.";
  }
  return std::nullopt;
}

Fault framing_fault(std::string_view head) {
  if (head.find('\0') != std::string_view::npos) return "The head of the request holds a NUL.";
  if (has_bare_line_end(head)) return "Lines must end with CR LF.";
  auto end = head.find("\r\n");
  auto const first = head.substr(0, end);
  if (auto const fault = request_line_fault(first)) return fault;
  Framing framing;
  int lines = 0;
  for (head.remove_prefix(end + 2); !head.empty(); head.remove_prefix(end + 2)) {
    end = head.find("\r\n");
    auto const line = head.substr(0, end);
    if (line.empty()) break;
    if (++lines > 100) return "The request has more than 100 headers.";
    if (auto const fault = header_fault(line, framing)) return fault;
  }
  return framing_of_body_fault(framing, first.ends_with("1.0"));
}

}  // namespace waymark::http
