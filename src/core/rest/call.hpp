#pragma once

#include <boost/describe.hpp>
#include <map>
#include <string>

#include "core/base/problem.hpp"
#include "core/db/db.hpp"
#include "core/http/message.hpp"
#include "core/policy/viewer.hpp"

namespace waymark::rest {

struct Nothing {};
BOOST_DESCRIBE_STRUCT(Nothing, (), ())

using PathFields = std::map<std::string, std::string, std::less<>>;

// What every handler is given: who asks, for what, in which transaction.
template <class Body = Nothing, class Query = Nothing>
struct Call {
  db::Tx& tx;
  policy::Viewer const& viewer;
  http::Request const& request;
  PathFields const& path;
  Body const& body;
  Query const& query;
  std::optional<std::int64_t> if_match;  // the version the caller has seen

  // The id in the path under this name. A text that is no id is an id that nothing has.
  template <class AnyId>
  AnyId id(std::string_view name) const {
    auto const found = path.find(name);
    return {found == path.end() ? 0 : base::id_of(found->second).value_or(0)};
  }
  std::string const& text(std::string_view name) const { return path.find(name)->second; }

  // The version an update is based on. Throws Problem (not_versioned) without an If-Match header.
  std::int64_t seen_version() const {
    if (if_match) return *if_match;
    throw base::Problem{base::Code::not_versioned, "if_match_required",
                        "Send the ETag of what you have read in an If-Match header, so that nobody's change is lost."};
  }
};

// A call of a route that opens its own transactions: signing in must not hold one while it hashes.
template <class Body = Nothing, class Query = Nothing>
struct OwnCall {
  db::Db& db;
  policy::Viewer const& viewer;  // nobody (person 0) where the route is open to anyone
  http::Request const& request;
  PathFields const& path;
  Body const& body;
  Query const& query;
};

// An answer of 201 with its address.
template <class T>
struct Created {
  T value;
  std::string location;
};

template <class T>
struct Page {
  std::vector<T> items;
  std::optional<std::string> next;  // give it back as `after` for the next page

  BOOST_DESCRIBE_CLASS(Page, (), (items, next), (), ())
};

}  // namespace waymark::rest
