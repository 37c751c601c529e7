#pragma once

#include <boost/describe.hpp>
#include <boost/mp11.hpp>
#include <concepts>
#include <optional>
#include <type_traits>
#include <vector>

#include "core/base/day.hpp"
#include "core/base/id.hpp"
#include "core/json/types.hpp"

// What reading, writing and the schema share: how a C++ type is recognised as a JSON shape.
namespace waymark::json {

template <class T>
concept Described = std::is_class_v<T> && boost::describe::has_describe_members<T>::value;

template <class T>
concept Enum = std::is_enum_v<T> && boost::describe::has_describe_enumerators<T>::value;

template <class T>
using Members = boost::describe::describe_members<T, boost::describe::mod_public | boost::describe::mod_inherited>;

template <class T>
struct is_optional : std::false_type {};
template <class T>
struct is_optional<std::optional<T>> : std::true_type {};

template <class T>
struct is_change : std::false_type {};
template <class T>
struct is_change<Change<T>> : std::true_type {};

template <class T>
struct is_vector : std::false_type {};
template <class T>
struct is_vector<std::vector<T>> : std::true_type {};

template <class T>
struct is_id : std::false_type {};
template <class Tag>
struct is_id<base::Id<Tag>> : std::true_type {};

template <class T>
struct is_text : std::false_type {};
template <std::size_t Min, std::size_t Max>
struct is_text<Text<Min, Max>> : std::true_type {};

template <class T>
struct is_verbatim : std::false_type {};
template <std::size_t Min, std::size_t Max>
struct is_verbatim<Verbatim<Min, Max>> : std::true_type {};

template <class T>
struct is_int : std::false_type {};
template <std::int64_t Min, std::int64_t Max>
struct is_int<Int<Min, Max>> : std::true_type {};

// May a reader leave the field out?
template <class T>
inline constexpr bool may_be_absent = is_optional<T>::value || is_change<T>::value || is_vector<T>::value;

template <Enum E>
std::string_view name_of(E value) {  // as JSON and the database hold it; empty for no enumerator
  return boost::describe::enum_to_string(value, "");
}

template <Enum E>
std::optional<E> enum_of(std::string_view name) {  // nothing for a name that it does not know
  std::optional<E> found;
  boost::mp11::mp_for_each<boost::describe::describe_enumerators<E>>([&](auto D) {
    if (name == D.name) found = D.value;
  });
  return found;
}

}  // namespace waymark::json
