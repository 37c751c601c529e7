#include "core/http/message.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

#include "core/base/text.hpp"

namespace waymark::http {
namespace {

std::string_view reason_of(int status) {
  switch (status) {
    case 200: return "OK";
    case 201: return "Created";
    case 204: return "No Content";
    case 304: return "Not Modified";
    case 400: return "Bad Request";
    case 401: return "Unauthorized";
    case 403: return "Forbidden";
    case 404: return "Not Found";
    case 405: return "Method Not Allowed";
    case 408: return "Request Timeout";
    case 409: return "Conflict";
    case 413: return "Content Too Large";
    case 415: return "Unsupported Media Type";
    case 421: return "Misdirected Request";
    case 422: return "Unprocessable Content";
    case 428: return "Precondition Required";
    case 429: return "Too Many Requests";
    case 431: return "Request Header Fields Too Large";
    case 503: return "Service Unavailable";
    default: return status < 500 ? "Error" : "Internal Server Error";
  }
}

bool is_safe_in_header(std::string_view value) {
  return std::none_of(value.begin(), value.end(), [](char c) { return c == '\r' || c == '\n' || c == '\0'; });
}

}  // namespace

std::string_view name_of(Method method) {
  switch (method) {
    case Method::get: return "GET";
    case Method::head: return "HEAD";
    case Method::post: return "POST";
    case Method::put: return "PUT";
    case Method::patch: return "PATCH";
    case Method::del: return "DELETE";
    case Method::options: return "OPTIONS";
  }
  return "";
}

std::string_view Request::header(std::string_view lower_case_name) const {
  for (auto const& [name, value] : headers) {
    if (name == lower_case_name) return value;
  }
  return {};
}

Response json(int status, std::string body) {
  Response response;
  response.status = status;
  response.content_type = status < 400 ? "application/json" : "application/problem+json";
  response.body = std::move(body);
  return response;
}

Response text(int status, std::string body) {
  Response response;
  response.status = status;
  response.content_type = "text/plain; charset=utf-8";
  response.body = std::move(body);
  return response;
}

std::string head_of(Response const& response, std::string_view date, bool keep_alive) {
  std::string head;
  head.reserve(640);
  auto out = std::back_inserter(head);
  fmt::format_to(out, "HTTP/1.1 {} {}\r\nDate: {}\r\n", response.status, reason_of(response.status), date);
  head +=
      "X-Content-Type-Options: nosniff\r\nReferrer-Policy: same-origin\r\nX-Frame-Options: DENY\r\n"
      "Cross-Origin-Opener-Policy: same-origin\r\nCross-Origin-Resource-Policy: same-origin\r\n";
  if (!response.content_type.empty()) fmt::format_to(out, "Content-Type: {}\r\n", response.content_type);
  bool policy_given = false;
  for (auto const& [name, value] : response.headers) {
    if (!is_safe_in_header(value)) continue;
    policy_given = policy_given || name == "Content-Security-Policy";
    fmt::format_to(out, "{}: {}\r\n", name, value);
  }
  if (!policy_given) head += "Content-Security-Policy: default-src 'none'; frame-ancestors 'none'\r\n";
  if (response.status != 204 && response.status != 304 && !response.stream) {
    fmt::format_to(out, "Content-Length: {}\r\n", response.bytes().size());
  }
  head += keep_alive ? "Connection: keep-alive\r\n\r\n" : "Connection: close\r\n\r\n";
  return head;
}

std::string_view cookie(Request const& request, std::string_view name) {
  for (auto const part : base::split(request.header("cookie"), ';')) {
    auto const pair = base::trimmed(part);
    if (pair.size() > name.size() && pair.starts_with(name) && pair[name.size()] == '=')
      return pair.substr(name.size() + 1);
  }
  return {};
}

}  // namespace waymark::http
