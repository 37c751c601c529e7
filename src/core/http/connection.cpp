#include "core/http/connection.hpp"

#include <fmt/chrono.h>
#include <fmt/format.h>

#include <algorithm>
#include <boost/beast/core.hpp>
#include <boost/beast/http.hpp>
#include <new>
#include <optional>
#include <thread>

#include "core/http/channel.hpp"
#include "core/http/framing.hpp"

namespace waymark::http {

namespace asio = boost::asio;
namespace beast = boost::beast;
using asio::awaitable;
using asio::use_awaitable;
using asio::ip::tcp;
using error_code = boost::system::error_code;

namespace {

using Parser = beast::http::request_parser<beast::http::string_body>;

Method method_of(beast::http::verb verb) {
  switch (verb) {
    case beast::http::verb::head: return Method::head;
    case beast::http::verb::post: return Method::post;
    case beast::http::verb::put: return Method::put;
    case beast::http::verb::patch: return Method::patch;
    case beast::http::verb::delete_: return Method::del;
    case beast::http::verb::options: return Method::options;
    default: return Method::get;
  }
}

std::string lower(std::string_view text) {
  std::string result{text};
  for (auto& c : result) c = static_cast<char>(c >= 'A' && c <= 'Z' ? c + 32 : c);
  return result;
}

Request request_of(Parser::value_type&& message, std::string peer) {
  Request request;
  request.method = method_of(message.method());
  request.target = std::string{message.target()};
  auto const mark = request.target.find('?');
  request.path = request.target.substr(0, mark);
  if (mark != std::string::npos) request.query = request.target.substr(mark + 1);
  for (auto const& field : message)
    request.headers.emplace_back(lower(field.name_string()), std::string{field.value()});
  request.body = std::move(message.body());
  request.peer = std::move(peer);
  return request;
}

// A request that waits for a worker or has one.
class Running {
 public:
  Running(Shared& shared, int count) : shared_(shared), count_(count) { shared_.running += count_; }
  ~Running() { shared_.running -= count_; }
  Running(Running const&) = delete;
  Running& operator=(Running const&) = delete;

 private:
  Shared& shared_;
  int count_;
};

std::string_view view_of(beast::flat_buffer const& buffer) {
  auto const data = buffer.data();
  return {static_cast<char const*>(data.data()), data.size()};
}

}  // namespace

// One connection: requests one after another, each read within its limits, run on a worker, answered before the next is
// read.
class Connection : public std::enable_shared_from_this<Connection> {
 public:
  Connection(Shared& shared, tcp::socket socket) : shared_(shared), stream_(std::move(socket)) {
    error_code error;
    auto const remote = stream_.socket().remote_endpoint(error);
    if (!error) peer_ = remote.address().to_string();
    shared_.open.insert(this);
  }
  ~Connection() { shared_.open.erase(this); }

  void close_if_idle() {
    if (busy_) return;
    stream_.cancel();
    if (alarm_) alarm_->cancel();
  }

  awaitable<void> serve() {
    while (!shared_.stopping) {
      busy_ = false;
      auto const head = co_await read_head();
      busy_ = true;
      if (head == 0) break;
      if (!co_await serve_one(head)) break;
    }
    error_code ignored;
    stream_.socket().shutdown(tcp::socket::shutdown_both, ignored);
  }

 private:
  // Reads until the buffer holds a whole head; returns its size, or 0 when there is none to come.
  awaitable<std::size_t> read_head() {
    bool waiting = true;
    stream_.expires_after(shared_.limits.idle_timeout);
    for (;;) {
      auto const seen = view_of(buffer_);
      auto const end = seen.find("\r\n\r\n");
      if (end != std::string_view::npos) co_return end + 4;
      if (seen.size() > shared_.limits.head_bytes) {
        co_await answer(refusal(431, "head_too_large", "The head of the request is too large."), false);
        co_return 0;
      }
      if (waiting && !seen.empty()) {
        waiting = false;
        stream_.expires_after(shared_.limits.head_timeout);
      }
      error_code error;
      auto const size =
          co_await stream_.async_read_some(buffer_.prepare(4096), asio::redirect_error(use_awaitable, error));
      if (error || size == 0) co_return 0;
      buffer_.commit(size);
    }
  }

  // Returns whether the connection goes on.
  awaitable<bool> serve_one(std::size_t head) {
    if (head > shared_.limits.head_bytes)
      co_return co_await refuse(431, "head_too_large", "The head of the request is too large.");
    if (auto const fault = framing_fault(view_of(buffer_).substr(0, head)))
      co_return co_await refuse(400, "malformed_request", *fault);

    Parser parser;
    parser.header_limit(static_cast<std::uint32_t>(shared_.limits.head_bytes + 1));
    parser.body_limit(shared_.limits.import_bytes);
    error_code error;
    buffer_.consume(parser.put(buffer_.data(), error));
    if (error == beast::http::error::need_more) error = {};
    auto const limit = parser.is_header_done() && parser.get().target().starts_with("/api/v1/imports")
                           ? shared_.limits.import_bytes
                           : shared_.limits.body_bytes;
    auto const length = parser.is_header_done() ? parser.content_length() : boost::none;
    if (length && *length > limit)
      co_return co_await refuse(413, "body_too_large", fmt::format("The body is larger than {} bytes.", limit));
    if (!error && !parser.is_done()) {
      co_await expect_continue(parser);
      stream_.expires_after(shared_.limits.body_timeout);
      parser.body_limit(limit);
      co_await beast::http::async_read(stream_, buffer_, parser, asio::redirect_error(use_awaitable, error));
    }
    if (error == beast::http::error::body_limit)
      co_return co_await refuse(413, "body_too_large", fmt::format("The body is larger than {} bytes.", limit));
    if (error == beast::error::timeout || error == beast::http::error::partial_message ||
        error == beast::http::error::end_of_stream)
      co_return false;
    if (error) co_return co_await refuse(400, "malformed_request", "The request is not readable.");

    bool const keep_alive = parser.get().keep_alive() && !shared_.stopping;
    auto request = request_of(parser.release(), peer_);
    bool const aside = shared_.waits_for_nothing && shared_.waits_for_nothing(request);
    if (!aside && shared_.running >= shared_.limits.waiting) {
      co_return co_await answer(refusal(503, "too_busy", "The server is busy. Please try again in a moment."),
                                keep_alive);
    }
    auto response = co_await run(request, aside);
    if (request.method == Method::head) head_only_ = true;
    if (response.stream) co_return co_await stream_events(response);
    co_return co_await answer(response, keep_alive);
  }

