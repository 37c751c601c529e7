#include <gmock/gmock.h>

#include <ctime>
#include <limits>
#include <set>
#include <thread>

#include "core/base/day.hpp"
#include "core/base/problem.hpp"
#include "identity/caller_cache.hpp"
#include "identity/credential.hpp"
#include "identity/guessing.hpp"
#include "identity/origin.hpp"
#include "identity/passwords.hpp"
#include "identity/secret.hpp"

namespace waymark::identity {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

TEST(Pause, grows_with_the_failures) {  // [IDN-4]
  base::Millis const noon = 1'763'380'800'000;
  for (auto const& [failures, wait] :
       {std::pair{1, 1'000}, {2, 1'000}, {3, 3'000}, {8, 3'000}, {9, 5'000}, {24, 5'000}, {25, 10'000}, {99, 10'000}}) {
    EXPECT_EQ(closed_until(failures, noon), noon + wait) << failures;
  }
  EXPECT_EQ(closed_until(100, noon), noon + 12 * 3600 * 1000);
}

// [IDN-4]
TEST(Pause, is_not_longer_where_the_clock_is_set_back) {
  base::Millis const noon = 1'763'380'800'000;
  base::Millis const hour = 3'600'000;
  Guesses guesses;
  Origin const here{"address 192.0.2.1", "192.0.2.0/24"};
  for (int i = 0; i < 30; ++i) {
    auto const now = noon + i * 20'000;
    guesses.failed(guesses.begin("ana", here, now), now);
  }
  auto const before = noon - 5 * hour;
  try {
    guesses.begin("ana", here, before);
    ADD_FAILURE() << "it was closed, and is open now";
  } catch (base::Problem const& refusal) {
    EXPECT_LE(refusal.retry_after_seconds, 10);
  }
  EXPECT_NO_THROW(guesses.begin("ana", here, before + 11'000));

  for (int i = 0; i < 28; ++i) guesses.draw("nobody", noon);
  EXPECT_EQ(guesses.left("nobody", noon), 0);
  EXPECT_EQ(guesses.left("nobody", before), 0);
  EXPECT_EQ(guesses.left("nobody", before + bucket_step), 1);

  for (int i = 0; i < 5; ++i) EXPECT_TRUE(guesses.within("asking", 5, hour, noon));
  EXPECT_FALSE(guesses.within("asking", 5, hour, noon));
  EXPECT_TRUE(guesses.within("asking", 5, hour, before));
}

TEST(Secret, is_new_each_time_and_kept_as_a_hash) {  // [IDN-7]
  std::set<std::string> seen;
  std::array<int, 256> counts{};
  for (int i = 0; i < 5000; ++i) {
    auto const secret = new_secret();
    ASSERT_TRUE(looks_like_secret(secret));
    ASSERT_TRUE(seen.insert(secret).second);
    for (char const c : secret.substr(0, 51)) ++counts[static_cast<unsigned char>(c)];
  }
  for (char const c : std::string{"0123456789abcdefghjkmnpqrstvwxyz"}) {
    EXPECT_NEAR(counts[static_cast<unsigned char>(c)], 5000 * 51 / 32, 500) << c;  // 5.6 standard deviations
  }
  EXPECT_EQ(hashed("a").size(), 64U);
  EXPECT_NE(hashed("a"), hashed("b"));
  EXPECT_FALSE(looks_like_secret("short"));
  EXPECT_FALSE(looks_like_secret(std::string(52, 'U')));
}

bool matches(Passwords& passwords, std::string_view password, std::string const& hash) {
  return Passwords::matches(passwords.turn({}), password, hash);
}

TEST(Hashes, match_their_password_and_no_other) {  // [IDN-1] [IDN-6]
  Passwords passwords;
  auto const hash = passwords.hash_of("tulip-harbour-49");
  EXPECT_THAT(hash, ::testing::StartsWith("$argon2id$v=19$m=19456,t=2,p=1$"));
  EXPECT_TRUE(matches(passwords, "tulip-harbour-49", hash));
  for (auto const* twin : {"Tulip-harbour-49", "tulip-harbour-49 ", "tulip-harbour-4"})
    EXPECT_FALSE(matches(passwords, twin, hash)) << twin;
  EXPECT_FALSE(Passwords::is_outdated(hash));
  EXPECT_TRUE(Passwords::is_outdated(
      "$argon2id$v=19$m=8192,t=1,p=1$c2FsdHNhbHRzYWx0c2FsdA$MTIzNDU2Nzg5MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTI"));
}

TEST(Hashes, differ_after_256_characters_of_the_same) {  // [IDN-1]
  Passwords passwords;
  auto const hash = passwords.hash_of(std::string(255, 'x') + "a");
  EXPECT_FALSE(matches(passwords, std::string(255, 'x') + "b", hash));
}

TEST(Hashes, cost_the_same_without_an_account) {  // [IDN-3]
  Passwords passwords;
  auto const hash = passwords.hash_of("tulip-harbour-49");
  auto const time_of = [&](std::string const& kept) {  // of the processor: a busy machine changes nothing
    auto best = std::numeric_limits<std::clock_t>::max();
    for (int i = 0; i < 5; ++i) {
      auto const start = std::clock();
      EXPECT_FALSE(matches(passwords, "another-password", kept));
      best = std::min(best, std::clock() - start);
    }
    return static_cast<double>(best);
  };
  auto const ratio = time_of("") / time_of(hash);
  EXPECT_GT(ratio, 0.5);
  EXPECT_LT(ratio, 2.0);
}

TEST(Hashes, are_refused_when_too_many_wait) {  // [IDN-6]
  Passwords passwords{{.at_once = 1, .waiting = 1}};
  std::atomic<int> refused{0};
  std::vector<std::thread> crowd;
  for (int i = 0; i < 12; ++i) {
    crowd.emplace_back([&] {
      try {
        passwords.hash_of("tulip-harbour-49");
      } catch (base::Problem const& busy) {
        EXPECT_EQ(busy.code, base::Code::too_busy);
        EXPECT_GT(busy.retry_after_seconds, 0);
        ++refused;
      }
    });
  }
  for (auto& one : crowd) one.join();
  EXPECT_GT(refused, 0);
  EXPECT_LT(refused, 12);
  EXPECT_NO_THROW(passwords.hash_of("tulip-harbour-49"));
}

TEST(Hashes, keep_a_place_for_who_is_known) {  // [IDN-6]
  Passwords passwords{{.at_once = 2, .waiting = 0}};
  auto const stranger = passwords.turn({"10.0.0.7", false});
  EXPECT_THROW(passwords.turn({"10.0.0.8", false}), base::Problem);
  EXPECT_NO_THROW(passwords.turn({"a known one", true}));
}

// [IDN-6]
TEST(Hashes, are_made_for_who_is_known_first_and_for_each_origin_in_turn) {
  Passwords passwords{{.at_once = 1, .waiting = 4}};
  std::mutex mutex;
  std::vector<std::string> served;
  std::atomic<int> refused{0};
  auto const ask = [&](std::string const& origin, bool known) {
    try {
      passwords.hash_of("tulip-harbour-49", {origin, known});
      std::lock_guard const lock(mutex);
      served.push_back(origin);
    } catch (base::Problem const&) {
      ++refused;
    }
  };
  std::atomic<bool> over{false};
  std::vector<std::thread> flood;
  for (int i = 0; i < 12; ++i) {
    flood.emplace_back([&] {
      while (!over) ask("10.0.0.7", false);
    });
  }
  for (int i = 0; i < 5; ++i) {
    ask("192.0.2." + std::to_string(i), false);
    ask("a known one", true);
  }
  over = true;
  for (auto& one : flood) one.join();
  EXPECT_EQ(std::ranges::count(served, "a known one"), 5);
  for (int i = 0; i < 5; ++i) EXPECT_EQ(std::ranges::count(served, "192.0.2." + std::to_string(i)), 1);
  EXPECT_GT(refused, 0);
}

TEST(Tries, are_twenty_eight_and_one_more_in_twenty_minutes) {  // [IDN-4]
  base::Millis const now = 1'763'380'800'000;
  EXPECT_EQ(tries_left(0, now), 28);
  EXPECT_EQ(tries_left(now + bucket_step, now), 27);
  EXPECT_EQ(tries_left(now + bucket_size * bucket_step, now), 0);
  EXPECT_EQ(tries_left(now + bucket_size * bucket_step + 1, now), -1);
  EXPECT_EQ(28 + base::ms_per_day / bucket_step, 100);
}

http::Request with(std::vector<std::pair<std::string, std::string>> headers, std::string peer = "127.0.0.1") {
  http::Request request;
  request.headers = std::move(headers);
  request.peer = std::move(peer);
  return request;
}

TEST(CredentialOfRequest, is_a_cookie_or_a_token) {  // [IDN-8]
  auto const cookie = with({{"cookie", "theme=dark; waymark=abc"}});
  EXPECT_EQ(credential_of(cookie, {})->secret, "abc");
  EXPECT_EQ(credential_of(cookie, {})->kind, Credential::Kind::session);
  auto const token = with({{"cookie", "waymark=abc"}, {"authorization", "bearer wm_x"}});
  EXPECT_EQ(credential_of(token, {})->secret, "wm_x");
  EXPECT_EQ(credential_of(token, {})->kind, Credential::Kind::token);
  EXPECT_FALSE(credential_of(with({}), {}));
}

TEST(CredentialOfRequest, has_its_own_cookie_by_https) {  // [IDN-8]
  Line const proxied{.trust_forwarded_proto = true, .allow_plain_http = false};
  auto const both = with({{"x-forwarded-proto", "https"}, {"cookie", "waymark=plain; __Host-waymark=secure"}});
  EXPECT_EQ(credential_of(both, proxied)->secret, "secure");
  EXPECT_EQ(credential_of(both, {})->secret, "plain");  // nobody vouches for the header
  EXPECT_THAT(session_cookie(true, "s", 60),
              HasSubstr("__Host-waymark=s; Path=/; Secure; HttpOnly; SameSite=Lax; Max-Age=60"));
  EXPECT_THAT(session_cookie(false, "s", 60), Not(HasSubstr("Secure")));
}

TEST(CredentialOfRequest, is_refused_when_doubtful) {  // [IDN-9]
  std::string const long_one(201, 'a');
  for (auto const& request :
       {with({{"cookie", "waymark=a; waymark=b"}}), with({{"cookie", "waymark=a"}, {"cookie", "waymark=b"}}),
        with({{"authorization", "Bearer a"}, {"authorization", "Bearer b"}}), with({{"cookie", "waymark=" + long_one}}),
        with({{"authorization", "Bearer " + long_one}})}) {
    EXPECT_THROW(credential_of(request, {}), base::Problem);
  }
}

TEST(PrivateLine, is_this_machine_or_https) {  // [IDN-8]
  Line const proxied{.trust_forwarded_proto = true, .allow_plain_http = false};
  EXPECT_NO_THROW(require_private_line(with({}), {}));
  EXPECT_NO_THROW(require_private_line(with({}, "::1"), {}));
  EXPECT_THROW(require_private_line(with({}, "192.0.2.7"), {}), base::Problem);
  EXPECT_THROW(require_private_line(with({{"x-forwarded-proto", "https"}}, "192.0.2.7"), {}), base::Problem);
  EXPECT_NO_THROW(require_private_line(with({{"x-forwarded-proto", "https"}}, "192.0.2.7"), proxied));
  EXPECT_NO_THROW(
      require_private_line(with({}, "192.0.2.7"), {.trust_forwarded_proto = false, .allow_plain_http = true}));
}

TEST(Cookies, are_for_encrypted_lines_wherever_a_proxy_or_a_network_stands_between) {  // [IDN-8]
  Line const proxied{.trust_forwarded_proto = true, .allow_plain_http = false};
  EXPECT_FALSE(is_secure(with({}), {}));
  EXPECT_TRUE(is_secure(with({}), proxied));
  EXPECT_TRUE(is_secure(with({{"x-forwarded-proto", "http"}}), proxied));
  EXPECT_TRUE(is_secure(with({{"x-forwarded-proto", "https"}}), proxied));
  EXPECT_TRUE(is_secure(with({}, "192.0.2.7"), {}));
  EXPECT_FALSE(is_secure(with({}, "192.0.2.7"), {.trust_forwarded_proto = false, .allow_plain_http = true}));
}

TEST(Origins, are_what_the_connection_or_our_proxy_saw) {  // [IDN-4]
  Line const proxied{.trust_forwarded_proto = true, .allow_plain_http = false};
  auto const forged = with({{"x-forwarded-for", "192.0.2.1, 192.0.2.9"}}, "127.0.0.1");
  EXPECT_EQ(address_of(forged, {}), "127.0.0.1");
  EXPECT_EQ(address_of(forged, proxied), "192.0.2.9");
  EXPECT_EQ(address_of(with({{"x-forwarded-for", "x"}}, "127.0.0.1"), proxied), "127.0.0.1");
  EXPECT_EQ(block_of("192.0.2.9"), block_of("192.0.2.77"));
  EXPECT_NE(block_of("192.0.2.9"), block_of("192.0.3.9"));
  EXPECT_EQ(block_of("::ffff:192.0.2.9"), block_of("192.0.2.1"));
  EXPECT_EQ(block_of("2001:db8:1:2:3::1"), block_of("2001:db8:1:2:4::2"));
  EXPECT_NE(block_of("2001:db8:1:2::1"), block_of("2001:db8:1:3::1"));
  EXPECT_NE(block_of("127.0.0.1"), block_of("127.0.0.2"));
}

TEST(Callers, are_known_for_a_second) {  // [IDN-19]
  CallerCache cache;
  CallerCache::Time const start{};
  cache.keep("a", {{policy::PersonId{1}, {}, {}, 7}, true}, start, cache.state());
  EXPECT_EQ(cache.find("a", start + std::chrono::milliseconds(999))->viewer.session, 7);
  EXPECT_FALSE(cache.find("a", start + std::chrono::milliseconds(1000)));
  EXPECT_FALSE(cache.find("b", start));
}

TEST(Callers, are_forgotten_with_what_was_read_before) {  // [IDN-18] [IDN-19]
  CallerCache cache;
  CallerCache::Time const start{};
  cache.keep("a", {{}, true}, start, cache.state());
  auto const read_before = cache.state();
  cache.clear();
  EXPECT_FALSE(cache.find("a", start));
  cache.keep("a", {{}, true}, start, read_before);
  EXPECT_FALSE(cache.find("a", start));
}

TEST(Callers, take_no_more_than_their_place) {
  CallerCache cache;
  CallerCache::Time const start{};
  for (std::size_t i = 0; i <= CallerCache::most; ++i) cache.keep(std::to_string(i), {{}, true}, start, cache.state());
  EXPECT_FALSE(cache.find("0", start));
  EXPECT_TRUE(cache.find(std::to_string(CallerCache::most), start));
}

}  // namespace
}  // namespace waymark::identity
