#include <gmock/gmock.h>

#include <cerrno>
#include <chrono>
#include <fstream>
#include <functional>

#include "core/db/sqlite_backup.hpp"
#include "faults/faulty_program.hpp"

namespace waymark::testing {
namespace {

namespace fs = std::filesystem;
using Steady = std::chrono::steady_clock;

constexpr Failure failures[] = {
    {"a read fails (EIO)", call_read, EIO},   {"a read brings half", call_read, fails_short},
    {"a write fails (EIO)", call_write, EIO}, {"the disk is full (ENOSPC)", call_write, ENOSPC},
    {"a sync fails (EIO)", call_sync, EIO},   {"no file can be opened (EMFILE)", call_open, EMFILE},
    {"no memory", call_memory, ENOMEM},
};

// A command of an operator, with each kind of call failing at one place after another.
class FaultyCommand : public FaultyProgram {
 protected:
  using Look = std::function<void(int code)>;

  void run_each(std::string const& operation, std::vector<std::string> const& command, Look const& look) {
    auto met = 0;
    for (auto const& failure : failures) {
      for (auto const from_then_on : {false, true}) {
        Line line{operation, failure.name, from_then_on};
        for (auto const n : places(false)) {
          SCOPED_TRACE(::testing::Message() << operation << ", " << failure.name << ", call " << n
                                            << (from_then_on ? " and all after it" : ""));
          run_one(command, failure, n, line, look);
          if (calls_.failed() == 0) break;
        }
        met += line.met;
        tell(line);
      }
    }
    EXPECT_GT(met, 0) << operation << ": nothing failed";
  }

  // A restore of this backup, of what is there already.
  void restores(std::string const& operation, fs::path const& copy, std::vector<std::string> const& more = {}) {
    auto const before = holdings();
    std::vector<std::string> command{"restore", copy, "--data", data_, "--force"};
    command.insert(command.end(), more.begin(), more.end());
    run_each(operation, command, [&](int code) {
      EXPECT_EQ(holdings(), before);
      db::verify_database((data_ / "waymark.db").string());
      for (auto const& entry : fs::directory_iterator{data_}) {
        auto const name = entry.path().string();
        EXPECT_TRUE(code == -1 || name.find("unsealed") == std::string::npos) << name;
        if (name.find("replaced") != std::string::npos) fs::remove(entry.path());
      }
    });
  }

  bool may_be_damage_{false};  // whatever fails, the command may say that the data is not sound
  int unreadable_{4};          // what else a command ends with where its own file cannot be read

 private:
  void run_one(std::vector<std::string> const& command, Failure const& failure, long n, Line& line, Look const& look) {
    ++line.tried;
    auto const begun = Steady::now();
    calls_.fail(failure, n, line.from_then_on);
    auto const code = waymark(command, calls_.environment());
    calls_.heal();
    line.took(std::chrono::duration<double>(Steady::now() - begun).count());
    if (calls_.failed() > 0) ++line.met;
    ++(code == 0 ? line.done : line.refused);
    if (code != 0) {
      EXPECT_THAT(said(), ::testing::Not(::testing::IsEmpty()));
    }
    auto const damage = may_be_damage_ || failure.call == call_read ? 3 : 4;
    if (failure.call != call_memory) {
      EXPECT_THAT(code, ::testing::AnyOf(0, unreadable_, damage, 4)) << said();
    }
    look(code);
  }
};

// [CORE-11] [CORE-15]
TEST_F(FaultyCommand, ABackupIsWholeOrNotThere) {
  auto const copy = data_ / "copy.db";
  run_each("backup", {"backup", copy, "--data", data_}, [&](int code) {
    EXPECT_EQ(fs::exists(copy), code == 0);
    if (code == 0) {
      EXPECT_TRUE(db::verify_checksum(copy));
    }
    for (auto const& entry : fs::directory_iterator{data_})
      EXPECT_EQ(entry.path().string().find("unfinished"), std::string::npos) << entry.path();
    fs::remove(copy);
    if (code == -1) fs::remove(copy.string() + ".unfinished");
  });
}

// [CORE-11]
TEST_F(FaultyCommand, ARestoreLeavesTheOldOrTheNew) {
  auto const copy = data_ / "copy.db";
  ASSERT_EQ(waymark({"backup", copy, "--data", data_}), 0);
  restores("restore", copy);
}

// [CORE-11] [CORE-25]
TEST_F(FaultyCommand, ARestoreOfASealedBackupLeavesTheOldOrTheNew) {
  auto const copy = data_ / "copy.db";
  auto const key = folder_ / "key";
  ASSERT_EQ(waymark({"backup-key", "new", key}), 0);
  auto const open = said().substr(0, said().find('\n'));
  ASSERT_EQ(waymark({"backup", copy, "--data", data_, "--seal-to", open}), 0);
  restores("restore of a sealed backup", copy, {"--key", key});
}

// [CORE-11]
TEST_F(FaultyCommand, AnImportIsWholeOrNothing) {
  std::string people = "name,email,team\n";
  for (int i = 0; i < 400; ++i)
    people += "Nora Lund " + std::to_string(i) + ",nora" + std::to_string(i) + "@halden.example,Engineering\n";
  auto const write = [&] { std::ofstream{data_ / "people.csv"} << people; };
  write();
  unreadable_ = 1;
  auto before = holdings();
  run_each("import", {"import", "people", data_ / "people.csv", "--data", data_}, [&](int code) {
    auto const after = holdings();
    EXPECT_EQ(after.people, before.people + (code == 0 ? 400 : 0)) << said();
    if (after == before) return;
    set_back();
    write();
    before = holdings();
  });
}

// [CORE-11]
TEST_F(FaultyCommand, ACheckSaysWhatItCannotRead) {
  may_be_damage_ = true;
  run_each("check", {"check", "--data", data_}, [](int) {});
  calls_.fail({"every read fails (EIO)", call_read, EIO}, 1, true);
  EXPECT_NE(waymark({"check", "--data", data_}, calls_.environment()), 0) << said();
  EXPECT_GT(calls_.failed(), 0);
  calls_.heal();
}

}  // namespace
}  // namespace waymark::testing
