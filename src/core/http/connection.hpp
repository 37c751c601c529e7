#pragma once

#include <boost/asio.hpp>
#include <set>

#include "core/http/server.hpp"

namespace waymark::http {

class Connection;

// What all connections of a server share. Touched on the I/O thread only.
struct Shared {
  boost::asio::io_context& io;
  boost::asio::thread_pool& workers;
  boost::asio::thread_pool& aside;
  Handler handler;
  WaitsForNothing waits_for_nothing;
  Limits limits;
  std::set<Connection*> open;
  std::string date;  // of the Date header, renewed each second
  int running{0};
  std::int64_t date_second{0};
  bool stopping{false};
};

void start_connection(Shared& shared, boost::asio::ip::tcp::socket socket);

// Closes connections that wait for a request, and event streams.
void close_idle(Shared& shared);

}  // namespace waymark::http
