#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace waymark::http {

class Channel;

enum class Method { get, head, post, put, patch, del, options };

std::string_view name_of(Method method);  // "GET"

// A request that passed the limits and the framing checks. Header names are compared without case.
struct Request {
  Method method{Method::get};
  std::string target;  // as sent: path and query
  std::string path;    // without the query, still percent-encoded
  std::string query;
  std::vector<std::pair<std::string, std::string>> headers;  // names in lower case
  std::string body;
  std::string peer;  // address of the other end of the connection

  std::string_view header(std::string_view lower_case_name) const;  // the first of that name; empty for none
  bool reads() const { return method == Method::get || method == Method::head; }
};

struct Response {
  int status{200};
  std::string content_type;
  std::string body;
  std::shared_ptr<std::string const> file;         // instead of body: bytes that many answers share
  std::shared_ptr<std::string const> packed_file;  // the same in gzip, where that was made once for all of them
  std::vector<std::pair<std::string, std::string>> headers;
  std::shared_ptr<Channel> stream;  // instead of both: an event stream that stays open

  Response& with(std::string name, std::string value) {
    headers.emplace_back(std::move(name), std::move(value));
    return *this;
  }
  std::string_view bytes() const { return file ? std::string_view{*file} : std::string_view{body}; }
};

Response json(int status, std::string body);
Response text(int status, std::string body);

// Status line and headers, with the empty line. `date` as in the Date header.
std::string head_of(Response const& response, std::string_view date, bool keep_alive);

// The value of a cookie of the request, or empty.
std::string_view cookie(Request const& request, std::string_view name);

}  // namespace waymark::http
