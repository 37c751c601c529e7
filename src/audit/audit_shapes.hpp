#pragma once

#include <string>
#include <vector>

#include "core/json/shape.hpp"
#include "core/policy/viewer.hpp"

namespace waymark::audit {

using AuditId = base::Id<struct AuditTag>;
using AnyId = base::Id<struct AnyTag>;

struct AuditCode {
  std::string name;
  std::string value;
};
BOOST_DESCRIBE_STRUCT(AuditCode, (), (name, value))

// What a line says, with the names that people and teams have today.
struct AuditLine {
  AuditId id;
  std::int64_t number;                       // of the line, from 1 on
  std::int64_t at;                           // ms UTC
  std::optional<policy::PersonId> actor_id;  // null: the command line or the server itself
  std::optional<std::string> actor;
  std::optional<policy::PersonId> in_place_of_id;  // whose right was used, where it was not the actor's own
  std::optional<std::string> in_place_of;
  std::string action;
  std::string subject;
  std::optional<AnyId> subject_id;
  std::optional<std::string> subject_name;
  std::optional<policy::PersonId> with_id;  // the other one, as a new manager
  std::optional<std::string> with;
  std::vector<AuditCode> codes;
  std::optional<std::string> words;  // what somebody has written
  bool erased;                       // there were words once
};
BOOST_DESCRIBE_STRUCT(AuditLine, (),
                      (id, number, at, actor_id, actor, in_place_of_id, in_place_of, action, subject, subject_id,
                       subject_name, with_id, with, codes, words, erased))

struct AuditFilter {
  std::optional<json::Text<1, 60>> subject{};  // "person", "team" …
  std::optional<AnyId> subject_id{};
  std::optional<policy::PersonId> actor{};
  std::optional<AuditId> after{};
  std::optional<json::Int<1, 200>> limit{};
};
BOOST_DESCRIBE_STRUCT(AuditFilter, (), (subject, subject_id, actor, after, limit))

// Whether the log is whole. A caller goes a bounded stretch along it, and all callers together the whole of it.
struct ChainState {
  std::int64_t lines;                     // that the log holds
  std::int64_t first;                     // the number of the first one; those before were taken away for good
  std::int64_t looked_at;                 // how many of them are known to fit
  bool whole;                             // all of them
  std::optional<std::int64_t> broken_at;  // the number of the first line that does not fit
  std::optional<std::string> checkpoint;  // a line to keep outside, and to hold the log against later
};
BOOST_DESCRIBE_STRUCT(ChainState, (), (lines, first, looked_at, whole, broken_at, checkpoint))

}  // namespace waymark::audit
