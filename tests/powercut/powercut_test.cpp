#include <fmt/format.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <map>
#include <set>

#include "app/wiring.hpp"
#include "core/db/migrate.hpp"
#include "core/db/sqlite_backup.hpp"
#include "powercut/disk.hpp"

namespace waymark::testing {
namespace {

constexpr int cuts_a_run = 100;

// How a run keeps its data. Most have a short log, so that in a few check-ins it is brought into the file many times;
// one in twenty is as the program is shipped.
struct Way {
  int check_ins;
  bool short_log{true};
  bool durable{true};  // false: synchronous=NORMAL
  bool synced{true};   // false: as synchronous=OFF, nothing is asked of the disk
};
constexpr Way brisk{.check_ins = 40};
constexpr Way as_shipped{.check_ins = 260, .short_log = false};
constexpr Way not_durable{.check_ins = 40, .durable = false};
constexpr Way not_synced{.check_ins = 40, .synced = false};
constexpr unsigned one_in = 20;
constexpr base::Millis start = 1'763'380'800'000;

constexpr db::Sql count_check_ins{"test.check_ins", "SELECT COUNT(*) FROM okr_check_in"};
constexpr db::Sql count_news{"test.news", "SELECT COUNT(*) FROM core_event WHERE kind = 'check_in.made'"};
constexpr db::Sql shorten_log{"test.short_log", "PRAGMA wal_autocheckpoint=60"};
constexpr db::Sql check_integrity{"test.integrity", "SELECT integrity_check FROM pragma_integrity_check LIMIT 1"};
constexpr db::Sql check_references{"test.references", "SELECT \"table\" FROM pragma_foreign_key_check LIMIT 1"};
constexpr db::Sql select_value{"test.value", "SELECT current_value FROM okr_key_result ORDER BY id LIMIT 1"};

// A company of one person with one key result, and the people who check in on it: the real way, from the front door to
// the disk.
class Company {
 public:
  Company(std::string const& place, Way const& way)
      : database_(db::Db::open(place, clock_, {.readers = 2, .cache_kib = 512, .durable = way.durable})) {
    if (way.short_log) database_->write([](db::Tx& tx) { tx.row<int>(shorten_log); });
  }

  void found() {
    db::migrate(*database_);
    Product product{*database_};
    database_->write([&](db::Tx& tx) {
      auto const person = product.people.create_person(tx, {},
                                                       {.name = "Ana",
                                                        .email = "ana@halden.example",
                                                        .title = {},
                                                        .manager_id = {},
                                                        .team_ids = {},
                                                        .roles = {policy::Role::hr},
                                                        .language = {}});
      auto const viewer = as(person);
      auto const today = tx.today();
      auto const cycle = product.okr.cycles.create(tx, viewer,
                                                   {.name = "Q4",
                                                    .kind = okr::CycleKind::quarter,
                                                    .parent_id = {},
                                                    .starts_on = today - 10,
                                                    .ends_on = today + 80,
                                                    .midcycle_on = {},
                                                    .cadence = {},
                                                    .phase = okr::Phase::active});
      okr::NewKeyResult measured;
      measured.title = "Raise plants from 0 to 1000";
      measured.baseline = 0;
      measured.target = 1000;
      okr::NewObjective objective;
      objective.cycle_id = cycle.id;
      objective.person_id = person;
      objective.title = "Be in every plant";
      objective.key_results = {measured};
      objective.publish = true;
      product.okr.writing.create(tx, viewer, objective);
    });
  }

  void check_in(int value) {
    database_->write([&](db::Tx& tx) {
      auto const [key_result, owner] = *tx.row<Spot>(select_spot);
      okr::NewCheckIn said;
      said.value = value;
      said.confidence = 5;
      said.what_happened = "Installed one more, and wrote down what the people there asked for.";
      okr_.check_ins.create(tx, as(owner), key_result, said);
    });
  }

  void close() { database_.reset(); }

 private:
  using Product = app::Product;
  struct Spot {
    okr::KeyResultId id;
    policy::PersonId owner_id;
    BOOST_DESCRIBE_CLASS(Spot, (), (id, owner_id), (), ())
  };
  static constexpr db::Sql select_spot{"test.spot", R"sql(
    SELECT k.id, o.accountable_id FROM okr_key_result k JOIN okr_objective o ON o.id = k.objective_id ORDER BY k.id LIMIT 1)sql"};

  static policy::Viewer as(policy::PersonId person) {
    return {.person = person,
            .roles = {policy::Role::employee, policy::Role::hr},
            .scopes = {policy::Scope::read, policy::Scope::write, policy::Scope::administer}};
  }

  base::FixedClock clock_{start};
  events::Events events_;
  okr::Okr okr_{events_, [](auto&, auto) { return std::nullopt; }};
  std::unique_ptr<db::Db> database_;
};

struct Cut {
  Images left;
  long acknowledged;
};

struct Tally {
  long cuts{0};
  long damaged{0};
  long losing{0};
  long half_written{0};
  std::string said;  // of the first damage
};

// What is found after a cut.
struct Found {
  std::int64_t kept;
  std::int64_t news;
  double value;
};

Found found_in(db::Tx& tx) {
  return {tx.row<std::int64_t>(count_check_ins).value_or(0), tx.row<std::int64_t>(count_news).value_or(0),
          tx.row<std::optional<double>>(select_value).value_or(std::nullopt).value_or(0)};
}

class PowerCut : public ::testing::Test {
 protected:
  void SetUp() override {
    disk_.load({});
    Company company{place_, as_shipped};
    company.found();
    company.close();
    founded_ = disk_.synced();
  }

