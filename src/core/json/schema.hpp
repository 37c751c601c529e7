#pragma once

#include <fmt/format.h>

#include <boost/type_index.hpp>
#include <map>
#include <set>
#include <string>
#include <typeindex>

#include "core/json/shape.hpp"

namespace waymark::json {

// JSON Schemas (draft 2020-12, as OpenAPI 3.1 wants them) of described structs. Structs and enums get a name and are
// referred to.
class Schemas {
 public:
  // Incoming shapes may leave optional fields out; outgoing ones always write them. A shape that goes both ways is
  // called "…Input" on its way in: `sent` holds the names of those that go out.
  enum class Side { incoming, outgoing };
  explicit Schemas(std::set<std::string> sent = {}) : sent_(std::move(sent)) {}

  // The schema of T as JSON; what it refers to is added to `named`. Throws std::logic_error when two shapes that differ
  // have one name.
  template <class T>
  std::string of(Side side);

  std::map<std::string, std::string> const& named() const { return named_; }

 private:
  template <Described T>
  std::string object_of(Side side);
  template <Enum T>
  std::string choices_of();
  void keep(std::string const& name, std::string const& schema);

  std::set<std::string> sent_;
  std::map<std::string, std::string> named_;
  std::set<std::pair<std::type_index, Side>> seen_;
};

// "NewObjective" for waymark::okr::NewObjective; what stands in angle brackets is joined: PageOfObjective.
std::string schema_name(std::string pretty);

template <class T>
std::string schema_name_of() {
  return schema_name(boost::typeindex::type_id<T>().pretty_name());
}

std::string nullable(std::string schema);   // or null
std::string quoted(std::string_view text);  // as a JSON string

template <class T>
std::string Schemas::of(Side side) {
  if constexpr (is_optional<T>::value) {
    return nullable(of<typename T::value_type>(side));
  } else if constexpr (is_change<T>::value) {
    return of<decltype(T::value)>(side);
  } else if constexpr (is_vector<T>::value) {
    return fmt::format(R"({{"type":"array","items":{}}})", of<typename T::value_type>(side));
  } else if constexpr (is_id<T>::value) {
    return R"({"type":"string","pattern":"^[0-7][0-9a-hjkmnp-tv-zA-HJKMNP-TV-Z]{12}$","description":"An id of 13 letters."})";
  } else if constexpr (Enum<T>) {
    auto const name = schema_name_of<T>();
    if (seen_.emplace(typeid(T), Side::outgoing).second) keep(name, choices_of<T>());
    return fmt::format(R"({{"$ref":"#/components/schemas/{}"}})", name);
  } else if constexpr (is_text<T>::value || is_verbatim<T>::value) {
    return fmt::format(R"({{"type":"string","minLength":{},"maxLength":{}}})", T::min, T::max);
  } else if constexpr (is_int<T>::value) {
    return fmt::format(R"({{"type":"integer","minimum":{},"maximum":{}}})", T::min, T::max);
  } else if constexpr (std::is_same_v<T, bool>) {
    return R"({"type":"boolean"})";
  } else if constexpr (std::is_integral_v<T>) {
    return R"({"type":"integer","format":"int64"})";
  } else if constexpr (std::is_same_v<T, Figure>) {
    return R"({"type":"number","minimum":-1e15,"maximum":1e15})";
  } else if constexpr (std::is_floating_point_v<T>) {
    return R"({"type":"number"})";
  } else if constexpr (std::is_same_v<T, base::Day>) {
    return R"({"type":"string","format":"date","description":"A day such as 2026-03-31."})";
  } else if constexpr (std::is_same_v<T, Raw>) {
    return R"({})";
  } else if constexpr (std::is_convertible_v<T const&, std::string_view>) {
    return R"({"type":"string"})";
  } else {
    auto name = schema_name_of<T>();
    if (side == Side::incoming && sent_.contains(name)) name += "Input";
    if (seen_.emplace(typeid(T), side).second) keep(name, object_of<T>(side));  // a shape may hold itself
    return fmt::format(R"({{"$ref":"#/components/schemas/{}"}})", name);
  }
}

template <Described T>
std::string Schemas::object_of(Side side) {
  std::string properties;
  std::string required;
  boost::mp11::mp_for_each<Members<T>>([&](auto D) {
    using Field = std::remove_cvref_t<decltype(std::declval<T>().*D.pointer)>;
    properties += fmt::format("{}{}:{}", properties.empty() ? "" : ",", quoted(D.name), of<Field>(side));
    if (side == Side::outgoing || !may_be_absent<Field>)
      required += fmt::format("{}{}", required.empty() ? "" : ",", quoted(D.name));
  });
  auto const must = required.empty() ? std::string{} : fmt::format(R"("required":[{}],)", required);
  return fmt::format(R"({{"type":"object",{}"properties":{{{}}},"additionalProperties":false}})", must, properties);
}

template <Enum T>
std::string Schemas::choices_of() {
  std::string names;
  boost::mp11::mp_for_each<boost::describe::describe_enumerators<T>>(
      [&](auto D) { names += fmt::format("{}{}", names.empty() ? "" : ",", quoted(D.name)); });
  return fmt::format(R"({{"type":"string","enum":[{}]}})", names);
}

}  // namespace waymark::json
