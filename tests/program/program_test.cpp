#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <string>

#include "testing/program.hpp"

namespace waymark::testing {
namespace {

namespace fs = std::filesystem;

struct Ended {
  int code;
  std::string said;  // standard output and standard error
};

// The program as an operator uses it, in a folder of its own.
class Program : public ::testing::Test {
 protected:
  Program() { fs::create_directories(folder_); }
  ~Program() override { fs::remove_all(folder_); }

  Ended run(std::string const& arguments, std::string const& input = "") {
    auto const command =
        "cd '" + folder_.string() + "' && printf '%s' '" + input + "' | " + program() + " " + arguments + " 2>&1";
    auto* const pipe = ::popen(command.c_str(), "r");
    std::string said;
    std::array<char, 4096> chunk{};
    while (auto const size = std::fread(chunk.data(), 1, chunk.size(), pipe)) said.append(chunk.data(), size);
    return {WEXITSTATUS(::pclose(pipe)), said};
  }

  void ends(int code, std::string const& arguments, std::string const& words, std::string const& input = "") {
    auto const ended = run(arguments, input);
    EXPECT_EQ(ended.code, code) << arguments << "\n" << ended.said;
    EXPECT_NE(ended.said.find(words), std::string::npos) << arguments << "\n" << ended.said;
  }

  void init() {
    ends(0, "init --data data --org Halden --admin-email sam@halden.example --admin-password-stdin", "is ready",
         "forty two grey herons");
  }

  void file(char const* name, std::string const& text) { std::ofstream(folder_ / name, std::ios::binary) << text; }

  fs::path const folder_{fs::temp_directory_path() / ("waymark-program-" + std::to_string(getpid()))};
};

TEST_F(Program, SaysWhatIsWrongWithItsCommandLine) {
  ends(2, "", "subcommand");
  ends(2, "serve", "--data");
  ends(2, "brew", "");
  ends(1, "serve --data data --listen nonsense", "127.0.0.1:8080");
  ends(0, "--version", "with SQLite 3.");
}

TEST_F(Program, FindsNoDataWhereThereIsNone) {
  for (auto const* command :
       {"serve --data data", "check --data data", "backup copy.db --data data", "export okrs --data data"}) {
    ends(3, command, "no Waymark data");
  }
  EXPECT_FALSE(fs::exists(folder_ / "data"));
}

TEST_F(Program, SaysThatPostgresqlIsNotThere) {
  ends(4, "serve --data postgresql://127.0.0.1:1/waymark", "PostgreSQL cannot be reached");
}

TEST_F(Program, IsInitialisedOnceAndOnlyWithAGoodPassword) {
  ends(1, "init --data data --org Halden --admin-email sam@halden.example --admin-password-stdin", "at least 12",
       "short");
  init();
  ends(3, "init --data data --org Other --admin-email a@b.example --admin-password-stdin", "already",
       "forty two grey herons");
  ends(0, "check --data data", "synchronous");
  ends(0, "check --data data --json", "\"sound\":true");
  ends(0, "token new --data data --email sam@halden.example --name script --scopes read,write --days 30", "wm_");
  ends(1, "token new --data data --email zed@halden.example --name script --scopes read", "Nobody here");
  ends(1, "token new --data data --email sam@halden.example --name script --scopes all", "--scopes");
}

TEST_F(Program, BacksUpAndRestores) {
  init();
  ends(0, "backup copy.db --data data", "verified");
  ends(3, "backup copy.db --data data", "exists already");
  ends(3, "restore copy.db --data data", "already");
  ends(0, "restore copy.db --data data --force", "kept as");
  ends(0, "restore copy.db --data elsewhere", "in place");
  ends(0, "check --data elsewhere", "ok");
  file("broken.db", "SQLite format 3");
  ends(3, "restore broken.db --data third", "not sound");
  EXPECT_FALSE(fs::exists(folder_ / "third" / "waymark.db"));
}

TEST_F(Program, RestoresOverDamagedData) {
  init();
  ends(0, "backup copy.db --data data", "verified");
  file("data/waymark.db", std::string(8192, 'x'));
  ends(3, "check --data data", "BAD");
  ends(0, "restore copy.db --data data --force", "in place");
  ends(0, "check --data data", "ok");
}

TEST_F(Program, ImportsAllOrNothing) {
  init();
  file("pay.csv", "name,email,salary\nA,a@halden.example,5\n");
  ends(1, "import people pay.csv --data data", "pay");
  file("ragged.csv", "name,email\nA,a@halden.example,too,many\n");
  ends(1, "import people ragged.csv --data data", "2");
  file("latin.csv", "name,email\nJ\xF6rg,a@halden.example\n");
  ends(1, "import people latin.csv --data data", "UTF-8");
  ends(1, "import people nothing.csv --data data", "cannot be read");
  file("people.csv", "name,email,team\nAna Ruiz,ana@halden.example,Engineering\n");
  ends(0, "import people people.csv --data data --dry-run", "Nothing is kept");
  ends(0, "import people people.csv --data data", "1 person\n");
  ends(0, "import people people.csv --data data --json", "\"kept\":true");
  file("okrs.csv", "cycle,team,objective,key result\nQ4 2025,Engineering,Be quick,Cut the time from 5 to 1 day\n");
  ends(0, "import okrs okrs.csv --data data", "1 objective\n");
  ends(0, "export okrs --data data", "Be quick");
  file("fiscal.csv", "cycle,team,objective,key result\nFY26-Q1,Engineering,Be early,Cut the delay from 5 to 1 day\n");
  ends(0, "import okrs fiscal.csv --data data --fiscal-start 10 --json", "\"kept\":true");
  ends(0, "export okrs --data data", "2025-10-01");
  ends(2, "import okrs fiscal.csv --data data --fiscal-start 13", "--fiscal-start");
}

}  // namespace
}  // namespace waymark::testing
