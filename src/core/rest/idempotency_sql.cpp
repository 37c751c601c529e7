#include <fmt/format.h>

#include <algorithm>

#include "core/base/problem.hpp"
#include "core/rest/idempotency.hpp"

namespace waymark::rest {
namespace {

struct Remembered {
  std::string fingerprint;
  int status;
  std::string location;
  std::string body;
};
BOOST_DESCRIBE_STRUCT(Remembered, (), (fingerprint, status, location, body))

constexpr db::Sql select_answer{"core.idempotency.select", R"sql(
  SELECT fingerprint, status, location, body
    FROM core_idempotency
   WHERE person_id = :person AND request_key = :request_key)sql"};

constexpr db::Sql insert_answer{"core.idempotency.insert", R"sql(
  INSERT INTO core_idempotency (person_id, request_key, fingerprint, status, location, body, created_at)
  VALUES (:person, :request_key, :fingerprint, :status, :location, :body, :created_at))sql"};

constexpr db::Sql delete_old{"core.idempotency.delete_old", "DELETE FROM core_idempotency WHERE created_at < :before"};

constexpr base::Millis kept_ms = 3LL * 24 * 3600 * 1000;

std::string fingerprint_of(http::Request const& request) {
  std::hash<std::string_view> const hash;
  return fmt::format("{} {} {:x} {}", name_of(request.method), request.target, hash(request.body), request.body.size());
}

std::string location_of(http::Response const& response) {
  for (auto const& [name, value] : response.headers) {
    if (name == "Location") return value;
  }
  return {};
}

}  // namespace

void check_idempotency_key(std::string_view key) {
  auto const printable = std::all_of(key.begin(), key.end(), [](char c) { return c > 0x20 && c < 0x7F; });
  if (key.size() > 200 || !printable)
    throw base::invalid("Idempotency-Key", "The Idempotency-Key must be 1 to 200 printable characters.");
}

http::Response once(db::Tx& tx, policy::PersonId person, std::string_view key, http::Request const& request,
                    std::function<http::Response(db::Tx&)> const& call) {
  auto const fingerprint = fingerprint_of(request);
  if (auto const before = tx.row<Remembered>(select_answer, person, key)) {
    if (before->fingerprint != fingerprint) {
      throw base::invalid("Idempotency-Key", "This Idempotency-Key was used for another request.");
    }
    auto response = http::json(before->status, before->body);
    if (!before->location.empty()) response.with("Location", before->location);
    return response.with("Idempotency-Replayed", "true");
  }
  auto response = call(tx);
  try {
    tx.run(insert_answer, person, key, fingerprint, response.status, location_of(response), response.body, tx.now());
  } catch (db::Violation const& taken) {
    throw db::TryAgain{taken.what()};  // the same request ran at the same time: its answer is there on the next try
  }
  return response;
}

void forget_old_answers(db::Tx& tx) {
  tx.run(delete_old, tx.now() - kept_ms);
}

}  // namespace waymark::rest
