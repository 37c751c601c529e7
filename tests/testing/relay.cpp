#include "testing/relay.hpp"

#include <arpa/inet.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <chrono>
#include <stdexcept>

namespace waymark::testing {
namespace {

sockaddr_in loopback(unsigned short port) {
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(port);
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  return address;
}

bool readable(int socket) {
  pollfd each{socket, POLLIN, 0};
  return ::poll(&each, 1, 20) > 0;
}

std::size_t at_port(std::string const& url) {
  return url.find(':', url.find('@')) + 1;
}

}  // namespace

Relay::Relay(unsigned short to) : to_(to) {
  listening_ = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  auto address = loopback(0);
  auto* const raw = reinterpret_cast<sockaddr*>(&address);
  socklen_t size = sizeof address;
  if (::bind(listening_, raw, size) != 0 || ::listen(listening_, 64) != 0 || ::getsockname(listening_, raw, &size) != 0)
    throw std::runtime_error("no port for the relay");
  port_ = ntohs(address.sin_port);
  threads_.emplace_back([this] { accept(); });
}

Relay::~Relay() {
  over_ = true;
  cut();
  threads_.front().join();
  for (std::size_t i = 1; i < threads_.size(); ++i) threads_[i].join();
  for (auto const socket : sockets_) ::close(socket);
  ::close(listening_);
}

void Relay::cut() {
  std::lock_guard const lock(mutex_);
  for (auto const socket : sockets_) ::shutdown(socket, SHUT_RDWR);
}

void Relay::accept() {
  while (!over_) {
    if (!readable(listening_)) continue;
    auto const here = ::accept4(listening_, nullptr, nullptr, SOCK_CLOEXEC);
    if (refuses_) {
      ::close(here);
      continue;
    }
    auto const there = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    auto const address = loopback(to_);
    if (::connect(there, reinterpret_cast<sockaddr const*>(&address), sizeof address) != 0) {
      ::close(here);
      ::close(there);
      continue;
    }
    std::lock_guard const lock(mutex_);
    sockets_.insert({here, there});
    threads_.emplace_back([this, here, there] { pass(here, there); });
    threads_.emplace_back([this, here, there] { pass(there, here); });
  }
}

void Relay::pass(int from, int to) {
  std::array<char, 16384> chunk{};
  while (!over_) {
    if (!readable(from)) continue;
    while (silent_ && !over_) std::this_thread::sleep_for(std::chrono::milliseconds{5});
    auto const size = ::recv(from, chunk.data(), chunk.size(), 0);
    if (size <= 0) break;
    for (ssize_t sent = 0; sent < size;) {
      auto const more = ::send(to, chunk.data() + sent, static_cast<std::size_t>(size - sent), MSG_NOSIGNAL);
      if (more <= 0) break;
      sent += more;
    }
  }
  ::shutdown(from, SHUT_RDWR);
  ::shutdown(to, SHUT_RDWR);
}

std::string through(Relay const& relay, std::string const& url) {
  auto const at = at_port(url);
  auto const end = url.find_first_not_of("0123456789", at);
  return url.substr(0, at) + std::to_string(relay.port()) + url.substr(end);
}

unsigned short port_of(std::string const& url) {
  return static_cast<unsigned short>(std::stoi(url.substr(at_port(url))));
}

}  // namespace waymark::testing
