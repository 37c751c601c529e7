#include <rapidcheck.h>

#include <set>

#include "okr/testing/small_company.hpp"

namespace waymark::okr {
namespace {

constexpr int most_runs = 20;     // each writes a list of its own
constexpr int most_written = 12;  // pages: where as many rows come as a page takes, a walk has no end

int number(int from, int to) {
  return *rc::gen::resize(rc::kNominalSize, rc::gen::inRange(from, to));
}

// One walk through a list, page by page, while others write: how many rows there are at the start, how many a page
// takes, and how many rows come between two pages.
struct Walk {
  int rows = number(0, 9);
  std::int64_t limit = number(1, 5);

  static int between() { return number(0, 3); }
};

class PagingTest : public SmallCompany {
 protected:
  // Everything that pages show: none twice. `page` takes a cursor and answers ids and the next cursor.
  template <class Page, class Insert>
  static std::vector<std::int64_t> walked(Page page, Insert insert) {
    std::vector<std::int64_t> seen;
    std::optional<std::string> after;
    int pages = 0;
    do {
      auto [ids, next] = page(after);
      seen.insert(seen.end(), ids.begin(), ids.end());
      after = std::move(next);
      if (after && ++pages <= most_written) insert(Walk::between());
    } while (after);
    return seen;
  }

  static void each_once(std::vector<std::int64_t> const& seen, std::set<std::int64_t> const& there) {
    std::set<std::int64_t> const distinct(seen.begin(), seen.end());
    RC_ASSERT(distinct.size() == seen.size());
    RC_ASSERT(std::includes(distinct.begin(), distinct.end(), there.begin(), there.end()));
  }

  CycleId fresh_cycle() {
    return write([&](db::Tx& tx) {
      NewCycle cycle{};
      cycle.name = "Cycle " + std::to_string(++cycles_);
      cycle.kind = CycleKind::custom;
      cycle.starts_on = day("2025-11-01");
      cycle.ends_on = day("2025-11-30");
      return okr.cycles.create(tx, hr(), cycle).id;
    });
  }

 private:
  int cycles_ = 0;
};

TEST_P(PagingTest, ShowsEachObjectiveOnce) {
  int runs = 0;
  EXPECT_TRUE(rc::check([&] {
    if (++runs > most_runs) return;
    Walk const walk;
    auto const cycle = fresh_cycle();
    std::set<std::int64_t> there;
    auto const insert = [&](int count) {
      write([&](db::Tx& tx) {
        for (int i = 0; i < count; ++i) {
          auto objective = wanted("Objective", engineering, 1, i % 2 == 0);
          objective.cycle_id = cycle;
          there.insert(okr.writing.create(tx, as(ana), objective).value);
        }
      });
    };
    insert(walk.rows);
    auto const at_start = there;
    auto const page = [&](std::optional<std::string> const& after) {
      ObjectiveFilter filter{};
      filter.cycle = cycle;
      filter.limit = walk.limit;
      if (after) filter.after = *after;
      auto const cards = read([&](db::Tx& tx) { return okr.objectives.list(tx, as(ben), filter); });
      std::vector<std::int64_t> ids;
      for (auto const& card : cards.items) ids.push_back(card.id.value);
      return std::pair{ids, cards.next};
    };
    each_once(walked(page, insert), at_start);
  }));
}

TEST_P(PagingTest, ShowsEachCheckInOnce) {
  int runs = 0;
  EXPECT_TRUE(rc::check([&] {
    if (++runs > most_runs) return;
    Walk const walk;
    auto const key_result = made("Make it smooth").key_results[0].id;
    std::set<std::int64_t> there;
    auto const insert = [&](int count) {
      for (int i = 0; i < count; ++i) {
        if (*rc::gen::arbitrary<bool>()) clock.set(clock.now() + 1);  // some at the very same moment
        there.insert(check_in(key_result, value(i)).id.value);
      }
    };
    insert(walk.rows);
    auto const at_start = there;
    auto const page = [&](std::optional<std::string> const& after) {
      auto const lines =
          read([&](db::Tx& tx) { return okr.check_ins.history(tx, as(erik), key_result, after, walk.limit); });
      std::vector<std::int64_t> ids;
      for (auto const& line : lines.items) ids.push_back(line.id.value);
      return std::pair{ids, lines.next};
    };
    each_once(walked(page, insert), at_start);
  }));
}

INSTANTIATE_TEST_SUITE_P(Databases, PagingTest, testing::on_both_databases, testing::name_of);

}  // namespace
}  // namespace waymark::okr
