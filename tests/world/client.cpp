#include "world/client.hpp"

#include <arpa/inet.h>
#include <fmt/format.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <stdexcept>

namespace waymark::testing {
namespace {

std::string lower(std::string text) {
  std::transform(text.begin(), text.end(), text.begin(), [](unsigned char c) { return std::tolower(c); });
  return text;
}

void patience(int socket, int seconds) {
  timeval const limit{seconds, 0};
  setsockopt(socket, SOL_SOCKET, SO_RCVTIMEO, &limit, sizeof limit);
}

Answer head_of(std::string_view head) {
  Answer answer;
  if (head.size() < 12) throw std::runtime_error("the answer has no status line");
  answer.status = std::stoi(std::string{head.substr(9, 3)});
  for (auto at = head.find("\r\n"); at != std::string_view::npos;) {
    auto const end = head.find("\r\n", at + 2);
    auto const line = head.substr(at + 2, end == std::string_view::npos ? end : end - at - 2);
    auto const colon = line.find(": ");
    if (colon != std::string_view::npos) {
      auto& value = answer.headers[lower(std::string{line.substr(0, colon)})];
      value += (value.empty() ? "" : ", ") + std::string{line.substr(colon + 2)};
    }
    at = end;
  }
  return answer;
}

}  // namespace

void Client::connect() {
  socket_ = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  int const on = 1;
  setsockopt(socket_, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(port_);
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  if (::connect(socket_, reinterpret_cast<sockaddr*>(&address), sizeof address) != 0) {
    disconnect();
    throw std::runtime_error("cannot connect");
  }
  patience(socket_, 30);
}

void Client::disconnect() {
  if (socket_ >= 0) ::close(socket_);
  socket_ = -1;
}

void Client::write(std::string_view bytes) {
  while (!bytes.empty()) {
    auto const sent = ::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
    if (sent <= 0) throw std::runtime_error("the connection broke while sending");
    bytes.remove_prefix(static_cast<std::size_t>(sent));
  }
}

bool Client::read_more(std::string& into) {
  std::array<char, 16384> chunk;
  auto const size = ::recv(socket_, chunk.data(), chunk.size(), 0);
  if (size > 0) into.append(chunk.data(), static_cast<std::size_t>(size));
  return size > 0;
}

Answer Client::read_answer(bool has_body) {
  std::string bytes;
  std::size_t end = std::string::npos;
  while ((end = bytes.find("\r\n\r\n")) == std::string::npos) {
    if (!read_more(bytes)) throw std::runtime_error("the connection broke before the answer was complete");
  }
  auto answer = head_of(std::string_view{bytes}.substr(0, end));
  answer.body = bytes.substr(end + 4);
  auto const length = answer.headers.find("content-length");
  auto const size = has_body && length != answer.headers.end() ? std::stoul(length->second) : 0;
  while (answer.body.size() < size) {
    if (!read_more(answer.body)) throw std::runtime_error("the connection broke before the answer was complete");
  }
  if (answer.headers["connection"] == "close") disconnect();
  return answer;
}

Answer Client::send(std::string_view method, std::string_view target, Headers const& headers, std::string_view body) {
  auto request = fmt::format("{} {} HTTP/1.1\r\nHost: 127.0.0.1\r\n", method, target);
  for (auto const& [name, value] : headers) request += fmt::format("{}: {}\r\n", name, value);
  if (!body.empty() || method == "POST") request += fmt::format("Content-Length: {}\r\n", body.size());
  request += "\r\n";
  request += body;
  try {
    if (socket_ < 0) connect();
    write(request);
    return read_answer(method != "HEAD");
  } catch (std::runtime_error const&) {
    disconnect();
    throw;
  }
}

std::string Client::exchange(std::string_view bytes) {
  disconnect();
  connect();
  patience(socket_, 1);
  std::string answer;
  try {
    write(bytes);
  } catch (std::runtime_error const&) {
    // the other end has answered and closed before it read all: what it said is still to be read
  }
  while (read_more(answer)) {
  }
  disconnect();
  return answer;
}

}  // namespace waymark::testing
