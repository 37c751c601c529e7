#include "worlds/house.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <boost/json/parse.hpp>
#include <stdexcept>

#include "app/demo/demo.hpp"
#include "app/organisation.hpp"
#include "authorization/prepared.hpp"

namespace waymark::testing {
namespace {

using Proof = Caller::Proof;

struct Undone {};

constexpr db::Sql members_came{"test.members_came", "UPDATE people_member SET since = :at"};
constexpr db::Sql leads_came{"test.leads_came", "UPDATE people_team SET lead_since = :at"};
constexpr db::Sql managers_came{"test.managers_came", "UPDATE people_person SET manager_since = :at"};
constexpr db::Sql find_closed{"test.closed",
                              "SELECT MIN(id) FROM okr_objective WHERE state = 'closed' AND cycle_id = :cycle"};
constexpr db::Sql stands_in{"test.stands_in", "UPDATE people_person SET stand_in_id = :stand_in WHERE id = :person"};

http::Method method_of(std::string_view name) {
  for (auto const method :
       {http::Method::get, http::Method::post, http::Method::put, http::Method::patch, http::Method::del}) {
    if (http::name_of(method) == name) return method;
  }
  throw std::runtime_error(fmt::format("no such method: {}", name));
}

}  // namespace

void Undoing::run_write(Work const& work) {
  if (!undoes) return inner_->write(work);
  try {
    inner_->write([&](db::Tx& tx) {
      work(tx);
      throw Undone{};
    });
  } catch (Undone const&) {
  }
}

std::vector<Caller> const& callers() {
  static std::vector<Caller> const all{
      {"nobody", "nobody", Proof::none},        {"employee", "karl", Proof::session},
      {"member", "ben", Proof::session},        {"accountable", "cam", Proof::session},
      {"lead", "ana", Proof::session},          {"stand-in", "yuki", Proof::session},
      {"HR", "hugo", Proof::session},           {"auditor", "olga", Proof::session},
      {"executive", "iris", Proof::session},    {"administrator", "sam", Proof::session},
      {"read token", "cam", Proof::read_token}, {"write token", "cam", Proof::write_token},
  };
  return all;
}

House::House(db::Dialect dialect) : AnyWorld(dialect) {
  database_ = std::make_unique<Undoing>(db::Db::open(place(), clock_, {.readers = 2, .durable = false}));
  auto const person = [&](char const* key) { return policy::PersonId{base::id_of(AnyWorld::names().at(key)).value()}; };
  database_->write([&](db::Tx& tx) {
    tx.run(members_came, begins);
    tx.run(leads_came, begins);
    tx.run(managers_came, begins);
    tx.run(stands_in, person("yuki"), person("zed"));
    tx.run(stands_in, person("nina"), person("ralf"));
  });
  names = prepare(AnyWorld::names(), *database_);
  auto const cycle = base::id_of(names.at("last_quarter")).value();
  database_->read(
      [&](db::Tx& tx) { names["closed"] = base::id_text(tx.row<std::int64_t>(find_closed, cycle).value()); });
  product_ =
      std::make_unique<app::Product>(*database_, identity::Options{.organisation = app::organisation_of(*database_)});
  for (auto const& caller : callers()) proofs_[caller.name] = proof_of(caller);
}

http::Response House::ask(Caller const& caller, std::string_view method, std::string const& target,
                          std::string const& body, Headers const& more) {
  auto headers = proofs_.at(caller.name);
  headers.insert(headers.end(), more.begin(), more.end());
  database_->undoes = true;
  auto response = send(std::move(headers), method, target, body);
  database_->undoes = false;
  return response;
}

boost::json::value House::act(std::string_view person, std::string_view method, std::string const& target,
                              std::string const& body) {
  auto const response = send({{"authorization", "Bearer " + token_of(person)}}, method, with_names(target, names),
                             with_names(body, names));
  if (response.status >= 300)
    throw std::runtime_error(fmt::format("{} as {}: {} {}", method, person, target, text_of(response)));
  return response.body.empty() ? boost::json::value{} : boost::json::parse(response.body);
}

Headers House::proof_of(Caller const& caller) {
  if (caller.proof == Proof::none) return {};
  if (caller.proof == Proof::session) return sign_in(caller.person);
  identity::NewToken wanted{.name = caller.name, .scopes = {policy::Scope::read}, .expires_in_days = 1};
  if (caller.proof == Proof::write_token) wanted.scopes.push_back(policy::Scope::write);
  auto const made = database_->write([&](db::Tx& tx) {
    return product_->identity.new_token(tx, {base::id_of(names.at(caller.person)).value()}, wanted);
  });
  return {{"authorization", "Bearer " + made.secret}};
}

Headers House::sign_in(std::string_view person) {
  auto const response =
      send({}, "POST", "/api/v1/session",
           fmt::format(R"({{"email": "{}@halden.example", "password": "{}"}})", person, app::demo_password));
  std::string cookies;
  for (auto const& [name, value] : response.headers) {
    if (name == "Set-Cookie") cookies += (cookies.empty() ? "" : "; ") + value.substr(0, value.find(';'));
  }
  if (response.status != 201 || cookies.empty()) throw std::runtime_error("cannot sign in: " + text_of(response));
  return {{"cookie", cookies}, {"sec-fetch-site", "same-origin"}};
}

std::string House::make_token(policy::PersonId person) {
  return database_->write([&](db::Tx& tx) {
    return product_->identity
        .new_token(tx, person, {.name = "zebra", .scopes = {policy::Scope::read}, .expires_in_days = 1})
        .token.id.text();
  });
}

std::shared_ptr<http::Channel> House::listen(Caller const& caller, std::string const& last_seen) {
  return ask(caller, "GET", "/api/v1/events", "", last_seen.empty() ? Headers{} : Headers{{"last-event-id", last_seen}})
      .stream;
}

http::Response House::send(Headers headers, std::string_view method, std::string const& target,
                           std::string const& body) {
  http::Request request;
  request.method = method_of(method);
  request.target = target;
  request.path = target.substr(0, target.find('?'));
  if (auto const question = target.find('?'); question != std::string::npos)
    request.query = target.substr(question + 1);
  if (!body.empty()) headers.emplace_back("content-type", "application/json");
  headers.emplace_back("host", "127.0.0.1");
  request.headers = std::move(headers);
  request.body = body;
  request.peer = "127.0.0.1";
  return product_->router.answer(request);
}

std::string text_of(http::Response const& response) {
  auto text = fmt::format("{} {}\n", response.status, response.content_type);
  for (auto const& [name, value] : response.headers) text += fmt::format("{}: {}\n", name, value);
  return text + "\n" + std::string{response.bytes()};
}

std::string with_names(std::string text, Names const& names) {
  for (std::size_t from = 0; (from = text.find('<', from)) != std::string::npos;) {
    auto const to = text.find('>', from);
    if (to == std::string::npos) break;
    auto const name = names.find(text.substr(from + 1, to - from - 1));
    if (name == names.end()) {
      from = to;
      continue;
    }
    text.replace(from, to - from + 1, name->second);
    from += name->second.size();
  }
  return text;
}

}  // namespace waymark::testing
