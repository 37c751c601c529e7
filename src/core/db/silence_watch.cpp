#include "core/db/silence_watch.hpp"

#include <fcntl.h>
#include <libpq-fe.h>
#include <soci/postgresql/soci-postgresql.h>
#include <sys/socket.h>
#include <unistd.h>

namespace waymark::db {
namespace {

constexpr std::chrono::milliseconds look_every{100};

// A descriptor of our own: the library closes its one when the connection breaks, and its number may be somebody else's
// soon.
int socket_of(Connection& connection) {
  auto* backend = static_cast<soci::postgresql_session_backend*>(connection.session().get_backend());
  return ::fcntl(PQsocket(backend->conn_), F_DUPFD_CLOEXEC, 0);
}

}  // namespace

SilenceWatch::SilenceWatch() : thread_([this](std::stop_token const& stop) { run(stop); }) {}

void SilenceWatch::run(std::stop_token const& stop) {
  std::unique_lock lock(mutex_);
  while (!stop.stop_requested()) {
    auto const now = std::chrono::steady_clock::now();
    for (auto& each : watched_) {
      if (each.cut || now - each.connection.last_statement() <= each.limit) continue;
      each.cut = true;
      ::shutdown(each.socket, SHUT_RDWR);
    }
    stopped_.wait_for(lock, stop, look_every, [] { return false; });
  }
}

SilenceWatch::Guard::Guard(SilenceWatch& watch, Connection& connection, std::chrono::milliseconds limit)
    : watch_(watch) {
  connection.note_statement();
  auto const socket = socket_of(connection);
  std::lock_guard const lock(watch_.mutex_);
  entry_ = watch_.watched_.insert(watch_.watched_.end(), {connection, socket, limit});
}

SilenceWatch::Guard::~Guard() {
  std::lock_guard const lock(watch_.mutex_);
  ::close(entry_->socket);
  watch_.watched_.erase(entry_);
}

bool SilenceWatch::Guard::was_cut() const {
  std::lock_guard const lock(watch_.mutex_);
  return entry_->cut;
}

}  // namespace waymark::db
