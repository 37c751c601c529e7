#pragma once

#include <atomic>
#include <mutex>
#include <set>
#include <string>
#include <thread>
#include <vector>

namespace waymark::testing {

// A line to a server on loopback that can fall silent or be cut.
class Relay {
 public:
  explicit Relay(unsigned short to);
  ~Relay();
  Relay(Relay const&) = delete;
  Relay& operator=(Relay const&) = delete;

  unsigned short port() const { return port_; }
  void be_silent(bool silent) { silent_ = silent; }  // takes everything and passes nothing on, new lines too
  void cut();                                        // all lines that are there
  void refuse(bool refuses) { refuses_ = refuses; }  // cuts each new line at once

 private:
  void accept();
  void pass(int from, int to);

  unsigned short to_;
  unsigned short port_{0};
  int listening_{-1};
  std::atomic<bool> silent_{false};
  std::atomic<bool> refuses_{false};
  std::atomic<bool> over_{false};
  std::mutex mutex_;
  std::set<int> sockets_;
  std::vector<std::thread> threads_;
};

// The same database through the relay.
std::string through(Relay const& relay, std::string const& url);
unsigned short port_of(std::string const& url);

}  // namespace waymark::testing
