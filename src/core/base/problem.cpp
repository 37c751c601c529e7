#include "core/base/problem.hpp"

namespace waymark::base {

Problem not_found(std::string detail) {
  return {Code::not_found, "not_found", std::move(detail)};
}

Problem forbidden(std::string detail) {
  return {Code::forbidden, "forbidden", std::move(detail)};
}

Problem conflict(std::string slug, std::string detail) {
  return {Code::conflict, std::move(slug), std::move(detail)};
}

Problem invalid(std::string path, std::string detail) {
  std::vector<FieldError> fields{{std::move(path), detail}};
  return {Code::invalid, "invalid", std::move(detail), std::move(fields)};
}

}  // namespace waymark::base
