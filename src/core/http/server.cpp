#include "core/http/server.hpp"

#include <fmt/format.h>
#include <spdlog/spdlog.h>

#include <boost/asio.hpp>
#include <list>
#include <new>
#include <thread>

#include "core/base/memory.hpp"
#include "core/http/connection.hpp"

namespace waymark::http {

namespace asio = boost::asio;
using asio::ip::tcp;

Response refusal(int status, std::string_view code, std::string_view detail) {
  auto response = json(
      status, fmt::format(R"({{"type":"about:blank","status":{},"code":"{}","title":"{}","detail":"{}","fields":[]}})",
                          status, code, detail, detail));
  if (status == 503) response.with("Retry-After", "1");
  return response;
}

class Server::Engine {
 public:
  Engine(std::string const& address, unsigned short port, Handler handler, Limits limits, Hooks hooks)
      : shared_{.io = io_,
                .workers = workers_,
                .aside = aside_,
                .handler = std::move(handler),
                .hooks = std::move(hooks),
                .limits = limits,
                .open = {},
                .places = {limits.connections, limits.connections_of_a_house},
                .turns = {static_cast<std::size_t>(limits.workers), static_cast<std::size_t>(limits.waiting)},
                .budget = {limits.buffered_bytes, limits.buffered_for_unknown},
                .date = {}},
        workers_(static_cast<std::size_t>(limits.workers)),
        acceptor_(io_) {
    boost::system::error_code error;
    auto const host = asio::ip::make_address(address, error);
    if (error) throw std::runtime_error(fmt::format("{} is no address to listen on.", address));
    tcp::endpoint const endpoint{host, port};
    acceptor_.open(endpoint.protocol());
    acceptor_.set_option(tcp::acceptor::reuse_address(true));
    acceptor_.bind(endpoint, error);
    if (!error) acceptor_.listen(tcp::acceptor::max_listen_connections, error);
    if (error) throw std::runtime_error(fmt::format("Cannot listen on {}:{}: {}.", address, port, error.message()));
  }

  unsigned short port() const { return acceptor_.local_endpoint().port(); }

  void stop_on_signals() {
    signals_.add(SIGTERM);
    signals_.add(SIGINT);
    signals_.async_wait([this](auto error, int) {
      if (!error) stop_accepting();
    });
  }

  void run() {
    base::WaitsForMemory const patient;
    while (!run_until_memory_is_short()) std::this_thread::sleep_for(std::chrono::milliseconds(5));
    workers_.join();
    aside_.join();
    shared_.turns.forget_all();  // they hold connections, which need io_
  }

  void stop() {
    asio::post(io_, [this] { stop_accepting(); });
  }

 private:
  // Whether it came to its end. A server that accepts nobody any more must not go on as if it did.
  bool run_until_memory_is_short() {
    try {
      if (!accepting_) {
        asio::co_spawn(io_, accept(), [this](std::exception_ptr const& end) {
          accepting_ = false;
          if (end) std::rethrow_exception(end);
        });
        accepting_ = true;
      }
      io_.run();
      return true;
    } catch (std::bad_alloc const&) {
      return false;
    }
  }

  asio::awaitable<void> accept() {
    while (!shared_.stopping) try {
        boost::system::error_code error;
        auto socket = co_await acceptor_.async_accept(asio::redirect_error(asio::use_awaitable, error));
        if (shared_.stopping) break;
        if (error) {  // out of descriptors, for example: wait for some to come back
          asio::steady_timer pause(io_, std::chrono::milliseconds(100));
          co_await pause.async_wait(asio::redirect_error(asio::use_awaitable, error));
          continue;
        }
        socket.set_option(tcp::no_delay(true), error);
        start_connection(shared_, std::move(socket));
      } catch (std::bad_alloc const&) {  // whoever just came is cut off; the next may find memory again
        std::this_thread::sleep_for(std::chrono::milliseconds(5));
      }
  }

  void stop_accepting() {
    if (shared_.stopping) return;
    shared_.stopping = true;
    spdlog::info("stopping: finishing what is under way");
    boost::system::error_code ignored;
    acceptor_.close(ignored);
    close_idle(shared_);
    auto last_call = std::make_shared<asio::steady_timer>(io_, shared_.limits.drain);
    wait_until_empty(last_call);
  }

  // Ends the loop as soon as the last connection is gone, or when the time is up.
  void wait_until_empty(std::shared_ptr<asio::steady_timer> last_call) {
    if (shared_.open.empty() || last_call->expiry() <= std::chrono::steady_clock::now()) return io_.stop();
    auto again = std::make_shared<asio::steady_timer>(io_, std::chrono::milliseconds(20));
    again->async_wait([this, again, last_call](auto) { wait_until_empty(last_call); });
  }

  Shared shared_;  // first, so that it goes last: connections leave it when io_ goes
  asio::io_context io_{1};
  asio::thread_pool workers_;
  asio::thread_pool aside_{2};
  tcp::acceptor acceptor_;
  bool accepting_{false};
  asio::signal_set signals_{io_};
};

Server::Server(std::string const& address, unsigned short port, Handler handler, Limits limits, Hooks hooks)
    : engine_(std::make_unique<Engine>(address, port, std::move(handler), limits, std::move(hooks))) {}
Server::~Server() = default;

unsigned short Server::port() const {
  return engine_->port();
}
void Server::stop_on_signals() {
  engine_->stop_on_signals();
}
void Server::run() {
  engine_->run();
}
void Server::stop() {
  engine_->stop();
}

}  // namespace waymark::http
