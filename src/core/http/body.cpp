#include "core/http/body.hpp"

#include <algorithm>
#include <charconv>

namespace waymark::http {
namespace {

constexpr std::size_t most_digits = 8;  // of the size of a chunk: 4 GiB are beyond every limit
constexpr std::string_view line_end = "\r\n";

bool is_plain(std::string_view line) {
  return std::ranges::all_of(line, [](unsigned char c) { return c == '\t' || (c >= 0x20 && c != 0x7F); });
}

// A quotation that does not end on its line is where two programs could see the end of the chunk's head in two places.
bool has_open_quote(std::string_view extension) {
  bool open = false;
  for (std::size_t i = 0; i < extension.size(); ++i) {
    if (open && extension[i] == '\\')
      ++i;
    else if (extension[i] == '"')
      open = !open;
  }
  return open;
}

}  // namespace

BodyReader BodyReader::of_length(std::uint64_t length) {
  BodyReader reader{length == 0 ? State::done : State::content};
  reader.left_ = length;
  return reader;
}

BodyReader BodyReader::chunked(std::size_t most_beside) {
  BodyReader reader{State::size_line};
  reader.chunked_ = true;
  reader.most_beside_ = most_beside;
  return reader;
}

std::size_t BodyReader::take(std::string_view bytes, std::string& content) {
  std::size_t used = 0;
  while (!done() && !fault_ && used < bytes.size()) {
    auto const rest = bytes.substr(used);
    auto const taken = state_ == State::content ? take_content(rest, content) : take_line(rest);
    if (taken == 0) break;
    used += taken;
  }
  return used;
}

std::size_t BodyReader::take_content(std::string_view bytes, std::string& content) {
  auto const piece = bytes.substr(0, static_cast<std::size_t>(std::min<std::uint64_t>(left_, bytes.size())));
  content += piece;
  left_ -= piece.size();
  if (left_ == 0) state_ = chunked_ ? State::content_end : State::done;
  return piece.size();
}

std::size_t BodyReader::take_line(std::string_view bytes) {
  auto const end = bytes.find(line_end);
  if (end == std::string_view::npos) {
    if (bytes.size() > most_beside_ - beside_) fault_ = Fault::too_much_beside;
    return 0;
  }
  auto const line = bytes.substr(0, end);
  switch (state_) {
    case State::content_end:
      if (!line.empty()) fault_ = Fault::unreadable;
      state_ = State::size_line;
      break;
    case State::size_line: read_size(line); break;
    default: read_trailer(line);
  }
  return end + line_end.size();
}

void BodyReader::read_size(std::string_view line) {
  auto const digits = line.substr(0, line.find_first_of("; \t"));
  auto const extension = line.substr(digits.size());
  auto const [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), left_, 16);
  bool const is_size = error == std::errc{} && end == digits.data() + digits.size() && digits.size() <= most_digits;
  auto const begin = extension.find_first_not_of(" \t");
  bool const is_extension = extension.empty() || (begin != std::string_view::npos && extension[begin] == ';');
  if (!is_size || !is_extension || !is_plain(extension) || has_open_quote(extension)) fault_ = Fault::unreadable;
  count_beside(extension.size());
  state_ = left_ == 0 ? State::trailer : State::content;
}

void BodyReader::read_trailer(std::string_view line) {
  if (line.empty()) {
    state_ = State::done;
    return;
  }
  auto const name = line.substr(0, line.find(':'));
  if (name.empty() || name.size() == line.size() || name.find_first_of(" \t") != std::string_view::npos ||
      !is_plain(line))
    fault_ = Fault::unreadable;
  count_beside(line.size() + line_end.size());
}

void BodyReader::count_beside(std::size_t bytes) {
  if (bytes > most_beside_ - beside_) {
    fault_ = fault_.value_or(Fault::too_much_beside);
  } else {
    beside_ += bytes;
  }
}

}  // namespace waymark::http
