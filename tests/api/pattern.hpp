#pragma once

#include <boost/json/value.hpp>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace waymark::testing {

// Values a scenario has given a name to, as text: "<goal>".
using Memory = std::map<std::string, std::string, std::less<>>;

// Text with <names> replaced by what they stand for; a name that stands for nothing stays.
std::string filled(std::string_view text, Memory const& memory);

// Whether a line is as the pattern says: a <name> within it remembers what stands there up to what follows the name in
// the pattern, or is the value remembered before.
bool fits(std::string_view pattern, std::string_view line, Memory& memory);

// What an answer should look like: JSON in which <name> remembers a value (or is the value remembered before), [time],
// [id] and [any] stand for what differs every time, and ... allows further fields or items.
class Pattern {
 public:
  // Throws std::runtime_error with the place of what it cannot read.
  static Pattern of(std::string_view text);

  // What of `value` is not as the pattern says, one line each; names are remembered on the way.
  std::vector<std::string> differences(boost::json::value const& value, Memory& memory) const;

  // The pattern as it would have to be for `value`: names, placeholders and ... stay where they still fit.
  static std::string accepted(Pattern const* before, boost::json::value const& value, Memory& memory,
                              std::size_t indent = 0);

 private:
  friend class PatternReader;
  enum class Kind { value, name, time, id, any, object, list };

  void compare(boost::json::value const& value, std::string const& path, Memory& memory,
               std::vector<std::string>& out) const;
  void compare_object(boost::json::value const& value, std::string const& path, Memory& memory,
                      std::vector<std::string>& out) const;
  void compare_list(boost::json::value const& value, std::string const& path, Memory& memory,
                    std::vector<std::string>& out) const;
  Pattern const* member(std::string_view name) const;
  bool still_fits(boost::json::value const& value) const;

  Kind kind_{Kind::any};
  std::string name_;
  boost::json::value value_;
  std::vector<std::pair<std::string, Pattern>> members_;
  std::vector<Pattern> items_;
  bool open_{false};  // had ...
};

}  // namespace waymark::testing
