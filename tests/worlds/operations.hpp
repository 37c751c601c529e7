#pragma once

#include <boost/json/object.hpp>
#include <string>
#include <vector>

#include "world/any_world.hpp"

namespace waymark::testing {

// A place in a request that takes an id, and of what.
struct Slot {
  enum class Where { path, query, body };
  Where where;
  std::string name;  // "objective", "team", "key_results[].owner_id"
  std::string kind;  // "objective", "key_result" …; "any" takes an id of every kind; empty: nobody knows
};

struct Request {
  std::string method;
  std::string target;
  std::string body;
};

// One operation of the router, with the request that tests/authorization/requests.txt knows for it.
struct Operation {
  std::string name;  // "GET /api/v1/me"
  std::string method;
  std::string path;  // with {fields}
  Request request;   // with <names>
  std::vector<Slot> slots;
  boost::json::array parameters;  // of its query, as the document of the API describes them
  boost::json::value body_schema;

  // The request with this id in that place, and what stands around it where that has to be there.
  Request with(Slot const& slot, std::string const& id) const;
};

// All that the document of the API names; `request` is empty where there is none for it.
std::vector<Operation> const& operations();

// What a $ref leads to, and the one of two that is not null.
boost::json::value resolved(boost::json::value schema);

// Kinds of things of which none is hidden from anybody who is signed in.
bool is_open_kind(std::string_view kind);

}  // namespace waymark::testing
