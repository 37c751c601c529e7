#include "core/http/connection.hpp"

#include <fmt/chrono.h>
#include <fmt/format.h>

#include <algorithm>
#include <boost/beast/core.hpp>
#include <boost/beast/http.hpp>
#include <new>
#include <optional>
#include <thread>

#include "core/http/body.hpp"
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

using Head = beast::http::request_parser<beast::http::empty_body>;

constexpr std::size_t piece = 4096;  // that is read at once

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

Request request_of(Head::value_type const& message, std::string const& peer) {
  Request request;
  request.method = method_of(message.method());
  request.target = std::string{message.target()};
  auto const mark = request.target.find('?');
  request.path = request.target.substr(0, mark);
  if (mark != std::string::npos) request.query = request.target.substr(mark + 1);
  for (auto const& field : message)
    request.headers.emplace_back(lower(field.name_string()), std::string{field.value()});
  request.peer = peer;
  return request;
}

std::string_view view_of(beast::flat_buffer const& buffer) {
  auto const data = buffer.data();
  return {static_cast<char const*>(data.data()), data.size()};
}

Response too_large(std::size_t limit) {
  return refusal(413, "body_too_large", fmt::format("The body is larger than {} bytes.", limit));
}

Response too_busy() {
  return refusal(503, "too_busy", "The server is busy. Please try again in a moment.");
}

Response unreadable(BodyReader::Fault fault) {
  return fault == BodyReader::Fault::too_much_beside
             ? refusal(431, "head_too_large", "What the body carries beside its content is too large.")
             : refusal(400, "malformed_request", "The request is not readable.");
}

}  // namespace

// One connection: requests one after another, each read within its limits, run on a worker, answered before the next is
// read.
class Connection : public std::enable_shared_from_this<Connection> {
 public:
  Connection(Shared& shared, tcp::socket socket, std::string const& peer, std::string const& house)
      : shared_(shared), stream_(std::move(socket)), hold_(shared.budget), peer_(peer) {
    shared_.open.insert(this);
    try {
      seat_ = shared_.places.enter(*this, house);
    } catch (...) {
      shared_.open.erase(this);
      throw;
    }
  }
  ~Connection() {
    shared_.open.erase(this);
    if (seated_) shared_.places.leave(seat_);
  }

  void close_if_idle() {
    if (busy_) return;
    stream_.cancel();
    if (alarm_) alarm_->cancel();
  }

  // Its place is somebody else's from now on.
  void give_way() {
    shared_.places.leave(seat_);
    seated_ = false;
    stream_.close();
  }

  awaitable<void> serve() {
    while (!shared_.stopping && seated_) {
      busy_ = false;
      now(Places::Doing::waits);
      auto const head = co_await read_head();
      busy_ = true;
      if (head == 0) break;
      bool const goes_on = co_await serve_one(head);
      if (!goes_on) break;
      if (buffer_.size() == 0 && buffer_.capacity() > piece) buffer_ = beast::flat_buffer{most_buffered()};
      hold_.cover(buffer_.capacity(), known_);
    }
    error_code ignored;
    stream_.socket().shutdown(tcp::socket::shutdown_both, ignored);
  }

 private:
  // Reads until the buffer holds a whole head; returns its size, or 0 when there is none to come.
  awaitable<std::size_t> read_head() {
    bool waiting = true;
    std::size_t looked_at = 0;
    stream_.expires_after(shared_.limits.idle_timeout);
    for (;;) {
      auto const seen = view_of(buffer_);
      auto const end = seen.find("\r\n\r\n", looked_at);
      if (end != std::string_view::npos) co_return end + 4;
      looked_at = seen.size() < 3 ? 0 : seen.size() - 3;
      if (seen.size() > shared_.limits.head_bytes) {
        co_await answer(refusal(431, "head_too_large", "The head of the request is too large."), false);
        co_return 0;
      }
      if (waiting && !seen.empty()) {
        waiting = false;
        now(Places::Doing::talks);
        stream_.expires_after(shared_.limits.head_timeout);
      }
      if (!co_await read_more()) co_return 0;
      if (buffer_.capacity() > piece && !hold_.cover(buffer_.capacity(), known_)) {
        co_await answer(too_busy(), false);
        co_return 0;
      }
    }
  }

