#include "core/json/read.hpp"

#include "core/base/signs.hpp"

namespace waymark::json {

std::string joined(std::string const& path, std::string_view name) {
  return path.empty() ? std::string{name} : fmt::format("{}.{}", path, name);
}

void Reader::read_text(std::string& into, boost::json::value const& from, std::string const& path, std::size_t min,
                       std::size_t max) {
  auto const* text = from.if_string();
  if (!text) return wrong(path, "must be text");
  auto const kept = base::trimmed({text->data(), text->size()});
  if (auto const fault = base::fault_of_name(kept); !fault.empty()) return wrong(path, std::string{fault});
  if (fits(kept, path, min, max)) into = kept;
}

void Reader::read_verbatim(std::string& into, boost::json::value const& from, std::string const& path, std::size_t min,
                           std::size_t max) {
  auto const* text = from.if_string();
  if (!text) return wrong(path, "must be text");
  std::string_view const kept{text->data(), text->size()};
  if (fits(kept, path, min, max)) into = kept;
}

bool Reader::fits(std::string_view text, std::string const& path, std::size_t min, std::size_t max) {
  auto const size = base::letters(text);
  if (size < min) wrong(path, min == 1 ? "must not be empty" : fmt::format("must have at least {} characters", min));
  if (size > max) wrong(path, fmt::format("has {} characters; at most {} are allowed", size, max));
  return size >= min && size <= max;
}

void Reader::read_integer(std::int64_t& into, boost::json::value const& from, std::string const& path, std::int64_t min,
                          std::int64_t max) {
  boost::json::error_code not_whole;
  auto const number = from.to_number<std::int64_t>(not_whole);
  if (!from.is_number() || not_whole) return wrong(path, "must be a whole number");
  if (number < min || number > max) return wrong(path, fmt::format("must be between {} and {}", min, max));
  into = number;
}

void Reader::read_figure(double& into, boost::json::value const& from, std::string const& path) {
  if (!from.is_number()) return wrong(path, "must be a number");
  auto const number = from.to_number<double>();
  if (!std::isfinite(number) || std::abs(number) > Figure::most) return wrong(path, "must be between -1e15 and 1e15");
  into = number == 0 ? 0 : number;  // -0 is 0
}

void Reader::read_day(base::Day& into, boost::json::value const& from, std::string const& path) {
  auto const* text = from.if_string();
  auto const day = text ? base::Day::parse(*text) : std::nullopt;
  if (!day) return wrong(path, "must be a day such as 2026-03-31");
  into = *day;
}

void Reader::read_id(std::int64_t& into, boost::json::value const& from, std::string const& path) {
  auto const* text = from.if_string();
  auto const id = text ? base::id_of(*text) : std::nullopt;
  if (!id) return wrong(path, "must be an id of 13 letters");
  into = *id;
}

}  // namespace waymark::json
