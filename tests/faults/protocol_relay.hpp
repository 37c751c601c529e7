#pragma once

#include <atomic>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

namespace waymark::testing {

// A line to PostgreSQL that knows where one message ends and the next begins, and does something at the nth.
class ProtocolRelay {
 public:
  enum class Act { none, cut, silence, error };
  enum class Way { to_server, from_server };

  explicit ProtocolRelay(unsigned short to);
  ~ProtocolRelay();
  ProtocolRelay(ProtocolRelay const&) = delete;
  ProtocolRelay& operator=(ProtocolRelay const&) = delete;

  unsigned short port() const { return port_; }

  // The nth message that goes this way from now on, of all lines: it and all behind it never come; or, on the way to
  // the server, what it belongs to is answered with this SQLSTATE and never gets there.
  void plan(Act act, Way way, long nth, bool from_then_on, std::string state = "");
  void heal();
  long met() const { return met_; }

 private:
  struct Line;
  void accept();
  void pass(Line& line);
  bool take(Line& line, Way way);
  bool act_at(Line& line, Way way, std::string const& message);
  bool hits(Way way);
  bool begin(Line& line);

  unsigned short to_;
  unsigned short port_{0};
  int listening_{-1};
  std::atomic<bool> over_{false};
  std::atomic<long> met_{0};
  std::mutex mutex_;
  Act act_{Act::none};
  Way way_{Way::to_server};
  long nth_{0};
  long seen_{0};
  bool from_then_on_{false};
  std::string state_;
  std::vector<std::thread> threads_;
};

}  // namespace waymark::testing
