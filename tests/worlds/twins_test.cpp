#include <fmt/format.h>
#include <gtest/gtest.h>

#include <regex>
#include <set>

#include "testing/databases.hpp"
#include "worlds/operations.hpp"
#include "worlds/plot.hpp"

// What is hidden from a caller and what is not there are twins: every operation answers both alike, for every kind of
// caller and every id that it takes. A new route is among them the day it is added.

namespace waymark::testing {
namespace {

class Twins : public ::testing::TestWithParam<db::Dialect> {
 protected:
  Twins() : house(GetParam()) {
    write_drafts(house, hidden);
    take_back_a_publication(house, hidden);
    keep_to_themselves(house, hidden);
    come_and_go(house, hidden);
    be_away(house, hidden);
    house.move_clock(House::asked_at);
  }

  House house;
  Hidden hidden;
};

// HR and those above know who is away, and the log names sessions and tokens to those who read it.
bool knows(Caller const& caller, std::string_view kind) {
  std::string_view const name{caller.name};
  if (kind == "absence" || kind == "absent") return name == "HR" || name == "executive";
  if (kind == "session" || kind == "token") return name == "auditor" || name == "administrator";
  return false;
}

// Those that this caller may not know of.
std::vector<std::string> hidden_from(Caller const& caller, Hidden const& hidden, std::string const& kind) {
  std::vector<std::string> ids;
  for (auto const& [of, some] : hidden) {
    bool const wanted = of == kind || (kind == "any" && of != "absent");
    if (wanted && !knows(caller, of)) ids.insert(ids.end(), some.begin(), some.end());
  }
  return ids;
}

// What may differ: the id itself, what was made by the request, the reference of an error, and the hash over them.
std::string plain(http::Response const& response, std::string const& id, base::Millis asked_at) {
  static std::regex const any_id{"[0-7][0-9a-hjkmnp-tv-z]{12}"};
  static std::regex const tag{"ETag: [^\n]*\n"};
  auto const text = text_of(response);
  std::string out;
  auto from = text.cbegin();
  for (std::sregex_iterator at{text.begin(), text.end(), any_id}, end; at != end; ++at) {
    auto const found = at->str();
    auto const value = base::id_of(found);
    bool const made_now = value && (*value >> 22) >= (asked_at - 1000);
    out.append(from, (*at)[0].first);
    out += found == id ? "<id>" : made_now ? "<new>" : found;
    from = (*at)[0].second;
  }
  out.append(from, text.cend());
  if (response.status < 300 && out.find("<id>") != std::string::npos) out = std::regex_replace(out, tag, "");
  if (response.status < 300 && out.find("<new>") != std::string::npos) out = std::regex_replace(out, tag, "");
  return out;
}

TEST_P(Twins, HiddenAndUnknownAreAnsweredAlike) {
  auto const unknown = base::id_text(base::new_id(House::begins + 1));
  std::size_t pairs = 0;
  std::size_t operations_with_ids = 0;
  std::map<std::string, std::size_t> differ;
  std::map<std::string, std::string> first;
  for (auto const& operation : operations()) {
    if (operation.slots.empty()) continue;
    ++operations_with_ids;
    ASSERT_FALSE(operation.request.method.empty()) << operation.name << " has no line in requests.txt";
    for (auto const& slot : operation.slots) {
      ASSERT_FALSE(slot.kind.empty()) << "no id can be made for " << slot.name << " of " << operation.name
                                      << ": say in operations.cpp of what it is";
      if (is_open_kind(slot.kind)) continue;
      for (auto const& caller : callers()) {
        auto const ask = [&](std::string const& id) {
          auto const request = operation.with(slot, id);
          Headers more;
          if (operation.method == "PATCH") more.emplace_back("if-match", "\"1\"");
          return plain(house.ask(caller, request.method, with_names(request.target, house.names),
                                 with_names(request.body, house.names), more),
                       id, House::asked_at);
        };
        auto const of_unknown = ask(unknown);
        for (auto const& id : hidden_from(caller, hidden, slot.kind)) {
          ++pairs;
          auto const of_hidden = ask(id);
          if (of_hidden == of_unknown) continue;
          auto const where = fmt::format("{} [{}]", operation.name, slot.name);
          ++differ[where];
          first.try_emplace(where, fmt::format("as {} ({}), hidden {}:\n{}\nunknown:\n{}", caller.name, caller.person,
                                               id, of_hidden, of_unknown));
          if (::testing::GTEST_FLAG(fail_fast)) FAIL() << where << " " << first[where];
        }
      }
    }
  }
  for (auto const& [where, count] : differ)
    ADD_FAILURE() << where << ": " << count << " pairs differ, " << first[where];
  fmt::print("{} operations with ids of {}, {} kinds of callers, {} pairs\n", operations_with_ids, operations().size(),
             callers().size(), pairs);
  EXPECT_GT(pairs, 1000U);
}

INSTANTIATE_TEST_SUITE_P(Databases, Twins, on_both_databases, name_of);

}  // namespace
}  // namespace waymark::testing
