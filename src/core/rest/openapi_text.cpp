#include "core/rest/openapi_text.hpp"

#include <boost/json/serialize.hpp>

namespace waymark::rest {
namespace {

constexpr std::size_t line_width = 110;

void write(std::string& out, boost::json::value const& value, std::size_t depth);

// One line each for what `container` holds; `name` writes what stands before an item's value.
template <class Container, class Name>
void write_lines(std::string& out, Container const& container, std::size_t depth, char open, char close,
                 Name const& name) {
  out += open;
  bool first = true;
  for (auto const& item : container) {
    out += first ? "\n" : ",\n";
    first = false;
    out.append(2 * (depth + 1), ' ');
    write(out, name(item), depth + 1);
  }
  out += '\n';
  out.append(2 * depth, ' ');
  out += close;
}

void write(std::string& out, boost::json::value const& value, std::size_t depth) {
  auto const line = boost::json::serialize(value);
  bool const fits = 2 * depth + line.size() <= line_width;
  if (!fits && value.is_array()) {
    write_lines(
        out, value.get_array(), depth, '[', ']', [](auto const& item) -> auto const& { return item; });
  } else if (!fits && value.is_object()) {
    write_lines(
        out, value.get_object(), depth, '{', '}', [&out](auto const& item) -> auto const& {
          out += boost::json::serialize(boost::json::string{item.key()}) + ": ";
          return item.value();
        });
  } else {
    out += line;
  }
}

}  // namespace

std::string indented(boost::json::value const& value) {
  std::string out;
  write(out, value, 0);
  return out;
}

}  // namespace waymark::rest
