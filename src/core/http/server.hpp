#pragma once

#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/http/message.hpp"

namespace waymark::http {

constexpr std::size_t small_body = 16 * 1024;  // is read before it is known who asks

// What callers may take of this server. The page docs/operate/costs.md is held against these by tests/abuse.
struct Limits {
  std::size_t head_bytes{16 * 1024};  // also what a chunked body may carry beside its content
  std::size_t small_bytes{small_body};
  std::size_t buffered_bytes{192 << 20};       // all that came in or waits to go out, of all connections
  std::size_t buffered_for_unknown{16 << 20};  // of it, for callers who are not known
  std::size_t connections{4096};
  std::size_t connections_of_a_house{2048};  // one address of IPv4, a /64 of IPv6
  int waiting{256};                          // requests that wait for a worker; beyond it the answer is 503
  int workers{24};                           // threads that run handlers
  std::chrono::seconds head_timeout{10};
  std::chrono::seconds body_timeout{30};
  std::chrono::seconds write_timeout{30};
  std::chrono::seconds idle_timeout{75};
  std::chrono::seconds heartbeat{15};  // of event streams
  std::chrono::seconds drain{8};       // how long a stopping server waits for what is under way
};

// Called on a worker thread; may block. Must not throw.
using Handler = std::function<Response(Request&)>;

// What may come after a head: whether it is known who asks, and how large the body may be, or why there is none to be
// read at all.
struct Admission {
  bool known{false};
  std::size_t body_bytes{0};
  std::optional<Response> refusal{};
};

struct Hooks {
  // Says of a request that its handler waits for nothing, a database least of all: it has threads of its own, and is
  // answered also while all workers wait. Called on the I/O thread.
  std::function<bool(Request const&)> waits_for_nothing{};

  // Asked on a worker, before the body is read, where more than `small_bytes` are to come, or where callers who are not
  // known hold all they may. Must not throw. Without it no body is larger.
  std::function<Admission(Request const&)> admit{};

  // Where a request comes from, for the order of those who wait: the address of the connection where nothing is said.
  // Called on the I/O thread.
  std::function<std::string(Request const&)> origin_of{};

  // Whether it seems to come from somebody who was known a moment ago: for that order alone, and without a database.
  // Called on the I/O thread. Must not throw.
  std::function<bool(Request const&)> seems_known{};
};

// A server for one address. The constructor listens (throws std::runtime_error with a sentence when it cannot), run()
// serves until stop(): no new connections, what is under way is finished, event streams are closed.
class Server {
 public:
  Server(std::string const& address, unsigned short port, Handler handler, Limits limits = {}, Hooks hooks = {});
  ~Server();

  unsigned short port() const;
  void stop_on_signals();  // SIGTERM and SIGINT stop it from now on, also before it runs
  void run();
  void stop();  // from any thread

 private:
  class Engine;
  std::unique_ptr<Engine> engine_;
};

// The answer to a request that is refused before a handler saw it.
Response refusal(int status, std::string_view code, std::string_view detail);

}  // namespace waymark::http
