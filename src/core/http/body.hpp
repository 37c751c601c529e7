#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace waymark::http {

// Takes the body of one request out of the bytes that arrive after its head, in whatever pieces they come. What a
// chunked body carries beside its content, extensions and trailers, is passed over and counted; none of it becomes a
// header.
class BodyReader {
 public:
  enum class Fault { unreadable, too_much_beside };

  // A body of this length, or without one a chunked body that may carry so many bytes beside its content.
  static BodyReader of_length(std::uint64_t length);
  static BodyReader chunked(std::size_t most_beside);

  // Appends what belongs to the content and says how many of the bytes it used; the rest belongs to the next request,
  // or needs more bytes to be understood. A line is never longer than what may stand beside the content, so a buffer of
  // that size holds it.
  std::size_t take(std::string_view bytes, std::string& content);

  bool done() const { return state_ == State::done; }
  std::optional<Fault> fault() const { return fault_; }
  bool is_chunked() const { return chunked_; }
  std::uint64_t left() const { return left_; }  // of the content, or of this chunk

 private:
  enum class State { content, content_end, size_line, trailer, done };

  explicit BodyReader(State state) : state_(state) {}
  std::size_t take_content(std::string_view bytes, std::string& content);
  std::size_t take_line(std::string_view bytes);
  void read_size(std::string_view line);
  void read_trailer(std::string_view line);
  void count_beside(std::size_t bytes);

  State state_;
  bool chunked_{false};
  std::uint64_t left_{0};
  std::size_t most_beside_{0};
  std::size_t beside_{0};
  std::optional<Fault> fault_{};
};

}  // namespace waymark::http
