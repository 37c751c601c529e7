#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>
#include <thread>

#include "core/db/connection.hpp"
#include "testing/program.hpp"
#include "world/spawn.hpp"

namespace waymark::testing {
namespace {

namespace fs = std::filesystem;
using ::testing::ContainsRegex;
using ::testing::HasSubstr;
using ::testing::Not;

constexpr std::size_t head_size = 153;
constexpr std::size_t piece_size = (64 << 10) + 17;
constexpr char const* talk = "Only said between Ana and Ben";

std::string bytes_of(fs::path const& path) {
  std::ifstream file{path, std::ios::binary};
  return {std::istreambuf_iterator<char>{file}, {}};
}

void write_bytes(fs::path const& path, std::string const& bytes) {
  std::ofstream{path, std::ios::binary} << bytes;
}

unsigned mode_of(fs::path const& path) {
  struct stat seen {};
  EXPECT_EQ(::stat(path.c_str(), &seen), 0) << path;
  return seen.st_mode & 0777;
}

// Backups as their operator makes and keeps them, of an installation with one talk in it.
class Backup : public ::testing::Test {
 protected:
  Backup() {
    fs::remove_all(folder_);
    fs::create_directories(folder_);
    fs::current_path(folder_);
    auto const made = folder_ / "password";
    write_bytes(made, "forty two grey herons\n");
    auto const ended = run({"/bin/sh", "-c",
                            program() + " init --data data --org '" + talk +
                                "' --admin-email sam@halden.example --admin-password-stdin < password"});
    EXPECT_EQ(ended.code, 0) << ended.said;
  }
  ~Backup() override {
    fs::current_path("/");
    fs::remove_all(folder_);
  }

  static Ended waymark(std::vector<std::string> arguments) {
    arguments.insert(arguments.begin(), program());
    return run(arguments);
  }
  static void ends(int code, std::vector<std::string> const& arguments, std::string const& words) {
    auto const ended = waymark(arguments);
    EXPECT_EQ(ended.code, code) << fmt::format("{}", fmt::join(arguments, " ")) << "\n" << ended.said;
    EXPECT_THAT(ended.said, HasSubstr(words));
  }
  static std::string new_key(std::string const& file) {
    auto const made = waymark({"backup-key", "new", file});
    EXPECT_EQ(made.code, 0) << made.said;
    return made.said.substr(0, made.said.find('\n'));
  }
  static void make_sealed() {
    ends(0, {"backup", "sealed", "--data", "data", "--seal-to", new_key("key")}, "It is sealed to wmseal_");
  }

  // Each change is refused, and nothing is left of it but what was there before.
  static void expect_refused(std::string const& place, std::string const& bytes, std::string const& how) {
    auto const file = place + ".changed";
    write_bytes(file, bytes);
    auto const refused = waymark({"restore", file, "--data", place, "--key", "key"});
    EXPECT_EQ(refused.code, 3) << how << "\n" << refused.said;
    EXPECT_FALSE(fs::exists(place)) << how;
    fs::remove(file);
  }
  static void flip_a_thousand_bits(std::string const& file) {
    auto const good = bytes_of(file);
    auto const some = [&](std::string const& place, unsigned seed) {
      std::mt19937 random{seed};
      for (int i = 0; i < 500; ++i) {
        auto const at = seed == 1 && i < static_cast<int>(head_size) ? static_cast<std::size_t>(i)
                        : i < 200                                    ? good.size() - 1 - static_cast<std::size_t>(i)
                                                                     : random() % good.size();
        auto changed = good;
        changed[at] = static_cast<char>(changed[at] ^ (1 << i % 8));
        expect_refused(place, changed, fmt::format("bit {} of byte {}", i % 8, at));
      }
    };
    std::thread other{[&] { some("one", 1); }};
    some("two", 2);
    other.join();
  }

