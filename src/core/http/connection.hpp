#pragma once

#include <boost/asio.hpp>
#include <set>

#include "core/http/budget.hpp"
#include "core/http/places.hpp"
#include "core/http/server.hpp"
#include "core/http/turns.hpp"

namespace waymark::http {

class Connection;

// What all connections of a server share. Touched on the I/O thread only.
struct Shared {
  boost::asio::io_context& io;
  boost::asio::thread_pool& workers;
  boost::asio::thread_pool& aside;
  Handler handler;
  Hooks hooks;
  Limits limits;
  std::set<Connection*> open;
  Places places;
  Turns turns;
  Budget budget;
  std::string date;  // of the Date header, renewed each second
  std::int64_t date_second{0};
  bool stopping{false};
};

// Takes a place for it, which somebody else may have to give up; closes it where there is none.
void start_connection(Shared& shared, boost::asio::ip::tcp::socket socket);

// Closes connections that wait for a request, and event streams.
void close_idle(Shared& shared);

}  // namespace waymark::http
