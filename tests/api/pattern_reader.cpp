#include <fmt/format.h>

#include <boost/json/parse.hpp>
#include <stdexcept>

#include "api/pattern.hpp"

namespace waymark::testing {

class PatternReader {
 public:
  explicit PatternReader(std::string_view text) : rest_(text) {}

  Pattern read_all() {
    auto pattern = read();
    skip();
    if (!rest_.empty()) fail("nothing more is expected here");
    return pattern;
  }

 private:
  using Kind = Pattern::Kind;

  void skip() {
    while (!rest_.empty() && std::string_view{" \t\r\n"}.find(rest_.front()) != std::string_view::npos)
      rest_.remove_prefix(1);
  }

  bool take(std::string_view word) {
    skip();
    if (!rest_.starts_with(word)) return false;
    rest_.remove_prefix(word.size());
    return true;
  }

  [[noreturn]] void fail(char const* why) const {
    throw std::runtime_error(
        fmt::format("cannot read the expected answer: {}, before \"{}\"", why, rest_.substr(0, 30)));
  }

  Pattern read() {
    Pattern pattern;
    if (take("[time]")) {
      pattern.kind_ = Kind::time;
    } else if (take("[id]")) {
      pattern.kind_ = Kind::id;
    } else if (take("[any]")) {
      pattern.kind_ = Kind::any;
    } else if (take("<")) {
      pattern.kind_ = Kind::name;
      pattern.name_ = std::string{rest_.substr(0, rest_.find('>'))};
      rest_.remove_prefix(std::min(rest_.size(), pattern.name_.size() + 1));
    } else if (take("{")) {
      read_object(pattern);
    } else if (take("[")) {
      read_list(pattern);
    } else {
      pattern.kind_ = Kind::value;
      pattern.value_ = read_scalar();
    }
    return pattern;
  }

  void read_object(Pattern& pattern) {
    pattern.kind_ = Kind::object;
    while (!take("}")) {
      if (take("...")) {
        pattern.open_ = true;
      } else {
        auto const name = read_scalar();
        if (!name.is_string() || !take(":")) fail("a field needs a name and a colon");
        pattern.members_.emplace_back(std::string{name.get_string()}, read());
      }
      if (!take(",") && !rest_.starts_with('}')) fail("a comma or } is missing");
    }
  }

  void read_list(Pattern& pattern) {
    pattern.kind_ = Kind::list;
    while (!take("]")) {
      if (take("...")) {
        pattern.open_ = true;
      } else {
        pattern.items_.push_back(read());
      }
      if (!take(",") && !rest_.starts_with(']')) fail("a comma or ] is missing");
    }
  }

  boost::json::value read_scalar() {
    skip();
    std::size_t end = 0;
    if (rest_.starts_with('"')) {
      for (end = 1; end < rest_.size() && rest_[end] != '"'; ++end) end += rest_[end] == '\\' ? 1 : 0;
      ++end;
    } else {
      end = std::min(rest_.size(), rest_.find_first_of(",}] \t\r\n"));
    }
    boost::json::error_code error;
    auto value = boost::json::parse({rest_.data(), std::min(end, rest_.size())}, error);
    if (error) fail("this is no value");
    rest_.remove_prefix(end);
    skip();
    return value;
  }

  std::string_view rest_;
};

Pattern Pattern::of(std::string_view text) {
  return PatternReader{text}.read_all();
}

}  // namespace waymark::testing
