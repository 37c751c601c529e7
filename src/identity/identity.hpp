#pragma once

#include "core/rest/router.hpp"
#include "identity/afterwards.hpp"
#include "identity/caller_cache.hpp"
#include "identity/credential.hpp"
#include "identity/guessing.hpp"
#include "identity/identity_store.hpp"
#include "identity/passwords.hpp"
#include "people/people.hpp"

namespace waymark::identity {

// Carries a link to the person it is for. Called in the transaction that makes the link.
class Postman {
 public:
  virtual ~Postman() = default;
  struct Letter {
    PersonId person;
    std::string email;
    std::string language;
    PasswordLink link;
  };
  virtual void deliver(db::Tx& tx, Letter const& letter) = 0;
};

struct Options {
  base::Millis session_idle{14 * base::ms_per_day};      // without a request for so long, a session is over
  base::Millis session_absolute{30 * base::ms_per_day};  // and after so long in any case
  int sessions_per_person{30};                           // the oldest one ends for one more
  base::Millis invitation_life{14 * base::ms_per_day};
  base::Millis reset_life{base::ms_per_day / 24};
  std::string organisation{};  // its words make no password
  std::string base_url{};      // before "/set-password?token=…"; empty: a link without a host
  Line line{};
  Passwords::Limits hashing{};
  bool answer_first{false};  // a wish for a reset, before it is looked at: a server takes the same time for all
};

// Who somebody is: passwords, sessions, API tokens and the links that set a password.
class Identity final : public rest::Authenticator {
 public:
  Identity(db::Db& db, people::People& people, Postman& postman, Options options = {});

  std::optional<Caller> caller_of(http::Request const& request) override;
  std::string origin_of(http::Request const& request) const override;  // an address of IPv4, a /64 of IPv6

  // Does it carry what somebody was known by a moment ago? No database is asked, and nothing is allowed by it.
  bool seems_known(http::Request const& request) const;
  std::vector<rest::Route> routes();

  // For the command line and the demo. The hash is slow to make: outside of a transaction.
  std::string hash_of(std::string_view password) { return passwords_.hash_of(password); }
  void check_password(db::Tx& tx, PersonId person,
                      std::string_view password) const;  // throws Problem (invalid, password)
  void set_password(db::Tx& tx, PersonId by, PersonId person, std::string const& hash, std::string_view how = {});
  TokenWithSecret new_token(db::Tx& tx, PersonId person, NewToken const& given);
  // An invitation, or a reset for who has chosen a password before: that one is for the command line alone.
  PasswordLink new_link(db::Tx& tx, PersonId by, PersonId person);

  // Called in the transaction in which a session or token of a person ends.
  using EndListener = std::function<void(db::Tx& tx, PersonId person)>;
  void on_end(EndListener listener) { end_listeners_.push_back(std::move(listener)); }

  // Forgets what is over. Meant for a job once an hour.
  void tidy(db::Tx& tx) const;

 private:
  using Viewer = policy::Viewer;

  std::optional<Holder> load(Credential const& credential, std::string const& secret);
  void touch(Credential const& credential, Holder const& holder);
  base::Millis idle_since(db::Tx const& tx) const { return tx.now() - options_.session_idle; }
  void forget_callers(db::Tx& tx);
  void tell_of_end(db::Tx& tx, PersonId person);

  Login prove(db::Db& db, std::string const& email, std::string const& password, Origin const& origin);
  // Of an unknown device among those that try at an account: how many come before it, as of now.
  struct Place {
    base::Millis now;
    std::int64_t ahead;
  };
  Place place_at_bucket(db::Db& db, std::string const& account, std::optional<Login> const& login,
                        Origin const& origin);
  void draw_on_bucket(db::Db& db, std::string const& account, std::optional<Login> const& login, Origin const& origin,
                      Place const& place);
  void refuse_where_taken(std::string const& account, Origin const& origin, Place const& place, std::int64_t left);
  void give_back_try(db::Db& db, std::string const& account, bool known_account);
  Origin try_origin(http::Request const& request, std::string const& device) const;
  bool may_ask_for_reset(http::Request const& request, std::string const& account, base::Millis now);
  http::Response sign_in(rest::OwnCall<SignIn> const& call);
  http::Response sign_out(rest::Call<> const& call);
  Me me(db::Tx& tx, PersonId person) const;

  void change_own_password(rest::OwnCall<OwnPasswordChange> const& call);
  http::Response request_reset(rest::OwnCall<PasswordResetRequest> const& call);
  void send_reset(db::Db& db, std::string const& email);
  rest::Created<PasswordLink> invite(rest::OwnCall<> const& call);
  rest::Created<Sheet> make_sheet(rest::OwnCall<NewSheet> const& call);
  PasswordLinkFacts link_facts(db::Tx& tx, std::string const& secret) const;
  http::Response use_link(rest::OwnCall<ChosenPassword> const& call);
  PasswordLink make_link(db::Tx& tx, PersonId by, PersonId person, Purpose purpose);
  ForgottenPassword reopen(rest::Call<> const& call);
  ForgottenPassword reset_wish_of(rest::Call<> const& call) const;

  void give_password_again(rest::OwnCall<PasswordAgain> const& call);
  void prove_own(db::Db& db, Viewer const& viewer, std::string const& password, char const* field);
  rest::Created<TokenWithSecret> make_token(rest::OwnCall<NewToken> const& call);
  void end_sessions(db::Tx& tx, PersonId person, std::int64_t except);

  std::vector<rest::Route> session_routes();
  std::vector<rest::Route> password_routes();
  std::vector<rest::Route> invitation_routes();
  std::vector<rest::Route> token_routes();

  db::Db& db_;
  people::People const& people_;
  Postman& postman_;
  Options options_;
  Passwords passwords_;
  CallerCache callers_;
  Guesses guesses_;
  std::vector<EndListener> end_listeners_;
  std::optional<Afterwards> afterwards_;  // last, so that it ends before what it works with
};

}  // namespace waymark::identity
