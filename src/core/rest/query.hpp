#pragma once

#include <boost/json/object.hpp>
#include <charconv>

#include "core/http/url.hpp"
#include "core/json/read.hpp"

namespace waymark::rest {
namespace detail {

template <class T>
struct Inner {
  using type = T;
};
template <class T>
struct Inner<std::optional<T>> {
  using type = T;
};

// The text of a query field as the JSON its type expects; what does not fit stays text and is refused by the reader.
template <class T>
boost::json::value value_of(std::string const& text) {
  if constexpr (std::is_same_v<T, bool>) {
    if (text == "true" || text == "1" || text.empty()) return true;
    if (text == "false" || text == "0") return false;
  } else if constexpr (json::is_int<T>::value) {
    std::int64_t number = 0;
    auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error == std::errc{} && end == text.data() + text.size()) return number;
  }
  return boost::json::value(boost::json::string(text));
}

}  // namespace detail

// A described struct out of the query of an address. Throws Problem with the field's name.
template <class Query>
Query query_of(std::string_view query) {
  boost::json::object object;
  for (auto const& field : http::query_fields(query)) {
    auto const& name = field.first;
    auto const& text = field.second;
    boost::json::value value(boost::json::string{text});
    boost::mp11::mp_for_each<json::Members<Query>>([&](auto D) {
      using Field = std::remove_cvref_t<decltype(std::declval<Query>().*D.pointer)>;
      if (name == D.name) value = detail::value_of<typename detail::Inner<Field>::type>(text);
    });
    if (!object.emplace(name, std::move(value)).second)
      throw base::invalid(name, fmt::format("\"{}\" is given twice.", name));
  }
  Query result{};
  json::Reader reader;
  reader.read(result, boost::json::value(std::move(object)), "");
  if (!reader.errors().empty()) {
    auto const& first = reader.errors().front();
    throw base::Problem{base::Code::invalid, "invalid", fmt::format("\"{}\" {}.", first.path, first.detail),
                        reader.errors()};
  }
  return result;
}

}  // namespace waymark::rest
