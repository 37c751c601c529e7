#pragma once

#include <string>

#include "core/json/shape.hpp"
#include "core/policy/viewer.hpp"

namespace waymark::audit {

using AuditId = base::Id<struct AuditTag>;
using AnyId = base::Id<struct AnyTag>;

struct AuditLine {
  AuditId id;
  std::int64_t at;                           // ms UTC
  std::optional<policy::PersonId> actor_id;  // null: the command line or the server itself
  std::optional<std::string> actor;          // their name
  std::string action;
  std::string subject;
  std::optional<AnyId> subject_id;
  std::string detail;
};
BOOST_DESCRIBE_STRUCT(AuditLine, (), (id, at, actor_id, actor, action, subject, subject_id, detail))

struct AuditFilter {
  std::optional<json::Text<1, 60>> subject{};  // "person", "team" …
  std::optional<AnyId> subject_id{};
  std::optional<policy::PersonId> actor{};
  std::optional<AuditId> after{};
  std::optional<json::Int<1, 200>> limit{};
};
BOOST_DESCRIBE_STRUCT(AuditFilter, (), (subject, subject_id, actor, after, limit))

}  // namespace waymark::audit
