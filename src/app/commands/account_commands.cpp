#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <iostream>

#include "app/commands/commands.hpp"
#include "app/commands/progress.hpp"
#include "app/demo/demo.hpp"
#include "app/place.hpp"
#include "audit/audit.hpp"
#include "core/base/problem.hpp"
#include "core/base/text.hpp"
#include "core/json/write.hpp"
#include "people/directory.hpp"

namespace waymark::app {
namespace {

using policy::Role;
using policy::Scope;

constexpr char const* password_help = "read the password from standard input, one line";

struct AccountOptions {
  std::string data;
  std::string organisation;
  std::string email;
  std::string name;
  std::vector<std::string> names;  // of roles or scopes
  std::int64_t days{90};
  bool json{false};
  bool password_from_input{false};
};

std::string password_from_input() {
  std::string password;
  if (!std::getline(std::cin, password)) throw base::invalid("password", "There is no password on standard input.");
  if (!password.empty() && password.back() == '\r') password.pop_back();
  return password;
}

template <class E>
std::vector<E> named(std::vector<std::string> const& names, char const* option) {
  std::vector<E> values;
  for (auto const& name : names) {
    auto const value = json::enum_of<E>(name);
    if (!value) throw base::invalid(option, fmt::format("{} does not know \"{}\".", option, name));
    values.push_back(*value);
  }
  return values;
}

policy::PersonId person_with(db::Tx& tx, std::string const& email) {
  auto const person = people::find_by_email(tx, email);
  if (!person) throw base::not_found(fmt::format("Nobody here has the address {}.", email));
  return *person;
}

void init(AccountOptions const& given) {
  auto const password = password_from_input();
  base::SystemClock const clock;
  auto const database = open_fresh(given.data, clock);
  Product product{*database, {.organisation = given.organisation}};
  auto const hash = product.identity.hash_of(password);
  database->write([&](db::Tx& tx) {
    people::NewPerson person;
    person.name = given.name.empty() ? given.email.substr(0, given.email.find('@')) : given.name;
    person.email = given.email;
    person.roles = {Role::administrator};
    auto const administrator = product.people.create_person(tx, {}, person);
    auto const company = product.people.create_team(
        tx, {}, {.name = given.organisation, .kind = people::TeamKind::company, .parent_id = {}, .lead_id = {}});
    product.people.join(tx, {}, company, administrator);
    product.identity.check_password(tx, administrator, password);
    product.identity.set_password(tx, {}, administrator, hash);
  });
  fmt::print("{} is ready. Start it with: waymark serve --data {}\n", given.organisation, given.data);
}

void add_user(AccountOptions const& given) {
  base::SystemClock const clock;
  auto const database = open_existing(given.data, clock);
  Product product{*database};
  auto const password = given.password_from_input ? password_from_input() : std::string{};
  auto const hash = password.empty() ? std::string{} : product.identity.hash_of(password);
  auto const link = database->write([&](db::Tx& tx) {
    people::NewPerson person;
    person.name = given.name;
    person.email = given.email;
    person.roles = named<Role>(given.names, "--role");
    auto const id = product.people.create_person(tx, {}, person);
    if (hash.empty()) return product.identity.new_link(tx, {}, id).link;
    product.identity.check_password(tx, id, password);
    product.identity.set_password(tx, {}, id, hash);
    return std::string{};
  });
  if (!link.empty()) fmt::print("Hand over this link, it lets them choose a password once: {}\n", link);
}

void give_link(AccountOptions const& given) {
  base::SystemClock const clock;
  auto const database = open_existing(given.data, clock);
  Product product{*database};
  auto const link =
      database->write([&](db::Tx& tx) { return product.identity.new_link(tx, {}, person_with(tx, given.email)); });
  fmt::print("{}\n", given.json ? json::text_of(link) : link.link);
}

void add_token(AccountOptions const& given) {
  base::SystemClock const clock;
  auto const database = open_existing(given.data, clock);
  Product product{*database};
  auto const token = database->write([&](db::Tx& tx) {
    auto const person = person_with(tx, given.email);
    auto made = product.identity.new_token(
        tx, person,
        {.name = given.name, .scopes = named<Scope>(given.names, "--scopes"), .expires_in_days = given.days});
    audit::record(tx, {}, "token.made", "token", made.token.id.value, made.token.name,
                  {.with = person,
                   .codes = audit::code("scopes", fmt::format("{}", fmt::join(given.names, ","))) + ";" +
                            audit::code("days", std::to_string(given.days))});
    return made;
  });
  fmt::print("{}\n", given.json ? json::text_of(token) : token.secret);
}

void make_demo_at(std::string const& place) {
  auto const now = base::SystemClock{}.now();
  base::FixedClock clock{now};
  auto const database = open_fresh(place, clock, {.durable = false});
  {
    Progress progress{"Making the demo world"};
    make_demo(*database, clock, now, [&](std::size_t done, std::size_t of) { progress.at(done, of); });
  }
  fmt::print("{}", demo_sign_in());
}

using Options = std::shared_ptr<AccountOptions>;

CLI::App* add(CLI::App& app, char const* name, char const* help, Options const& given,
              void (*act)(AccountOptions const&)) {
  auto* const command = app.add_subcommand(name, help);
  add_data_option(*command, given->data);
  command->callback([given, act] { act(*given); });
  return command;
}

void add_user_commands(CLI::App& app, Options const& given) {
  auto* const user = app.add_subcommand("user", "People who may sign in");
  user->require_subcommand(1);
  auto* const one_more = add(*user, "add", "Add a person", given, add_user);
  one_more->add_option("--email", given->email)->required();
  one_more->add_option("--name", given->name)->required();
  one_more->add_option("--role", given->names, "hr, administrator, executive, auditor; may be repeated");
  one_more->add_flag("--password-stdin", given->password_from_input, password_help);
  auto* const link = add(*user, "link", "Make a link that lets somebody choose a password once", given, give_link);
  link->add_option("--email", given->email)->required();
  link->add_flag("--json", given->json, "for machines");
}

}  // namespace

void add_account_commands(CLI::App& app) {
  auto const given = std::make_shared<AccountOptions>();
  auto* const start = add(app, "init", "Make a new installation with its first administrator", given, init);
  start->add_option("--org", given->organisation, "name of the organisation")->required();
  start->add_option("--admin-email", given->email)->required();
  start->add_option("--admin-name", given->name, "how others see them; the mail before the @ when left out");
  start->add_flag("--admin-password-stdin", given->password_from_input, password_help)->required();

  add(app, "demo", "Make the demo world: Halden Instruments, 64 people, three quarters", given,
      [](AccountOptions const& options) { make_demo_at(options.data); });
  add_user_commands(app, given);

  auto* const token = app.add_subcommand("token", "Tokens for programs");
  token->require_subcommand(1);
  auto* const fresh = add(*token, "new", "Make a token and print its secret, once", given, add_token);
  fresh->add_option("--email", given->email, "whose rights it has")->required();
  fresh->add_option("--name", given->name, "what it is for")->required();
  fresh->add_option("--scopes", given->names, "read, write, administer")->required()->delimiter(',');
  fresh->add_option("--days", given->days, "until it ends")->capture_default_str()->check(CLI::Range(1, 366));
  fresh->add_flag("--json", given->json, "for machines");
}

}  // namespace waymark::app
