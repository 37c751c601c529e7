#pragma once

#include <boost/describe.hpp>
#include <optional>
#include <type_traits>

// What a row of a result is: one value, or a described struct whose members are the columns in order.
namespace waymark::db::detail {

template <class T>
struct Plain {
  using type = std::remove_cvref_t<T>;
  static constexpr bool optional = false;
};
template <class T>
struct Plain<std::optional<T>> {
  using type = T;
  static constexpr bool optional = true;
};

template <class Row>
concept Composite = std::is_class_v<Row> && boost::describe::has_describe_members<Row>::value;

template <class Row>
using Columns = boost::describe::describe_members<Row, boost::describe::mod_public | boost::describe::mod_inherited>;

}  // namespace waymark::db::detail
