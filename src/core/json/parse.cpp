#include "core/json/parse.hpp"

#include <fmt/format.h>

#include <boost/json/basic_parser_impl.hpp>
#include <boost/json/value_stack.hpp>
#include <charconv>
#include <cmath>
#include <unordered_set>
#include <vector>

#include "core/base/problem.hpp"

namespace waymark::json {
namespace {

using boost::json::error_code;

enum class Refusal { none, repeated_key, not_finite };

// Builds the value as Boost's own parser does, and refuses what that one lets pass.
class Builder {
 public:
  static constexpr std::size_t max_array_size = 100'000;
  static constexpr std::size_t max_object_size = 10'000;
  static constexpr std::size_t max_string_size = 8 << 20;
  static constexpr std::size_t max_key_size = 1024;

  boost::json::value release() { return stack_.release(); }
  Refusal refusal() const { return refusal_; }
  std::string const& key() const { return key_; }

  bool on_document_begin(error_code&) { return true; }
  bool on_document_end(error_code&) { return true; }
  bool on_object_begin(error_code&) {
    keys_.emplace_back();
    return true;
  }
  bool on_object_end(std::size_t size, error_code&) {
    keys_.pop_back();
    stack_.push_object(size);
    return true;
  }
  bool on_array_begin(error_code&) { return true; }
  bool on_array_end(std::size_t size, error_code&) {
    stack_.push_array(size);
    return true;
  }
  bool on_key_part(boost::json::string_view part, std::size_t, error_code&) {
    key_ += part;
    stack_.push_chars(part);
    return true;
  }
  bool on_key(boost::json::string_view part, std::size_t, error_code& error) {
    key_ += part;
    if (!keys_.back().insert(key_).second) return refuse(Refusal::repeated_key, error);
    key_.clear();
    stack_.push_key(part);
    return true;
  }
  bool on_string_part(boost::json::string_view part, std::size_t, error_code&) {
    stack_.push_chars(part);
    return true;
  }
  bool on_string(boost::json::string_view part, std::size_t, error_code&) {
    stack_.push_string(part);
    return true;
  }
  bool on_number_part(boost::json::string_view, error_code&) { return true; }
  bool on_int64(std::int64_t number, boost::json::string_view, error_code&) {
    stack_.push_int64(number);
    return true;
  }
  bool on_uint64(std::uint64_t number, boost::json::string_view, error_code&) {
    stack_.push_uint64(number);
    return true;
  }
  bool on_double(double number, boost::json::string_view text, error_code& error) {
    std::from_chars(text.data(), text.data() + text.size(), number);  // Boost's own reading is off in the last digit
    if (!std::isfinite(number)) return refuse(Refusal::not_finite, error);
    stack_.push_double(number);
    return true;
  }
  bool on_bool(bool value, error_code&) {
    stack_.push_bool(value);
    return true;
  }
  bool on_null(error_code&) {
    stack_.push_null();
    return true;
  }
  bool on_comment_part(boost::json::string_view, error_code&) { return true; }
  bool on_comment(boost::json::string_view, error_code&) { return true; }

 private:
  bool refuse(Refusal refusal, error_code& error) {
    refusal_ = refusal;
    error = boost::json::error::syntax;
    return false;
  }

  boost::json::value_stack stack_;
  std::vector<std::unordered_set<std::string>> keys_;
  std::string key_;
  Refusal refusal_{Refusal::none};
};

std::string sentence(Builder const& builder, error_code const& error, std::size_t at) {
  switch (builder.refusal()) {
    case Refusal::repeated_key: return fmt::format("The body has the key \"{}\" twice in one object.", builder.key());
    case Refusal::not_finite: return fmt::format("The number before position {} is too large.", at);
    case Refusal::none: break;
  }
  return fmt::format("The body is not valid JSON: {} at position {}.", error.message(), at);
}

}  // namespace

boost::json::value parse(std::string_view text) {
  boost::json::basic_parser<Builder> parser{boost::json::parse_options{}};
  error_code error;
  auto const read = parser.write_some(false, text.data(), text.size(), error);
  if (!error && read < text.size()) error = boost::json::error::extra_data;
  if (error) throw base::Problem{base::Code::malformed, "malformed_json", sentence(parser.handler(), error, read)};
  return parser.handler().release();
}

}  // namespace waymark::json
