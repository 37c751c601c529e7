#pragma once

#include <functional>

#include "core/json/read.hpp"
#include "core/json/schema.hpp"
#include "core/json/write.hpp"
#include "core/rest/call.hpp"
#include "core/rest/query.hpp"

namespace waymark::rest {

// What a route works with once its request is understood.
struct Exchange {
  http::Request const& request;
  PathFields const& path;
  policy::Viewer const& viewer;
  std::optional<std::int64_t> if_match;
};

// A route is a row: method, path, who may, one sentence, one call. Made by get(), post(), … below.
struct Route {
  using InTransaction = std::function<http::Response(db::Tx&)>;

  http::Method method;
  std::string path;  // "/api/v1/objectives/{objective}"
  policy::Demand demand;
  std::string sentence;

  // Exactly one of the two. `in_transaction` reads body and query (and throws Problem for what is wrong with them)
  // before the transaction begins; its result may run more than once, and only the last run counts.
  std::function<InTransaction(Exchange const&)> in_transaction;
  std::function<http::Response(db::Db&, Exchange const&)> on_its_own;

  // For the documentation; the schema of an absent body or query is empty.
  std::function<std::string(json::Schemas&)> body_schema;
  std::function<std::string(json::Schemas&)> query_schema;
  std::function<std::string(json::Schemas&)> answer_schema;
  int success{200};
  bool wants_version{false};
};

namespace detail {

// Takes a handler's signature apart.
template <class F>
struct Signature : Signature<decltype(&F::operator())> {};
template <class C, class R, class Body, class Query>
struct Signature<R (C::*)(Call<Body, Query> const&) const> {
  using Answer = R;
  using BodyShape = Body;
  using QueryShape = Query;
  static constexpr bool owns = false;
};
template <class C, class R, class Body, class Query>
struct Signature<R (C::*)(OwnCall<Body, Query> const&) const> {
  using Answer = R;
  using BodyShape = Body;
  using QueryShape = Query;
  static constexpr bool owns = true;
};

template <class T>
struct AnswerOf {
  using Shape = T;
  static constexpr int status = 200;
};
template <class T>
struct AnswerOf<Created<T>> {
  using Shape = T;
  static constexpr int status = 201;
};
template <>
struct AnswerOf<void> {
  using Shape = Nothing;
  static constexpr int status = 204;
};
template <>
struct AnswerOf<http::Response> {
  using Shape = json::Raw;
  static constexpr int status = 200;
};

// The strong validator of an answer: its version where it has one, and a hash of its bytes.
std::string entity_tag(std::optional<std::int64_t> version, std::string_view body);

template <class T>
http::Response respond(T const& value) {
  if constexpr (std::is_same_v<T, http::Response>) {
    return value;
  } else if constexpr (requires {
                         value.location;
                         value.value;
                       }) {
    auto response = respond(value.value);
    response.status = 201;
    response.with("Location", value.location);
    return response;
  } else {
    auto response = http::json(200, json::text_of(value));
    std::optional<std::int64_t> version;
    if constexpr (requires { value.version; }) version = value.version;
    response.with("ETag", entity_tag(version, response.body));
    return response;
  }
}

template <class F, class Given>
http::Response respond_to(F const& handler, Given const& call) {
  if constexpr (std::is_void_v<std::invoke_result_t<F const&, Given const&>>) {
    handler(call);
    http::Response response;
    response.status = 204;
    return response;
  } else {
    return respond(handler(call));
  }
}

template <class Body>
Body body_of(http::Request const& request) {
  if constexpr (std::is_same_v<Body, Nothing>) {
    return {};
  } else {
    return json::read<Body>(request.body);
  }
}

template <class F>
Route make(http::Method method, std::string path, policy::Demand const& demand, std::string sentence, F handler) {
  using S = Signature<F>;
  using Body = typename S::BodyShape;
  using Query = typename S::QueryShape;
  Route route{.method = method,
              .path = std::move(path),
              .demand = demand,
              .sentence = std::move(sentence),
              .in_transaction = {},
              .on_its_own = {},
              .body_schema = {},
              .query_schema = {},
              .answer_schema = {},
              .success = AnswerOf<typename S::Answer>::status};
  if constexpr (S::owns) {
    route.on_its_own = [handler](db::Db& db, Exchange const& given) {
      auto const body = body_of<Body>(given.request);
      auto const query = query_of<Query>(given.request.query);
      return respond_to(handler, OwnCall<Body, Query>{db, given.viewer, given.request, given.path, body, query});
    };
  } else {
    route.in_transaction = [handler](Exchange const& given) -> Route::InTransaction {
      auto body = body_of<Body>(given.request);
      auto query = query_of<Query>(given.request.query);
      return [handler, given, body = std::move(body), query = std::move(query)](db::Tx& tx) {
        return respond_to(handler,
                          Call<Body, Query>{tx, given.viewer, given.request, given.path, body, query, given.if_match});
      };
    };
  }
  if constexpr (!std::is_same_v<Body, Nothing>)
    route.body_schema = [](json::Schemas& all) { return all.of<Body>(json::Schemas::Side::incoming); };
  if constexpr (!std::is_same_v<Query, Nothing>)
    route.query_schema = [](json::Schemas& all) { return all.of<Query>(json::Schemas::Side::incoming); };
  using Shape = typename AnswerOf<typename S::Answer>::Shape;
  if constexpr (!std::is_same_v<Shape, Nothing> && !std::is_same_v<Shape, json::Raw>) {
    route.answer_schema = [](json::Schemas& all) { return all.of<Shape>(json::Schemas::Side::outgoing); };
  }
  return route;
}

}  // namespace detail

template <class F>
Route get(std::string path, policy::Demand const& demand, std::string sentence, F handler) {
  return detail::make(http::Method::get, std::move(path), demand, std::move(sentence), std::move(handler));
}
template <class F>
Route post(std::string path, policy::Demand const& demand, std::string sentence, F handler) {
  return detail::make(http::Method::post, std::move(path), demand, std::move(sentence), std::move(handler));
}
template <class F>
Route put(std::string path, policy::Demand const& demand, std::string sentence, F handler) {
  return detail::make(http::Method::put, std::move(path), demand, std::move(sentence), std::move(handler));
}
template <class F>
Route patch(std::string path, policy::Demand const& demand, std::string sentence, F handler) {
  auto route = detail::make(http::Method::patch, std::move(path), demand, std::move(sentence), std::move(handler));
  route.wants_version = true;
  return route;
}
template <class F>
Route del(std::string path, policy::Demand const& demand, std::string sentence, F handler) {
  return detail::make(http::Method::del, std::move(path), demand, std::move(sentence), std::move(handler));
}

}  // namespace waymark::rest
