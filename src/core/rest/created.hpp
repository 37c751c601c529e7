#pragma once

#include <fmt/format.h>

#include "core/rest/call.hpp"

namespace waymark::rest {

// Answers 201 with what was made and its address: its id in that collection.
template <class T>
Created<T> created(T value, std::string_view collection) {
  auto location = fmt::format("/api/v1/{}/{}", collection, value.id.text());
  return {std::move(value), std::move(location)};
}

}  // namespace waymark::rest
