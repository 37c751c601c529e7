#include "identity/identity.hpp"

#include <spdlog/spdlog.h>

#include "identity/origin.hpp"
#include "identity/secret.hpp"

namespace waymark::identity {
namespace {

constexpr base::Millis seen_every = 5 * 60 * 1000;

}  // namespace

Identity::Identity(db::Db& db, people::People& people, Postman& postman, Options options)
    : db_(db), people_(people), postman_(postman), options_(std::move(options)), passwords_(options_.hashing) {
  if (options_.answer_first) afterwards_.emplace();
  people.on_access_change([this](db::Tx& tx, PersonId person, bool here) {
    if (!here) {
      delete_sessions(tx, person, 0);
      delete_tokens(tx, person);
      delete_links(tx, person);
      delete_password(tx, person);
      delete_devices(tx, person);
      delete_reset_wish(tx, person);
    }
    forget_callers(tx);
  });
}

std::optional<rest::Authenticator::Caller> Identity::caller_of(http::Request const& request) {
  auto const credential = credential_of(request, options_.line);
  if (!credential) return std::nullopt;
  auto const is_token = credential->kind == Credential::Kind::token;
  auto secret = credential->secret;
  if (is_token) {
    if (!secret.starts_with(token_mark)) return std::nullopt;
    secret.remove_prefix(token_mark.size());
  }
  if (!looks_like_secret(secret)) return std::nullopt;
  auto const key = hashed(credential->secret);
  auto const now = std::chrono::steady_clock::now();
  if (auto const known = callers_.find(key, now); known && known->by_cookie != is_token) return known;
  auto const state = callers_.state();
  auto const holder = load(*credential, key);
  if (!holder) return std::nullopt;
  Caller const caller{{holder->person, holder->roles, holder->scopes, holder->credential, holder->proof, holder->token},
                      !is_token};
  callers_.keep(key, caller, now, state);
  return caller;
}

std::string Identity::origin_of(http::Request const& request) const {
  auto address = address_of(request, options_.line);
  return address.find(':') == std::string::npos ? address : block_of(address);
}

bool Identity::seems_known(http::Request const& request) const try {
  auto const credential = credential_of(request, options_.line);
  return credential && callers_.knew(hashed(credential->secret));
} catch (base::Problem const&) {
  return false;  // its handler says what is wrong with it
}

std::optional<Holder> Identity::load(Credential const& credential, std::string const& secret) {
  base::Millis now = 0;
  auto const holder = db_.read([&](db::Tx& tx) {
    now = tx.now();
    return credential.kind == Credential::Kind::token ? token_holder(tx, secret)
                                                      : session_holder(tx, secret, idle_since(tx));
  });
  if (holder && now - holder->seen_at > seen_every) touch(credential, *holder);
  return holder;
}

// A convenience: the request goes on where it fails.
void Identity::touch(Credential const& credential, Holder const& holder) {
  try {
    db_.write([&](db::Tx& tx) {
      auto const before = tx.now() - seen_every;
      if (credential.kind == Credential::Kind::token) {
        touch_token(tx, holder.credential, before);
      } else {
        touch_session(tx, holder.credential, before);
      }
    });
  } catch (std::exception const& e) {
    spdlog::warn("when a credential was last seen could not be kept: {}", e.what());
  }
}

void Identity::forget_callers(db::Tx& tx) {
  tx.after_commit([this] { callers_.clear(); });
}

void Identity::tell_of_end(db::Tx& tx, PersonId person) {
  forget_callers(tx);
  for (auto const& listener : end_listeners_) listener(tx, person);
}

void Identity::end_sessions(db::Tx& tx, PersonId person, std::int64_t except) {
  delete_sessions(tx, person, except);
  tell_of_end(tx, person);
}

void Identity::tidy(db::Tx& tx) const {
  delete_expired(tx, idle_since(tx));
  forget_spent_buckets(tx);
}

}  // namespace waymark::identity