  // Nothing is held that is longer than a head: neither a head, nor what stands between the pieces of a body.
  std::size_t most_buffered() const { return shared_.limits.head_bytes + 1; }

  // An ordinary head stays within the first piece, however many segments it comes in: that much is nobody's share.
  awaitable<bool> read_more() {
    auto const want = buffer_.size() < piece ? piece - buffer_.size() : piece;
    auto const room = std::min(want, most_buffered() - std::min(buffer_.size(), most_buffered()));
    if (room == 0) co_return false;
    error_code error;
    auto const size =
        co_await stream_.async_read_some(buffer_.prepare(room), asio::redirect_error(use_awaitable, error));
    buffer_.commit(size);
    co_return !error && size > 0;
  }

  // Returns whether the connection goes on.
  awaitable<bool> serve_one(std::size_t head) {
    if (head > shared_.limits.head_bytes)
      co_return co_await refuse(refusal(431, "head_too_large", "The head of the request is too large."));
    if (auto const fault = framing_fault(view_of(buffer_).substr(0, head)))
      co_return co_await refuse(refusal(400, "malformed_request", *fault));

    Head parser;
    parser.header_limit(static_cast<std::uint32_t>(shared_.limits.head_bytes + 1));
    parser.body_limit(boost::none);  // ours is asked for below
    error_code error;
    parser.put(asio::buffer(buffer_.data().data(), head), error);
    buffer_.consume(head);
    if (error || !parser.is_header_done())
      co_return co_await refuse(refusal(400, "malformed_request", "The request is not readable."));

    bool const keep_alive = parser.keep_alive();
    auto body = parser.chunked() ? BodyReader::chunked(shared_.limits.head_bytes)
                                 : BodyReader::of_length(parser.content_length().value_or(0));
    auto request = request_of(parser.get(), peer_);
    known_ = false;
    admitted_ = false;
    limit_ = shared_.limits.small_bytes;
    if (auto const refused = co_await read_body(request, body)) co_return co_await refuse(*refused);
    if (!body.done()) co_return false;

    auto response = co_await run(request);
    request.body = {};
    if (request.method == Method::head) head_only_ = true;
    if (response.stream) co_return co_await stream_events(response);
    if (!co_await has_room_for(response, request)) response = too_busy();
    co_return co_await answer(response, keep_alive && !shared_.stopping);
  }

  // Why a body is not read, or not to its end; it is not done either where it broke off.
  awaitable<std::optional<Response>> read_body(Request& request, BodyReader& body) {
    if (body.done()) co_return std::nullopt;
    now(Places::Doing::talks);
    auto const length = body.is_chunked() ? 0 : body.left();
    if (auto refused = co_await make_room(request, length)) co_return refused;
    if (length > 0) request.body.reserve(length);
    if (request.header("expect") == "100-continue" && buffer_.size() == 0) co_await say_continue();
    stream_.expires_after(shared_.limits.body_timeout);
    for (;;) {
      buffer_.consume(body.take(view_of(buffer_), request.body));
      if (body.fault()) co_return unreadable(*body.fault());
      if (auto refused = co_await make_room(request, std::max<std::size_t>(length, request.body.size())))
        co_return refused;
      if (body.done() || !co_await read_more()) co_return std::nullopt;
    }
  }

  // Who asks for more than little has to be known, and there has to be room for it in the process.
  awaitable<std::optional<Response>> make_room(Request const& request, std::size_t bytes) {
    if (bytes > limit_ && !admitted_) {
      if (auto refused = co_await admit(request)) co_return refused;
    }
    if (bytes > limit_) co_return too_large(limit_);
    auto const all = buffer_.capacity() + std::max(bytes, request.body.capacity());
    if (hold_.cover(all, known_)) co_return std::nullopt;
    if (!admitted_) {
      if (auto refused = co_await admit(request)) co_return refused;
    }
    if (!hold_.cover(all, known_)) co_return too_busy();
    co_return std::nullopt;
  }

  // Callers who are not known share what they may hold; whoever is known is not kept waiting by them. A little goes out
  // anyway, and so does the answer to a write: it is done, and must not be sent again.
  awaitable<bool> has_room_for(Response const& response, Request const& request) {
    auto const bytes = buffer_.capacity() + response.body.size();
    if (hold_.cover(bytes, known_) || response.body.size() <= shared_.limits.small_bytes) co_return true;
    if (!admitted_) co_await admit(request);
    co_return hold_.cover(bytes, known_) || !request.reads();
  }

