#pragma once

#include <fmt/format.h>

#include <boost/type_index.hpp>
#include <map>
#include <string>

#include "core/json/shape.hpp"

namespace waymark::json {

// JSON Schemas (draft 2020-12, as OpenAPI 3.1 wants them) of described structs. Structs and enums get a name and are referred to.
class Schemas {
 public:
  // The schema of T as JSON; what it refers to is added to `named`. Incoming shapes may leave optional fields out;
  // outgoing ones always write them.
  enum class Side { incoming, outgoing };
  template <class T>
  std::string of(Side side);

  std::map<std::string, std::string> const& named() const { return named_; }

 private:
  template <Described T>
  std::string object_of(Side side);
  template <Enum T>
  std::string choices_of();

  std::map<std::string, std::string> named_;
};

// "NewObjective" for waymark::okr::NewObjective; what stands in angle brackets is joined: PageOfObjective.
std::string schema_name(std::string pretty);

template <class T>
std::string schema_name_of() {
  return schema_name(boost::typeindex::type_id<T>().pretty_name());
}

std::string nullable(std::string schema);
std::string quoted(std::string_view text);

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
    if (!named_.contains(name)) named_[name] = choices_of<T>();
    return fmt::format(R"({{"$ref":"#/components/schemas/{}"}})", name);
  } else if constexpr (is_text<T>::value) {
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
    auto const name = schema_name_of<T>();
    if (!named_.contains(name)) {
      named_[name] = "{}";  // stops a shape that holds itself
      named_[name] = object_of<T>(side);
    }
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
    if (side == Side::outgoing || !may_be_absent<Field>) required += fmt::format("{}{}", required.empty() ? "" : ",", quoted(D.name));
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
