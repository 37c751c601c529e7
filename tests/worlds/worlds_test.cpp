#include <fmt/format.h>
#include <gtest/gtest.h>

#include <boost/json/parse.hpp>
#include <chrono>
#include <thread>

#include "core/base/text.hpp"
#include "core/http/channel.hpp"
#include "testing/databases.hpp"
#include "worlds/operations.hpp"
#include "worlds/plot.hpp"

// Two worlds that differ only in what a caller may not see: every GET of the router gives this caller the same bytes in
// both. The second world is the first one after something happened behind the caller's back, with the clock where it
// was.

namespace waymark::testing {
namespace {

namespace json = boost::json;

std::vector<std::string> named(std::string const& kind) {
  static std::map<std::string, std::vector<std::string>, std::less<>> const all{
      {"objective", {"<objective>", "<other>", "<twin>", "<third>", "<draft>", "<closed>"}},
      {"other", {"<other>"}},
      {"key_result", {"<key_result>", "<draft_key_result>"}},
      {"team", {"<finance>", "<halden_instruments>", "<engineering>", "<support>"}},
      {"person", {"<pia>", "<cam>", "<omar>", "<karl>", "<ralf>"}},
      {"absent", {"<cam>", "<pia>"}},
      {"cycle", {"<this_quarter>", "<last_quarter>", "<year>"}},
      {"kpi", {"<kpi>"}},
      {"view", {"<view>"}},
      {"check_in", {"<check_in>"}},
      {"secret", {"<secret>"}},
  };
  auto const found = all.find(kind);
  return found == all.end() ? std::vector<std::string>{} : found->second;
}

// What a parameter of a query is tried with.
std::vector<std::string> tried(std::string const& name, std::string const& kind, json::value const& schema) {
  auto const& object = schema.as_object();
  if (auto const ids = named(kind); !ids.empty()) return ids;
  if (name == "after" || name == "from" || name == "limit") return {};
  if (auto const* names = object.if_contains("enum")) {
    std::vector<std::string> all;
    for (auto const& one : names->as_array()) all.emplace_back(one.as_string());
    return all;
  }
  auto const& type = object.at("type").as_string();
  if (type == "boolean") return {"true", "false"};
  if (type == "integer") return {"1", "3"};
  return {"zebra", "an"};
}

bool takes(Operation const& operation, std::string_view parameter) {
  for (auto const& one : operation.parameters) {
    if (one.at("name").as_string() == parameter) return true;
  }
  return false;
}

std::string with_parameter(std::string const& target, std::string const& name, std::string const& value) {
  auto const query = target.find('?');
  std::string made = target.substr(0, query) + "?" + name + "=" + value;
  if (query == std::string::npos) return made;
  auto const old = target.substr(query + 1);
  for (auto const pair : base::split(std::string_view{old}, '&')) {
    if (!pair.starts_with(name + "=")) made += "&" + std::string{pair};
  }
  return made;
}

// The addresses at which the worlds are compared, with <names>.
std::vector<std::string> questions() {
  std::vector<std::string> all;
  for (auto const& operation : operations()) {
    if (operation.method != "GET" || operation.path == "/api/v1/events") continue;
    std::vector<std::string> paths{operation.request.target};
    for (auto const& slot : operation.slots) {
      if (slot.where != Slot::Where::path) continue;
      std::vector<std::string> more;
      for (auto const& path : paths) {
        auto one = operation;
        one.request.target = path;
        for (auto const& id : named(slot.kind)) more.push_back(one.with(slot, id).target);
      }
      if (!more.empty()) paths = more;
    }
    all.insert(all.end(), paths.begin(), paths.end());
    for (auto const& parameter : operation.parameters) {
      std::string const name{parameter.at("name").as_string()};
      std::string kind;
      for (auto const& slot : operation.slots) {
        if (slot.where == Slot::Where::query && slot.name == name) kind = slot.kind;
      }
      for (auto const& value : tried(name, kind, resolved(parameter.at("schema"))))
        all.push_back(with_parameter(paths.front(), name, value));
    }
    if (takes(operation, "limit")) all.push_back(with_parameter(paths.front(), "limit", "2"));
  }
  return all;
}

using Answers = std::map<std::string, std::string>;

class Worlds : public ::testing::TestWithParam<db::Dialect> {
 protected:
  Worlds() : house(GetParam()) {}

  // All that this caller is told, pages of lists one after the other.
  Answers answers(Caller const& caller) {
    static auto const all = questions();
    Answers told;
    for (auto const& question : all) {
      auto target = with_names(question, house.names);
      for (int page = 0; page < 3; ++page) {
        auto const response = house.ask(caller, "GET", target);
        told[target] = text_of(response);
        if (response.status != 200 || target.find("limit=2") == std::string::npos) break;
        auto const body = json::parse(response.body);
        auto const* next = body.as_object().if_contains("next");
        if (!next || !next->is_string()) break;
        target = with_parameter(target, "after", std::string{next->as_string()});
      }
    }
    return told;
  }