  awaitable<std::optional<Response>> admit(Request const& request) {
    admitted_ = true;
    if (!shared_.hooks.admit) co_return std::nullopt;
    Admission given;
    if (!co_await work(request, false, [&] { given = shared_.hooks.admit(request); })) co_return too_busy();
    known_ = given.known;
    limit_ = given.body_bytes;
    co_return std::move(given.refusal);
  }

  awaitable<void> say_continue() {
    static constexpr std::string_view go_on = "HTTP/1.1 100 Continue\r\n\r\n";
    stream_.expires_after(shared_.limits.write_timeout);
    error_code ignored;
    co_await asio::async_write(stream_, asio::buffer(go_on), asio::redirect_error(use_awaitable, ignored));
  }

  awaitable<Response> run(Request& request) {
    bool const aside = shared_.hooks.waits_for_nothing && shared_.hooks.waits_for_nothing(request);
    Response response;
    bool const served = co_await work(request, aside, [&] { response = shared_.handler(request); });
    co_return served ? std::move(response) : too_busy();
  }

  // Does work on a worker, when it is its turn, and comes back to the I/O thread; says whether it was done. Throws
  // std::bad_alloc, which closes the connection, where there was no memory even for a refusal.
  template <class Work>
  awaitable<bool> work(Request const& request, bool aside, Work work) {
    now(Places::Doing::works);
    bool const known = !aside && shared_.hooks.seems_known && shared_.hooks.seems_known(request);
    bool served = false;
    bool failed = false;
    co_await asio::async_initiate<decltype(use_awaitable), void()>(
        [&](auto done) {
          auto const back = std::make_shared<decltype(done)>(std::move(done));
          auto const return_home = [this, back] { come_back([back] { std::move (*back)(); }); };
          auto const begin = [&, return_home](bool called) {
            served = called;
            if (!called) return return_home();
            try {
              asio::post(aside ? shared_.aside : shared_.workers, [&work, &failed, return_home] {
                try {
                  work();
                } catch (std::exception const&) {
                  failed = true;
                }
                return_home();
              });
            } catch (std::bad_alloc const&) {
              failed = true;
              return_home();
            }
          };
          if (aside) return begin(true);
          shared_.turns.enter(origin_of(request), known, begin);
        },
        use_awaitable);
    if (served && !aside) shared_.turns.leave(known);
    now(Places::Doing::talks);
    if (failed) throw std::bad_alloc{};
    co_return served;
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

  std::string origin_of(Request const& request) const {
    return shared_.hooks.origin_of ? shared_.hooks.origin_of(request) : peer_;
  }

  void now(Places::Doing doing) {
    if (seated_) shared_.places.now(seat_, doing);
  }

  awaitable<bool> refuse(Response const& refused) {
    co_await answer(refused, false);
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
    if (seated_) shared_.places.stays(seat_);
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
  beast::flat_buffer buffer_{most_buffered()};
  Budget::Hold hold_;
  Places::Seat seat_;
  error_code ignored_;
  std::shared_ptr<asio::steady_timer> alarm_;  // of an event stream: rings for news and heartbeats
  std::string peer_;
  std::size_t limit_{0};  // of the body of this request
  bool seated_{true};
  bool known_{false};     // who asks
  bool admitted_{false};  // it was asked who asks
  bool busy_{false};
  bool head_only_{false};
};

void start_connection(Shared& shared, tcp::socket socket) {
  error_code error;
  auto const remote = socket.remote_endpoint(error);
  if (error) return;
  auto const house = house_of(remote.address());
  auto const room = shared.places.room_for(house);
  if (!room.is_there) return;
  if (room.gives_way) room.gives_way->give_way();
  auto connection = std::make_shared<Connection>(shared, std::move(socket), remote.address().to_string(), house);
  asio::co_spawn(
      shared.io, [connection]() -> awaitable<void> { co_await connection->serve(); }, [](std::exception_ptr) {});
}

void close_idle(Shared& shared) {
  for (auto* connection : shared.open) connection->close_if_idle();
}

}  // namespace waymark::http
