#include "abuse/line.hpp"

#include <arpa/inet.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <cstdlib>
#include <stdexcept>
#include <utility>

namespace waymark::testing {
namespace {

sockaddr_in address(char const* host, unsigned short port) {
  sockaddr_in result{};
  result.sin_family = AF_INET;
  result.sin_port = htons(port);
  inet_pton(AF_INET, host, &result.sin_addr);
  return result;
}

bool is_whole(std::string_view answer) {
  auto const end = answer.find("\r\n\r\n");
  if (end == std::string_view::npos) return false;
  auto const mark = answer.find("Content-Length: ");
  if (mark == std::string_view::npos || mark > end) return true;
  return answer.size() >= end + 4 + std::strtoul(answer.data() + mark + 16, nullptr, 10);
}

}  // namespace

Line::Line(std::string const& from, unsigned short port, int receive_bytes)
    : socket_(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
  int const yes = 1;
  if (receive_bytes > 0) setsockopt(socket_, SOL_SOCKET, SO_RCVBUF, &receive_bytes, sizeof receive_bytes);
  setsockopt(socket_, IPPROTO_IP, IP_BIND_ADDRESS_NO_PORT, &yes, sizeof yes);
  setsockopt(socket_, IPPROTO_TCP, TCP_NODELAY, &yes, sizeof yes);
  auto const own = address(from.c_str(), 0);
  auto const other = address("127.0.0.1", port);
  if (::bind(socket_, reinterpret_cast<sockaddr const*>(&own), sizeof own) != 0 ||
      ::connect(socket_, reinterpret_cast<sockaddr const*>(&other), sizeof other) != 0) {
    ::close(socket_);
    throw std::runtime_error("no connection from " + from);
  }
  fcntl(socket_, F_SETFL, O_NONBLOCK);
}

Line::Line(Line&& other) noexcept : socket_(std::exchange(other.socket_, -1)) {}

Line::~Line() {
  if (socket_ >= 0) ::close(socket_);
}

bool Line::wait_for(short what, std::chrono::steady_clock::time_point until) const {
  auto const left = std::chrono::ceil<std::chrono::milliseconds>(until - std::chrono::steady_clock::now()).count();
  pollfd one{socket_, what, 0};
  return left > 0 && ::poll(&one, 1, static_cast<int>(left)) > 0;
}

std::size_t Line::send(std::string_view bytes, std::chrono::milliseconds patience) {
  auto const until = std::chrono::steady_clock::now() + patience;
  std::size_t sent = 0;
  while (sent < bytes.size()) {
    auto const size = ::send(socket_, bytes.data() + sent, bytes.size() - sent, MSG_NOSIGNAL);
    if (size > 0) {
      sent += static_cast<std::size_t>(size);
    } else if (errno != EAGAIN || !wait_for(POLLOUT, until)) {
      break;
    }
  }
  return sent;
}

std::string Line::answer(std::chrono::milliseconds patience) {
  auto const until = std::chrono::steady_clock::now() + patience;
  std::string all;
  std::array<char, 65536> chunk{};
  while (!is_whole(all)) {
    auto const size = ::recv(socket_, chunk.data(), chunk.size(), 0);
    if (size > 0) {
      all.append(chunk.data(), static_cast<std::size_t>(size));
    } else if (size == 0 || errno != EAGAIN || !wait_for(POLLIN, until)) {
      break;
    }
  }
  return all;
}

bool Line::is_closed() {
  std::array<char, 65536> chunk{};
  ssize_t size = 0;
  while ((size = ::recv(socket_, chunk.data(), chunk.size(), 0)) > 0) {
  }
  return size == 0 || errno != EAGAIN;
}

int status_of(std::string_view answer) {
  return answer.starts_with("HTTP/1.1 ") ? std::atoi(std::string{answer.substr(9, 3)}.c_str()) : 0;
}

bool may_open(unsigned long files) {
  rlimit limit{};
  if (getrlimit(RLIMIT_NOFILE, &limit) != 0) return false;
  if (limit.rlim_cur >= files) return true;
  limit.rlim_cur = std::min<rlim_t>(limit.rlim_max, files);
  return setrlimit(RLIMIT_NOFILE, &limit) == 0 && limit.rlim_cur >= files;
}

}  // namespace waymark::testing
