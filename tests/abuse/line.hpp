#pragma once

#include <chrono>
#include <string>
#include <string_view>

namespace waymark::testing {

// One raw connection to the server, from an address of this machine that can be chosen (127.0.0.0/8): what strangers
// do with it is not what an HTTP client would.
class Line {
 public:
  Line(std::string const& from, unsigned short port, int receive_bytes = 0);
  ~Line();
  Line(Line&& other) noexcept;
  Line(Line const&) = delete;
  Line& operator=(Line const&) = delete;

  // Sends what the other end takes within the time; how many bytes that were.
  std::size_t send(std::string_view bytes, std::chrono::milliseconds patience = std::chrono::seconds{5});

  // What comes back until the other end closes, an answer is whole, or the time is up.
  std::string answer(std::chrono::milliseconds patience = std::chrono::seconds{5});
  bool is_closed();  // as far as it was heard

 private:
  bool wait_for(short what, std::chrono::steady_clock::time_point until) const;

  int socket_;
};

// "HTTP/1.1 401 …" as 401; 0 where there is none.
int status_of(std::string_view answer);

// May this process have so many descriptors? It has from now on.
bool may_open(unsigned long files);

}  // namespace waymark::testing