  fs::path const folder_{fs::temp_directory_path() / fmt::format("waymark-backup-{}", getpid())};
};

// [CORE-25]
TEST_F(Backup, ThatIsSealedOpensWithItsSecretKeyAlone) {
  make_sealed();
  ends(0, {"backup", "plain", "--data", "data"}, "verified");
  EXPECT_THAT(bytes_of("plain"), HasSubstr(talk));
  EXPECT_THAT(bytes_of("sealed"), Not(HasSubstr(talk)));
  EXPECT_THAT(bytes_of("sealed"), Not(HasSubstr("SQLite format")));
  EXPECT_EQ(mode_of("sealed"), 0600U);
  EXPECT_EQ(mode_of("key"), 0600U);

  ends(1, {"restore", "sealed", "--data", "second"}, "--key");
  new_key("another");
  ends(3, {"restore", "sealed", "--data", "second", "--key", "another"}, "sealed to another key");
  EXPECT_FALSE(fs::exists("second"));
  ends(0, {"restore", "sealed", "--data", "second", "--key", "key"}, "in place");
  ends(0, {"check", "--data", "second"}, "ok");
  EXPECT_THAT(bytes_of("second/waymark.db"), HasSubstr(talk));
  EXPECT_EQ(mode_of("second/waymark.db"), 0600U);

  ends(3, {"restore", "sealed", "--data", "data", "--key", "key"}, "already");
  ends(0, {"restore", "sealed", "--data", "data", "--key", "key", "--force"}, "kept as");
  for (auto const& entry : fs::recursive_directory_iterator{folder_}) {
    auto const name = entry.path().filename().string();
    EXPECT_THAT(name, Not(HasSubstr("unsealed")));
    EXPECT_THAT(name, Not(HasSubstr("unfinished")));
  }
}

// [CORE-25]
TEST_F(Backup, IsSealedOnceItsKeyWasSet) {
  auto const key = new_key("key");
  ends(3, {"backup-key", "new", "key"}, "exists already");
  auto mistyped = key;
  mistyped[20] = mistyped[20] == '0' ? '1' : '0';
  ends(1, {"backup-key", "set", mistyped, "--data", "data"}, "typing error");
  ends(1, {"backup", "first", "--data", "data", "--seal-to", mistyped}, "typing error");
  ends(0, {"backup-key", "set", key, "--data", "data"}, "sealed from now on");
  ends(0, {"backup", "first", "--data", "data"}, key);
  EXPECT_THAT(bytes_of("first"), Not(HasSubstr(talk)));
  ends(0, {"restore", "first", "--data", "second", "--key", "key"}, "in place");
  write_bytes("data/waymark.seal-to", "something else\n");
  ends(3, {"backup", "second.db", "--data", "data"}, "no public key");
  EXPECT_FALSE(fs::exists("second.db"));
  ends(0, {"backup-key", "clear", "--data", "data"}, "no");
  ends(0, {"backup", "third", "--data", "data"}, "verified");
  EXPECT_THAT(bytes_of("third"), HasSubstr(talk));
  EXPECT_THAT(bytes_of("third"), HasSubstr("backup_key.set"));
  EXPECT_THAT(bytes_of("third"), HasSubstr("backup_key.cleared"));
}

// [CORE-25]
TEST_F(Backup, OfDataThatCameSealedIsSealedAgain) {
  auto const key = new_key("key");
  ends(0, {"backup", "sealed", "--data", "data", "--seal-to", key}, "sealed");
  ends(0, {"restore", "sealed", "--data", "second", "--key", "key"}, "sealed from now on, as this one was, to " + key);
  EXPECT_EQ(mode_of("second/waymark.seal-to"), 0600U);
  ends(0, {"backup", "again", "--data", "second"}, "It is sealed to " + key);
  EXPECT_THAT(bytes_of("again"), Not(HasSubstr(talk)));

  auto const other = new_key("other-key");
  ends(0, {"backup-key", "set", other, "--data", "second"}, "sealed from now on");
  ends(0, {"restore", "again", "--data", "second", "--key", "key", "--force"}, "in place");
  ends(0, {"backup", "third", "--data", "second"}, "It is sealed to " + other);
}

// [CORE-15]
TEST_F(Backup, OfWhichABitIsFlippedIsRefused) {
  ends(0, {"backup", "plain", "--data", "data"}, "verified");
  new_key("key");
  flip_a_thousand_bits("plain");
}

// [CORE-25]
TEST_F(Backup, ThatIsSealedIsRefusedWhenABitIsFlipped) {
  make_sealed();
  flip_a_thousand_bits("sealed");
}

// [CORE-25]
TEST_F(Backup, ThatIsSealedIsRefusedCutOrWithItsPiecesMoved) {
  make_sealed();
  auto const good = bytes_of("sealed");
  ASSERT_GT(good.size(), head_size + 3 * piece_size);
  auto const piece = [&](std::size_t n) { return good.substr(head_size + n * piece_size, piece_size); };
  auto const head = good.substr(0, head_size);
  auto const rest = good.substr(head_size + 2 * piece_size);
  expect_refused("place", head + piece(1) + piece(0) + rest, "two pieces swapped");
  expect_refused("place", head + piece(0) + rest, "a piece missing");
  expect_refused("place", head + piece(0) + piece(0) + piece(1) + rest, "a piece twice");
  expect_refused("place", good + "x", "something more");
  expect_refused("place", good + rest, "its end twice");
  for (auto const size : {std::size_t{0}, std::size_t{10}, std::size_t{17}, head_size - 1, head_size, head_size + 16,
                          head_size + piece_size, head_size + 2 * piece_size, good.size() - 17, good.size() - 1})
    expect_refused("place", good.substr(0, size), fmt::format("cut to {}", size));
  ends(0, {"backup", "other", "--data", "data", "--seal-to", new_key("other-key")}, "sealed");
  expect_refused("place", head + bytes_of("other").substr(head_size), "the pieces of another");
}

// [CORE-15]
TEST_F(Backup, ThatIsSealedMayHoldOnlyWhatAReleaseMade) {
  db::Connection{db::Dialect::sqlite, "db=data/waymark.db"}.execute("CREATE VIEW okr_seen AS SELECT 1");
  make_sealed();
  expect_refused("place", bytes_of("sealed"), "a foreign view");
}

// [CORE-15]
TEST_F(Backup, ClearsWhatAnotherLeftUnfinishedAndLeavesNothing) {
  write_bytes("copy.unfinished", std::string(9000, 'x'));
  ends(0, {"backup", "copy", "--data", "data"}, "verified");
  EXPECT_FALSE(fs::exists("copy.unfinished"));
  for (auto const& more : {std::vector<std::string>{}, {"--seal-to", new_key("key")}}) {
    auto const full = run(
        {"/bin/sh", "-c",
         fmt::format("ulimit -f 100; trap '' XFSZ; {} backup full --data data {}", program(), fmt::join(more, " "))});
    EXPECT_EQ(full.code, 4) << full.said;
    EXPECT_THAT(full.said, HasSubstr("no room"));
    EXPECT_FALSE(fs::exists("full"));
    EXPECT_FALSE(fs::exists("full.unfinished"));
  }
}

// [CORE-26]
TEST_F(Backup, IsMadeByTheOneSqliteThatIsInside) {
  auto const libraries = run({program()}, {{"LD_TRACE_LOADED_OBJECTS", "1"}}).said;
  EXPECT_THAT(libraries, HasSubstr("libsoci_core"));
  EXPECT_THAT(libraries, Not(HasSubstr("sqlite3")));
  EXPECT_THAT(waymark({"--version"}).said, ContainsRegex("with SQLite 3\\.[0-9]+\\.[0-9]+ \\(20"));
}

}  // namespace
}  // namespace waymark::testing
