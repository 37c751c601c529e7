#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>

#include "app/wiring.hpp"
#include "core/db/migrate.hpp"
#include "core/db/sqlite_backup.hpp"
#include "powercut/disk.hpp"

namespace waymark::testing {
namespace {

constexpr int check_ins = 260;  // enough pages for checkpoints on the way
constexpr int cuts_a_run = 50;
constexpr base::Millis start = 1'763'380'800'000;

constexpr db::Sql count_check_ins{"test.check_ins", "SELECT COUNT(*) FROM okr_check_in"};
constexpr db::Sql count_news{"test.news", "SELECT COUNT(*) FROM core_event WHERE kind = 'check_in.made'"};
constexpr db::Sql select_value{"test.value", "SELECT current_value FROM okr_key_result ORDER BY id LIMIT 1"};

// A company of one person with one key result, and the people who check in on it: the real way, from the front door to
// the disk.
class Company {
 public:
  explicit Company(std::string place, bool durable) : place_(std::move(place)), durable_(durable) { open(); }

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
      product.okr.objectives.create(tx, viewer, objective);
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

  void open() { database_ = db::Db::open(place_, clock_, {.readers = 2, .durable = durable_}); }

  std::string place_;
  bool durable_;
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
};

class PowerCut : public ::testing::Test {
 protected:
  void SetUp() override {
    disk_.load({});
    Company company{place_, true};
    company.found();
    company.close();
    founded_ = disk_.synced();
    operations_ = measure_run();
  }

  Tally cut(int cuts, bool durable) {
    Tally tally;
    for (unsigned run = 1; tally.cuts < cuts; ++run) {
      for (auto const& each : cuts_of_one_run(run, durable)) judge(each, tally);
    }
    return tally;
  }

 private:
  long measure_run() {
    disk_.load(founded_);
    Company company{place_, true};
    long operations = 0;
    disk_.watch([&](long count) { operations = count; }, 0);
    for (int value = 1; value <= check_ins; ++value) company.check_in(value);
    disk_.watch({}, 0);
    return operations;
  }

  std::vector<Cut> cuts_of_one_run(unsigned seed, bool durable) {
    std::mt19937 random{seed};
    std::vector<long> moments(cuts_a_run);
    std::generate(moments.begin(), moments.end(),
                  [&] { return 1 + static_cast<long>(random() % static_cast<unsigned long>(operations_)); });
    disk_.load(founded_);
    Company company{place_, durable};
    std::vector<Cut> cuts;
    std::atomic<long> acknowledged{0};
    disk_.watch(
        [&](long operation) {
          if (std::find(moments.begin(), moments.end(), operation) != moments.end())
            cuts.push_back({disk_.after_cut(), acknowledged.load()});
        },
        seed);
    for (int value = 1; value <= check_ins; ++value) {
      company.check_in(value);
      acknowledged = value;
    }
    disk_.watch({}, 0);
    return cuts;
  }

  // What a server finds when it starts again.
  void judge(Cut const& cut, Tally& tally) {
    ++tally.cuts;
    disk_.load(cut.left);
    try {
      base::FixedClock const clock{start};
      auto const database = db::Db::open(place_, clock, {.readers = 1});
      db::verify_database(place_ + "/waymark.db");
      database->read([&](db::Tx& tx) {
        auto const kept = tx.row<std::int64_t>(count_check_ins).value_or(0);
        auto const news = tx.row<std::int64_t>(count_news).value_or(0);
        auto const value = tx.row<std::optional<double>>(select_value).value_or(std::nullopt).value_or(0);
        if (kept < cut.acknowledged) ++tally.losing;
        if (news != kept || value != static_cast<double>(kept)) ++tally.half_written;
      });
    } catch (std::exception const& damage) {
      ++tally.damaged;
      ADD_FAILURE() << "after a cut: " << damage.what();
    }
  }

  Disk& disk_{Disk::installed()};
  std::string place_{(std::filesystem::temp_directory_path() / "waymark-powercut").string()};
  Images founded_;
  long operations_{0};
};

int wanted_cuts() {
  auto const* wanted = std::getenv("WAYMARK_POWER_CUTS");
  return wanted ? std::atoi(wanted) : 5000;
}

TEST_F(PowerCut, LosesNoAcknowledgedCheckIn) {
  auto const tally = cut(wanted_cuts(), true);
  EXPECT_GE(tally.cuts, wanted_cuts());
  EXPECT_EQ(tally.damaged, 0);
  EXPECT_EQ(tally.losing, 0);
  EXPECT_EQ(tally.half_written, 0);
}

// The simulator has teeth: with less durability it finds losses, and still no damage.
TEST_F(PowerCut, FindsLossesWhereCommitsAreNotSynced) {
  auto const tally = cut(200, false);
  EXPECT_GT(tally.losing, 0);
  EXPECT_EQ(tally.damaged, 0);
}

}  // namespace
}  // namespace waymark::testing
