#pragma once

#include <chrono>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "core/http/message.hpp"

namespace waymark::http {

struct Limits {
  std::size_t head_bytes{16 * 1024};
  std::size_t body_bytes{2 << 20};
  std::size_t import_bytes{32 << 20};  // for paths under /api/v1/imports
  int connections{4096};
  int waiting{256};  // requests that run or wait for a worker; beyond it the answer is 503
  int workers{24};   // threads that run handlers
  std::chrono::seconds head_timeout{10};
  std::chrono::seconds body_timeout{30};
  std::chrono::seconds write_timeout{30};
  std::chrono::seconds idle_timeout{75};
  std::chrono::seconds heartbeat{15};  // of event streams
  std::chrono::seconds drain{8};       // how long a stopping server waits for what is under way
};

// Called on a worker thread; may block. Must not throw.
using Handler = std::function<Response(Request&)>;

// Says of a request that its handler waits for nothing, a database least of all: it has threads of its own, and is
// answered also while all workers wait. Called on the I/O thread.
using WaitsForNothing = std::function<bool(Request const&)>;

// A server for one address. The constructor listens (throws std::runtime_error with a sentence when it cannot), run()
// serves until stop(): no new connections, what is under way is finished, event streams are closed.
class Server {
 public:
  Server(std::string const& address, unsigned short port, Handler handler, Limits limits = {},
         WaitsForNothing waits_for_nothing = {});
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
