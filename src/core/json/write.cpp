#include "core/json/write.hpp"

#include <array>
#include <charconv>
#include <cmath>

namespace waymark::json {
namespace {

template <class Number>
void write_number(std::string& out, Number value) {
  std::array<char, 32> buffer;
  auto const end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value).ptr;
  out.append(buffer.data(), end);
}

void write_escape(std::string& out, char c) {
  constexpr std::string_view hex = "0123456789abcdef";
  switch (c) {
    case '"': out += "\\\""; return;
    case '\\': out += "\\\\"; return;
    case '\n': out += "\\n"; return;
    case '\t': out += "\\t"; return;
    default: break;
  }
  out += "\\u00";
  out += hex[static_cast<unsigned char>(c) >> 4];
  out += hex[static_cast<unsigned char>(c) & 15];
}

bool needs_escape(char c) {
  return static_cast<unsigned char>(c) < 0x20 || c == '"' || c == '\\';
}

}  // namespace

void write(std::string& out, bool value) {
  out += value ? "true" : "false";
}

void write(std::string& out, std::int64_t value) {
  write_number(out, value);
}

void write(std::string& out, double value) {
  if (!std::isfinite(value)) {
    out += "null";  // JSON has no other word for it; rules refuse such values long before
  } else if (value == std::trunc(value) && std::abs(value) < 1e15) {
    write_number(out, static_cast<std::int64_t>(value));  // 4, never 4e+00
  } else {
    write_number(out, value);
  }
}

void write(std::string& out, std::string_view text) {
  out += '"';
  std::size_t written = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (!needs_escape(text[i])) continue;
    out.append(text, written, i - written);
    write_escape(out, text[i]);
    written = i + 1;
  }
  out.append(text, written);
  out += '"';
}

void write(std::string& out, base::Day day) {
  write(out, std::string_view{day.to_string()});
}

void write(std::string& out, Raw const& raw) {
  out += raw.text;
}

}  // namespace waymark::json
