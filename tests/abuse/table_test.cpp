#include <fmt/format.h>
#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <sstream>

#include "app/config.hpp"
#include "core/events/stream.hpp"
#include "core/http/server.hpp"
#include "core/rest/router.hpp"
#include "identity/afterwards.hpp"
#include "identity/guessing.hpp"
#include "identity/passwords.hpp"

namespace waymark::testing {
namespace {

constexpr auto page = WAYMARK_SOURCE_DIR "/docs/operate/costs.md";
constexpr std::string_view begin_mark = "<!-- the table is held against the code by tests/abuse -->\n";
constexpr std::string_view end_mark = "<!-- end of the table -->";

std::string size(std::size_t bytes) {
  return bytes >= 1 << 20 ? fmt::format("{} MiB", bytes >> 20) : fmt::format("{} KiB", bytes >> 10);
}

// What the code says, in the words of the page.
std::string table() {
  http::Limits const web;
  identity::Passwords::Limits const hashing;
  app::Config const config;
  std::string text = "| | one connection | one address | all who are not known |\n|---|---|---|---|\n";
  auto const row = [&](std::string_view what, std::string const& one, std::string const& address,
                       std::string const& all) {
    text += fmt::format("| {} | {} | {} | {} |\n", what, one, address, all);
  };
  row("connections", "1", fmt::format("{} (a /64 of IPv6); the own idle one gives way", web.connections_of_a_house),
      fmt::format("{}; the idle one of the biggest address gives way", web.connections));
  row("memory of a head", size(web.head_bytes), "as all",
      size(web.buffered_for_unknown) + " together with bodies and answers");
  row("memory of a body", size(http::small_body), "as all", size(web.buffered_for_unknown) + ", beyond it 503");
  row("beside the content of a body", size(web.head_bytes), "as all", "dropped as it comes");
  row("an answer that is not read", fmt::format("{} s", web.write_timeout.count()), "as all",
      size(web.buffered_for_unknown) + ", beyond it 503; what was written is answered");
  row("waiting for a head, a body, the next request",
      fmt::format("{}, {}, {} s", web.head_timeout.count(), web.body_timeout.count(), web.idle_timeout.count()),
      "the same", "the same");
  row("requests of the API", "as its address",
      fmt::format("{} a second, {} at once (`--rate`)", config.rate, 10 * config.rate), "each address its own");
  row("places before the workers", "1",
      "in turn with the others, after who is known; gives up its newest when they run out",
      fmt::format("{} that wait, {} of {} that run", web.waiting, web.workers - web.workers / 4, web.workers));
  row("passwords hashed", "1", "in turn with the others, after browsers that are known",
      fmt::format("{} of {} at once, {} wait; at the lowest priority", hashing.at_once - 1, hashing.at_once,
                  hashing.waiting));
  row("tries at one account", "as all", "pauses of 1 s to a day",
      fmt::format("{} at once, one more each {} minutes", identity::bucket_size, identity::bucket_step / 60'000));
  row("resets that are looked at", "as its address", fmt::format("{} an hour", identity::resets_of_block),
      fmt::format("{} an hour, {} a day of one account, {} wait", identity::resets_of_all, identity::resets_of_account,
                  identity::Afterwards::most_waiting));
  row("what is remembered of them", "nothing", "its rate, its tries",
      fmt::format("{} of each kind, {} accounts with {} blocks, {} rates", identity::most_remembered,
                  identity::most_lines, identity::most_blocks, rest::Rate::most_callers));
  row("rows on the disk", "0", "0",
      "0 for addresses without an account; of one with an account, a link for a reset and one row of tries");
  text += fmt::format(
      "\nWho is known may send bodies of {}, files of {} where the row takes them, and {} of bytes are held for all "
      "together; {} "
      "event streams a person, {} behind.\n",
      size(rest::Router::usual_bytes), "32 MiB", size(web.buffered_bytes), events::Stream::most_per_person,
      size(http::Channel::most_waiting));
  return text;
}

TEST(TableOfCosts, SaysWhatTheCodeSays) {  // [CORE-21] [CORE-22] [CORE-23] [CORE-24]
  std::ostringstream read;
  read << std::ifstream{page}.rdbuf();
  auto const text = read.str();
  auto const begin = text.find(begin_mark);
  auto const end = text.find(end_mark);
  ASSERT_TRUE(begin != std::string::npos && end != std::string::npos);
  auto const from = begin + begin_mark.size();
  auto const said = text.substr(from, end - from);
  if (std::getenv("WAYMARK_ACCEPT") && said != table()) {
    std::ofstream{page} << text.substr(0, from) << table() << text.substr(end);
    return;
  }
  EXPECT_EQ(said, table()) << "WAYMARK_ACCEPT=1 writes it; the difference is the review";
}

}  // namespace
}  // namespace waymark::testing