  awaitable<void> expect_continue(Parser& parser) {
    if (parser.get()[beast::http::field::expect] != "100-continue") co_return;
    static constexpr std::string_view go_on = "HTTP/1.1 100 Continue\r\n\r\n";
    error_code ignored;
    co_await asio::async_write(stream_, asio::buffer(go_on), asio::redirect_error(use_awaitable, ignored));
  }

  // Runs the handler on a worker and comes back to the I/O thread.
  awaitable<Response> run(Request& request, bool aside) {
    Running const one_more{shared_, aside ? 0 : 1};
    Response response;
    bool failed = false;
    co_await asio::async_initiate<decltype(use_awaitable), void()>(
        [&](auto done) {
          asio::post(aside ? shared_.aside : shared_.workers,
                     [&, done = std::make_shared<decltype(done)>(std::move(done))] {
                       try {
                         response = shared_.handler(request);
                       } catch (std::exception const&) {  // without memory even for a refusal
                         failed = true;
                       }
                       come_back([done] { std::move (*done)(); });
                     });
        },
        use_awaitable);
    if (failed) throw std::bad_alloc{};  // closes the connection
    co_return response;
  }

  // To the I/O thread, where somebody waits for it and would wait for ever.
  template <class Act>
  void come_back(Act const& act) {
    for (;;) try {
        return asio::post(shared_.io, act);
      } catch (std::bad_alloc const&) {
        std::this_thread::sleep_for(std::chrono::milliseconds(5));
      }
  }

  awaitable<bool> refuse(int status, std::string_view code, std::string_view detail) {
    co_await answer(refusal(status, code, detail), false);
    // The other end may still be sending: read a little, so that our answer is not lost in a reset.
    stream_.socket().shutdown(tcp::socket::shutdown_send, ignored_);
    stream_.expires_after(std::chrono::seconds(1));
    std::array<char, 8192> sink;
    for (int i = 0; i < 64; ++i) {
      error_code error;
      co_await stream_.async_read_some(asio::buffer(sink), asio::redirect_error(use_awaitable, error));
      if (error) break;
    }
    co_return false;
  }

  awaitable<bool> answer(Response const& response, bool keep_alive) {
    auto const head = head_of(response, date(), keep_alive);
    bool const no_body = std::exchange(head_only_, false) || response.status == 204 || response.status == 304;
    auto const body = no_body ? std::string_view{} : response.bytes();
    std::array<asio::const_buffer, 2> const parts{asio::buffer(head), asio::buffer(body.data(), body.size())};
    stream_.expires_after(shared_.limits.write_timeout);
    error_code error;
    co_await asio::async_write(stream_, parts, asio::redirect_error(use_awaitable, error));
    co_return keep_alive && !error;
  }

  awaitable<bool> stream_events(Response const& response) {
    busy_ = false;  // a stopping server does not wait for it
    auto const channel = response.stream;
    alarm_ = std::make_shared<asio::steady_timer>(shared_.io);
    channel->on_news([&io = shared_.io, alarm = alarm_] { asio::post(io, [alarm] { alarm->cancel(); }); });
    bool alive = co_await answer(response, true);
    while (alive && !channel->closed() && !shared_.stopping) {
      auto news = channel->take();
      if (news.empty()) {
        alarm_->expires_after(shared_.limits.heartbeat);
        error_code woken;
        co_await alarm_->async_wait(asio::redirect_error(use_awaitable, woken));
        news = channel->take();
        if (news.empty() && !woken) news = ": still here\n\n";
      }
      if (news.empty()) continue;
      stream_.expires_after(shared_.limits.write_timeout);
      error_code error;
      co_await asio::async_write(stream_, asio::buffer(news), asio::redirect_error(use_awaitable, error));
      alive = !error;
    }
    channel->on_news({});
    channel->close();
    co_return false;
  }

  std::string_view date() {
    auto const now = std::chrono::system_clock::to_time_t(std::chrono::system_clock::now());
    if (now != shared_.date_second) {
      shared_.date_second = now;
      shared_.date = fmt::format("{:%a, %d %b %Y %H:%M:%S} GMT", fmt::gmtime(now));
    }
    return shared_.date;
  }

  Shared& shared_;
  beast::tcp_stream stream_;
  beast::flat_buffer buffer_;
  error_code ignored_;
  std::shared_ptr<asio::steady_timer> alarm_;  // of an event stream: rings for news and heartbeats
  std::string peer_;
  bool busy_{false};
  bool head_only_{false};
};

void start_connection(Shared& shared, tcp::socket socket) {
  auto connection = std::make_shared<Connection>(shared, std::move(socket));
  asio::co_spawn(
      shared.io, [connection]() -> awaitable<void> { co_await connection->serve(); }, [](std::exception_ptr) {});
}

void close_idle(Shared& shared) {
  for (auto* connection : shared.open) connection->close_if_idle();
}

}  // namespace waymark::http