  // Runs with seeds from `seed` on until there were enough cuts.
  Tally cut(int cuts, Way const& way, unsigned seed = 1) {
    Tally tally;
    for (auto run = seed; tally.cuts < cuts; ++run) {
      auto const whole = &way == &brisk && run % one_in == 0;
      for (auto& each : cuts_of_one_run(run, whole ? as_shipped : way)) judge(std::move(each), whole, tally);
    }
    return tally;
  }

 private:
  long operations_of(Way const& way) {
    auto const known = operations_.find(way.check_ins);
    if (known != operations_.end()) return known->second;
    disk_.load(founded_);
    Company company{place_, way};
    long operations = 0;
    disk_.watch([&](long count) { operations = count; }, 0);
    for (int value = 1; value <= way.check_ins; ++value) company.check_in(value);
    disk_.watch({}, 0);
    return operations_[way.check_ins] = operations;
  }

  std::vector<Cut> cuts_of_one_run(unsigned seed, Way const& way) {
    std::mt19937 random{seed};
    auto const operations = static_cast<unsigned long>(operations_of(way));
    std::set<long> moments;
    for (int i = 0; i < cuts_a_run; ++i) moments.insert(1 + static_cast<long>(random() % operations));
    disk_.load(founded_);
    disk_.sync_nothing(!way.synced);
    Company company{place_, way};
    std::vector<Cut> cuts;
    std::atomic<long> acknowledged{0};
    disk_.watch(
        [&](long operation) {
          if (moments.contains(operation)) cuts.push_back({disk_.after_cut(), acknowledged.load()});
        },
        seed);
    for (int value = 1; value <= way.check_ins; ++value) {
      company.check_in(value);
      acknowledged = value;
    }
    disk_.watch({}, 0);
    disk_.sync_nothing(false);
    return cuts;
  }

  // What a server finds when it starts again. `whole`: through the front door; otherwise as SQLite opens it, with the
  // same recovery and the same checks, which is cheaper.
  void judge(Cut cut, bool whole, Tally& tally) {
    ++tally.cuts;
    disk_.show(std::move(cut.left));
    try {
      auto const [kept, news, value] = whole ? after_a_start() : after_opening();
      if (kept < cut.acknowledged) ++tally.losing;
      if (news != kept || value != static_cast<double>(kept)) ++tally.half_written;
    } catch (std::exception const& damage) {
      if (++tally.damaged == 1) tally.said = damage.what();
    }
  }

  Found after_a_start() {
    base::FixedClock const clock{start};
    auto const database = db::Db::open(place_, clock, {.readers = 1});
    db::verify_database(place_ + "/waymark.db");
    return database->read([](db::Tx& tx) { return found_in(tx); });
  }

  Found after_opening() {
    db::Connection connection{db::Dialect::sqlite, "db=" + place_ + "/waymark.db"};
    db::Tx tx{connection, start};
    auto const integrity = tx.row<std::string>(check_integrity).value_or("nothing");
    if (integrity != "ok") throw std::runtime_error(integrity);
    if (tx.row<std::string>(check_references)) throw std::runtime_error("rows that point nowhere");
    return found_in(tx);
  }

  Disk& disk_{Disk::installed()};
  std::string place_{(std::filesystem::temp_directory_path() / fmt::format("waymark-powercut-{}", getpid())).string()};
  Images founded_;
  std::map<int, long> operations_;
};

int number_in(char const* variable, int usual) {
  auto const* wanted = std::getenv(variable);
  return wanted ? std::atoi(wanted) : usual;
}

TEST_F(PowerCut, LosesNoAcknowledgedCheckIn) {
  auto const wanted = number_in("WAYMARK_POWER_CUTS", 1'000);
  auto const tally = cut(wanted, brisk, static_cast<unsigned>(number_in("WAYMARK_POWER_CUT_SEED", 1)));
  fmt::print("{} cuts, {} lost something, {} damaged, {} half written\n", tally.cuts, tally.losing, tally.damaged,
             tally.half_written);
  EXPECT_GE(tally.cuts, wanted);
  EXPECT_EQ(tally.damaged, 0) << tally.said;
  EXPECT_EQ(tally.losing, 0);
  EXPECT_EQ(tally.half_written, 0);
}

// The simulator has teeth: with less durability it finds losses and still no damage, without any sync it finds damage.
TEST_F(PowerCut, FindsLossesWhereCommitsAreNotSynced) {
  auto const tally = cut(400, not_durable);
  EXPECT_GT(tally.losing, 0);
  EXPECT_EQ(tally.damaged, 0) << tally.said;
}

TEST_F(PowerCut, FindsDamageWhereNothingIsSynced) {
  auto const tally = cut(400, not_synced);
  EXPECT_GT(tally.losing, 0);
  EXPECT_GT(tally.damaged, 0);
}

}  // namespace
}  // namespace waymark::testing
