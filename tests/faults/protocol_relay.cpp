#include "faults/protocol_relay.hpp"

#include <arpa/inet.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <stdexcept>
#include <utility>

namespace waymark::testing {

// Both ends, what has come of a message that is not whole, and what the server said last about its transaction.
struct ProtocolRelay::Line {
  int client;
  int server;
  bool begun{false};
  bool silent{false};
  std::string from_client{};
  std::string from_server{};
  std::string group{};  // what the client wants answered together
  char transaction{'I'};
};

namespace {

sockaddr_in loopback(unsigned short port) {
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(port);
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  return address;
}

std::size_t number_at(std::string const& bytes, std::size_t at) {
  std::size_t number = 0;
  for (std::size_t i = 0; i < 4; ++i) number = number << 8 | static_cast<unsigned char>(bytes[at + i]);
  return number;
}

std::string four(std::size_t number) {
  std::string bytes;
  for (int shift = 24; shift >= 0; shift -= 8) bytes += static_cast<char>(number >> shift & 0xFF);
  return bytes;
}

// A whole message from the front; empty when it has not come yet.
std::string taken(std::string& bytes) {
  if (bytes.size() < 5) return {};
  auto const size = 1 + number_at(bytes, 1);
  if (bytes.size() < size) return {};
  auto message = bytes.substr(0, size);
  bytes.erase(0, size);
  return message;
}

bool send_all(int socket, std::string_view bytes) {
  while (!bytes.empty()) {
    auto const sent = ::send(socket, bytes.data(), bytes.size(), MSG_NOSIGNAL);
    if (sent <= 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(sent));
  }
  return true;
}

std::string refusal(std::string const& state, char transaction) {
  std::string fields;
  for (auto const& field : {std::string{"SERROR"}, std::string{"VERROR"}, "C" + state, std::string{"Mplanted"}})
    fields += field + '\0';
  fields += '\0';
  return "E" + four(fields.size() + 4) + fields + "Z" + four(5) + (transaction == 'I' ? 'I' : 'E');
}

}  // namespace

ProtocolRelay::ProtocolRelay(unsigned short to) : to_(to) {
  listening_ = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  auto address = loopback(0);
  auto* const raw = reinterpret_cast<sockaddr*>(&address);
  socklen_t size = sizeof address;
  if (::bind(listening_, raw, size) != 0 || ::listen(listening_, 64) != 0 || ::getsockname(listening_, raw, &size) != 0)
    throw std::runtime_error("no port for the relay");
  port_ = ntohs(address.sin_port);
  threads_.emplace_back([this] { accept(); });
}

ProtocolRelay::~ProtocolRelay() {
  over_ = true;
  threads_.front().join();
  for (std::size_t i = 1; i < threads_.size(); ++i) threads_[i].join();
  ::close(listening_);
}

void ProtocolRelay::plan(Act act, Way way, long nth, bool from_then_on, std::string state) {
  std::lock_guard const lock(mutex_);
  act_ = act;
  way_ = way;
  nth_ = nth;
  seen_ = 0;
  met_ = 0;
  from_then_on_ = from_then_on;
  state_ = std::move(state);
}

void ProtocolRelay::heal() {
  std::lock_guard const lock(mutex_);
  act_ = Act::none;
}

void ProtocolRelay::accept() {
  while (!over_) {
    pollfd each{listening_, POLLIN, 0};
    if (::poll(&each, 1, 20) <= 0) continue;
    Line line{.client = ::accept4(listening_, nullptr, nullptr, SOCK_CLOEXEC),
              .server = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)};
    auto const address = loopback(to_);
    if (::connect(line.server, reinterpret_cast<sockaddr const*>(&address), sizeof address) != 0)
      throw std::runtime_error("PostgreSQL is not there");
    int const on = 1;
    for (auto const end : {line.client, line.server}) ::setsockopt(end, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    threads_.emplace_back([this, line]() mutable {
      pass(line);
      ::close(line.client);
      ::close(line.server);
    });
  }
}

void ProtocolRelay::pass(Line& line) {
  while (!over_) {
    std::array<pollfd, 2> ends{{{line.client, POLLIN, 0}, {line.server, POLLIN, 0}}};
    if (::poll(ends.data(), ends.size(), 20) <= 0) continue;
    for (auto const& end : ends) {
      if ((end.revents & (POLLIN | POLLHUP | POLLERR)) == 0) continue;
      std::array<char, 16384> chunk{};
      auto const size = ::recv(end.fd, chunk.data(), chunk.size(), 0);
      if (size <= 0) return;
      auto const way = end.fd == line.client ? Way::to_server : Way::from_server;
      (way == Way::to_server ? line.from_client : line.from_server)
          .append(chunk.data(), static_cast<std::size_t>(size));
      if (!take(line, way)) return;
    }
  }
}

// The first messages have no letter; encryption is declined.
bool ProtocolRelay::begin(Line& line) {
  constexpr std::size_t first_of_encryption = 80877103;
  auto& bytes = line.from_client;
  while (!line.begun && bytes.size() >= 8 && bytes.size() >= number_at(bytes, 0)) {
    auto const message = bytes.substr(0, number_at(bytes, 0));
    bytes.erase(0, message.size());
    auto const kind = number_at(message, 4);
    auto const encrypts = kind == first_of_encryption || kind == first_of_encryption + 1;
    line.begun = !encrypts;
    if (!(encrypts ? send_all(line.client, "N") : send_all(line.server, message))) return false;
  }
  return true;
}

// False: the line is cut.
bool ProtocolRelay::take(Line& line, Way way) {
  if (way == Way::to_server && !line.begun && !begin(line)) return false;
  if (!line.begun) return true;
  auto& bytes = way == Way::to_server ? line.from_client : line.from_server;
  for (std::string message; !(message = taken(bytes)).empty();) {
    if (line.silent) continue;
    if (!act_at(line, way, message)) return false;
  }
  return true;
}

bool ProtocolRelay::hits(Way way) {
  std::lock_guard const lock(mutex_);
  if (act_ == Act::none || way != way_) return false;
  ++seen_;
  auto const hit = from_then_on_ ? seen_ >= nth_ : seen_ == nth_;
  if (hit) ++met_;
  return hit;
}

bool ProtocolRelay::act_at(Line& line, Way way, std::string const& message) {
  auto const ends_group = message[0] == 'Q' || message[0] == 'S';
  Act act = Act::none;
  std::string state;
  {
    std::lock_guard const lock(mutex_);
    act = act_;
    state = state_;
  }
  auto const counts = act != Act::error || ends_group;
  auto const hit = counts && hits(way);
  if (hit && act == Act::cut) return false;
  if (hit && act == Act::silence) return line.silent = true;
  if (way == Way::from_server) {
    if (message[0] == 'Z') line.transaction = message[5];
    return send_all(line.client, message);
  }
  line.group += message;
  if (hit) {
    line.group.clear();
    return send_all(line.client, refusal(state, line.transaction));
  }
  return !(ends_group || message[0] == 'X' || message[0] == 'H' || message[0] == 'p') ||
         send_all(line.server, std::exchange(line.group, {}));
}

}  // namespace waymark::testing
