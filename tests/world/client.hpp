#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace waymark::testing {

struct Answer {
  int status{0};
  std::map<std::string, std::string> headers;  // names in lower case
  std::string body;
};

using Headers = std::vector<std::pair<std::string, std::string>>;

// A blocking HTTP client on one kept connection to 127.0.0.1.
class Client {
 public:
  explicit Client(unsigned short port) : port_(port) {}
  ~Client() { disconnect(); }
  Client(Client const&) = delete;
  Client& operator=(Client const&) = delete;

  // Throws std::runtime_error when the connection breaks before the whole answer is there.
  Answer send(std::string_view method, std::string_view target, Headers const& headers = {},
              std::string_view body = {});

  // Sends these bytes on a connection of their own and returns all that comes back until the other end closes or is
  // silent for a second.
  std::string exchange(std::string_view bytes);

 private:
  void connect();
  void disconnect();
  void write(std::string_view bytes);
  bool read_more(std::string& into);
  Answer read_answer(bool has_body);

  unsigned short port_;
  int socket_{-1};
};

}  // namespace waymark::testing
