#pragma once

#include <exception>
#include <string>
#include <vector>

namespace waymark::base {

// Everything that may stop a request for a reason the caller can understand. Mapped to HTTP in one place.
enum class Code {
  malformed,      // 400: the request is not even readable
  signed_out,     // 401
  forbidden,      // 403: the thing may be seen, but not done
  not_found,      // 404: also for what the viewer may not see
  conflict,       // 409: somebody was faster, or the state does not allow it
  too_large,      // 413
  unsupported,    // 415: another content type
  invalid,        // 422: readable, but a field is wrong
  not_versioned,  // 428: an update without If-Match
  too_many,       // 429
  internal,       // 500
  too_busy,       // 503
  no_space,       // 507: the disk is full
};

// One wrong field: `path` as in "key_results[2].target", empty for the whole body.
struct FieldError {
  std::string path;
  std::string detail;
};

// A refusal with a sentence for the person who reads it. `slug` names the kind of refusal for programs
// ("draft_without_key_result").
struct Problem : std::exception {
  Problem(Code code, std::string slug, std::string detail, std::vector<FieldError> fields = {})
      : code(code), slug(std::move(slug)), detail(std::move(detail)), fields(std::move(fields)) {}

  char const* what() const noexcept override { return detail.c_str(); }

  Code code;
  std::string slug;
  std::string detail;
  std::vector<FieldError> fields;
  std::string current;         // JSON of the thing as it is now; for lost races only
  int retry_after_seconds{0};  // for too_many and too_busy
};

Problem not_found(std::string detail);
Problem forbidden(std::string detail);
Problem conflict(std::string slug, std::string detail);
Problem invalid(std::string path, std::string detail);

}  // namespace waymark::base
