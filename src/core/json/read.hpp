#pragma once

#include <fmt/format.h>

#include <boost/json/value.hpp>
#include <cmath>

#include "core/base/problem.hpp"
#include "core/base/text.hpp"
#include "core/json/parse.hpp"
#include "core/json/shape.hpp"

namespace waymark::json {

// Collects what is wrong, field by field, so that a person sees all of it at once.
class Reader {
 public:
  template <class T>
  void read(T& into, boost::json::value const& from, std::string const& path);  // never throws: see errors()

  void wrong(std::string const& path, std::string detail) { errors_.push_back({path, std::move(detail)}); }
  std::vector<base::FieldError> const& errors() const { return errors_; }

 private:
  template <Described T>
  void read_members(T& into, boost::json::value const& from, std::string const& path);
  template <class T>
  void read_items(std::vector<T>& into, boost::json::value const& from, std::string const& path);
  void read_text(std::string& into, boost::json::value const& from, std::string const& path, std::size_t min,
                 std::size_t max);
  void read_verbatim(std::string& into, boost::json::value const& from, std::string const& path, std::size_t min,
                     std::size_t max);
  bool fits(std::string_view text, std::string const& path, std::size_t min, std::size_t max);
  void read_integer(std::int64_t& into, boost::json::value const& from, std::string const& path, std::int64_t min,
                    std::int64_t max);
  void read_figure(double& into, boost::json::value const& from, std::string const& path);
  void read_day(base::Day& into, boost::json::value const& from, std::string const& path);
  void read_id(std::int64_t& into, boost::json::value const& from, std::string const& path);

  std::vector<base::FieldError> errors_;
};

std::string joined(std::string const& path, std::string_view name);  // "key_results[2].target"

template <class T>
void Reader::read(T& into, boost::json::value const& from, std::string const& path) {
  if constexpr (is_optional<T>::value) {
    if (!from.is_null()) read(into.emplace(), from, path);
  } else if constexpr (is_change<T>::value) {
    into.given = true;
    read(into.value, from, path);
  } else if constexpr (is_vector<T>::value) {
    read_items(into, from, path);
  } else if constexpr (is_id<T>::value) {
    read_id(into.value, from, path);
  } else if constexpr (Enum<T>) {
    auto const* name = from.if_string();
    auto const value = name ? enum_of<T>(*name) : std::nullopt;
    if (value) {
      into = *value;
    } else {
      std::string choices;
      boost::mp11::mp_for_each<boost::describe::describe_enumerators<T>>(
          [&](auto D) { choices += fmt::format("{}{}", choices.empty() ? "" : ", ", D.name); });
      wrong(path, fmt::format("must be one of: {}", choices));
    }
  } else if constexpr (is_text<T>::value) {
    read_text(into, from, path, T::min, T::max);
  } else if constexpr (is_verbatim<T>::value) {
    read_verbatim(into, from, path, T::min, T::max);
  } else if constexpr (is_int<T>::value) {
    read_integer(into.value, from, path, T::min, T::max);
  } else if constexpr (std::is_same_v<T, Figure>) {
    read_figure(into.value, from, path);
  } else if constexpr (std::is_same_v<T, bool>) {
    if (from.is_bool()) {
      into = from.get_bool();
    } else {
      wrong(path, "must be true or false");
    }
  } else if constexpr (std::is_same_v<T, base::Day>) {
    read_day(into, from, path);
  } else {
    static_assert(Described<T>,
                  "a request field needs bounds: Text, Int, Figure, Day, Id, an enum or a described struct");
    read_members(into, from, path);
  }
}

template <Described T>
void Reader::read_members(T& into, boost::json::value const& from, std::string const& path) {
  auto const* object = from.if_object();
  if (!object) return wrong(path, "must be an object");
  std::size_t known = 0;
  boost::mp11::mp_for_each<Members<T>>([&](auto D) {
    using Field = std::remove_reference_t<decltype(into.*D.pointer)>;
    auto const* field = object->if_contains(D.name);
    if (field) {
      ++known;
      read(into.*D.pointer, *field, joined(path, D.name));
    } else if constexpr (!may_be_absent<Field>) {
      wrong(joined(path, D.name), "is required");
    }
  });
  if (known == object->size()) return;
  for (auto const& field : *object) {
    std::string_view const name = field.key();
    bool expected = false;
    boost::mp11::mp_for_each<Members<T>>([&](auto D) { expected = expected || name == D.name; });
    if (!expected) wrong(joined(path, name), "is not a field of this request");
  }
}

template <class T>
void Reader::read_items(std::vector<T>& into, boost::json::value const& from, std::string const& path) {
  auto const* array = from.if_array();
  if (!array) return wrong(path, "must be a list");
  if (array->size() > 1000) return wrong(path, "has more than 1000 items");
  into.clear();
  for (auto const& item : *array) {
    auto const place = fmt::format("{}[{}]", path, into.size());
    read(into.emplace_back(), item, place);
  }
}

// Reads a whole body. Throws Problem: malformed for what is no JSON, invalid with every wrong field otherwise.
template <class T>
T read(std::string_view body) {
  auto const value = parse(body);
  T result{};
  Reader reader;
  reader.read(result, value, "");
  if (!reader.errors().empty()) {
    auto const& first = reader.errors().front();
    auto detail = first.path.empty() ? fmt::format("The body {}.", first.detail)
                                     : fmt::format("\"{}\" {}.", first.path, first.detail);
    throw base::Problem{base::Code::invalid, "invalid", std::move(detail), reader.errors()};
  }
  return result;
}

}  // namespace waymark::json