  // Compares what the callers are told before and after; `knows` are those who may know.
  void compare(std::string const& what, void (*happens)(House&, Hidden&), std::vector<std::string_view> const& knows) {
    auto const is_told = [&](Caller const& caller) {
      return std::ranges::find(knows, std::string_view{caller.name}) != knows.end();
    };
    std::map<std::string_view, Answers> before;
    ask_all(before, is_told);
    house.move_clock(House::begins + 30'000);
    happens(house, hidden);
    std::map<std::string_view, Answers> after;
    ask_all(after, is_told);
    std::map<std::string, std::pair<std::size_t, std::string>> differ;
    for (auto const& caller : callers()) {
      if (is_told(caller)) continue;
      for (auto const& [target, answer] : before[caller.name]) {
        ++compared;
        auto const& now = after[caller.name][target];
        if (now == answer) continue;
        auto const path = target.substr(0, target.find('?'));
        auto& [count, first] = differ[path];
        if (count++ == 0) first = fmt::format("as {} at {}:\n{}", caller.name, target, difference(answer, now));
      }
    }
    for (auto const& [path, found] : differ)
      ADD_FAILURE() << what << " is seen at " << path << ", " << found.first << " answers, " << found.second;
  }

  House house;
  Hidden hidden;
  std::size_t compared{0};

 private:
  template <class F>
  void ask_all(std::map<std::string_view, Answers>& into, F const& is_told) {
    house.move_clock(House::asked_at);
    house.do_what_is_due();
    for (auto const& caller : callers()) {
      if (!is_told(caller)) into[caller.name] = answers(caller);
    }
  }

  // Around the first byte that differs, of both.
  static std::string difference(std::string const& a, std::string const& b) {
    auto const body_of = [](std::string const& text) { return std::string_view{text}.substr(text.find("\n\n")); };
    auto const x = body_of(a) == body_of(b) ? std::string_view{a} : body_of(a);
    auto const y = body_of(a) == body_of(b) ? std::string_view{b} : body_of(b);
    auto const at = static_cast<std::size_t>(std::ranges::mismatch(x, y).in1 - x.begin());
    auto const from = at < 200 ? 0 : at - 200;
    return fmt::format("before …{}…\nafter  …{}…", x.substr(from, 400), y.substr(from, 400));
  }
};

TEST_P(Worlds, DraftsOfOthers) {
  compare("a draft", write_drafts, {});
  fmt::print("{} answers compared\n", compared);
}

// A page that stays open, and one that comes back, hear of what comes after and of nothing between.
TEST_P(Worlds, TheStreamOfNews) {
  constexpr db::Sql newest{"test.newest_event", "SELECT MAX(id) FROM core_event"};
  house.move_clock(house.now() +
                   60'000);  // PostgreSQL tells the last seconds again: not those in which the house was built
  house.act("lena", "POST", "/api/v1/objectives/<other>/comments", R"({"text": "That is first"})");
  auto const last =
      base::id_text(house.database().read([&](db::Tx& tx) { return tx.row<std::int64_t>(newest).value(); }));
  std::vector<std::pair<std::string, std::shared_ptr<http::Channel>>> streams;
  auto const open = [&](std::string const& how, std::string const& from) {
    for (auto const& caller : callers()) {
      if (caller.proof != Caller::Proof::none) streams.emplace_back(caller.name + how, house.listen(caller, from));
    }
  };
  open(" who stays", "");
  write_drafts(house, hidden);
  open(" who comes back", last);
  auto const said = house.act("lena", "POST", "/api/v1/objectives/<other>/comments", R"({"text": "That is all"})");
  std::string const id{said.at("id").as_string()};
  auto const end = std::chrono::steady_clock::now() + std::chrono::seconds{20};
  for (auto const& [who, stream] : streams) {
    std::string heard;
    while (heard.find(id) == std::string::npos && std::chrono::steady_clock::now() < end) {
      heard += stream->take();
      std::this_thread::sleep_for(std::chrono::milliseconds{5});
    }
    std::size_t news = 0;  // later than the newest of before: PostgreSQL tells those of the last seconds again
    constexpr std::string_view mark = "\nid: ";
    for (auto at = heard.find(mark); at != std::string::npos; at = heard.find(mark, at + 1))
      news += heard.substr(at + mark.size(), last.size()) > last ? 1 : 0;
    EXPECT_EQ(news, 1U) << who << " heard:\n" << heard;
  }
}

TEST_P(Worlds, WhatWasTakenBack) {
  compare("what was taken back", take_back_a_publication, {});
  fmt::print("{} answers compared\n", compared);
}

TEST_P(Worlds, WhatIsEverybodysOwn) {
  compare("somebody's own", keep_to_themselves, {});
  compare("an absence", be_away, {"HR", "executive"});
  compare("a session", come_and_go, {"HR", "auditor", "administrator"});
  fmt::print("{} answers compared\n", compared);
}

INSTANTIATE_TEST_SUITE_P(Databases, Worlds, on_both_databases, name_of);

}  // namespace
}  // namespace waymark::testing
