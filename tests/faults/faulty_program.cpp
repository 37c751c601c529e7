#include "faults/faulty_program.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <fstream>
#include <iterator>
#include <thread>

#include "app/wiring.hpp"
#include "core/db/db.hpp"
#include "core/db/sqlite_backup.hpp"
#include "testing/program.hpp"

namespace waymark::testing {
namespace {

namespace fs = std::filesystem;
using std::chrono::milliseconds;
using std::chrono::seconds;

constexpr milliseconds patience{30'000};
constexpr char const* title = "Reduce open launch blockers from 23 to 0";

constexpr db::Sql select_id{"test.id", "SELECT id FROM okr_key_result WHERE title = :title"};
constexpr db::Sql select_current{"test.current", "SELECT current_value FROM okr_key_result WHERE title = :title"};
constexpr db::Sql count_check_ins{"test.check_ins", R"sql(
  SELECT COUNT(*) FROM okr_check_in c JOIN okr_key_result k ON k.id = c.key_result_id WHERE k.title = :title)sql"};
constexpr db::Sql select_newest{"test.newest", R"sql(
  SELECT c.value FROM okr_check_in c JOIN okr_key_result k ON k.id = c.key_result_id WHERE k.title = :title
   ORDER BY c.id DESC LIMIT 1)sql"};
constexpr db::Sql count_news{"test.news",
                             "SELECT COUNT(*) FROM core_event WHERE kind = 'check_in.made' AND at > :since"};
constexpr db::Sql count_people{"test.people", "SELECT COUNT(*) FROM people_person"};

std::string bytes_of(fs::path const& file) {
  std::ifstream in{file, std::ios::binary};
  return {std::istreambuf_iterator<char>{in}, {}};
}

std::unique_ptr<db::Connection> connect(std::string const& place) {
  if (place.starts_with("postgres")) return std::make_unique<db::Connection>(db::Dialect::postgresql, place);
  return std::make_unique<db::Connection>(db::Dialect::sqlite, fmt::format("db={}/waymark.db timeout=5", place));
}

// Made once.
std::string const& demo_world() {
  static auto const made = [] {
    auto const place = fs::temp_directory_path() / fmt::format("waymark-faults-demo-{}", getpid());
    auto const ended = run({program(), "demo", "--data", place.string()});
    EXPECT_EQ(ended.code, 0) << ended.said;
    auto bytes = bytes_of(place / "waymark.db");
    fs::remove_all(place);
    return bytes;
  }();
  return made;
}

}  // namespace

FaultyProgram::FaultyProgram(std::string postgresql)
    : folder_([] {
        auto const place = fs::temp_directory_path() / fmt::format("waymark-faults-{}", getpid());
        fs::remove_all(place);
        fs::create_directories(place / "data");
        return place;
      }()),
      place_(postgresql.empty() ? data_.string() : std::move(postgresql)),
      served_(place_) {
  if (place_ == data_) {
    set_back();
  } else {
    EXPECT_EQ(waymark({"demo", "--data", place_}), 0) << said_;
  }
  EXPECT_EQ(waymark({"token", "new", "--data", place_, "--email", "ana@halden.example", "--name", "test", "--scopes",
                     "read,write", "--days", "9"}),
            0)
      << said_;
  token_ = said_.substr(0, said_.find('\n'));
  auto connection = connect(place_);
  key_result_ = db::Tx{*connection, 0}.row<okr::KeyResultId>(select_id, std::string{title})->text();
}

FaultyProgram::~FaultyProgram() {
  calls_.heal();
  server_.reset();
  fs::remove_all(folder_);
}

void FaultyProgram::set_back() {
  for (auto const& entry : fs::directory_iterator{data_}) fs::remove_all(entry.path());
  std::ofstream{data_ / "waymark.db", std::ios::binary} << demo_world();
}

std::vector<std::string> FaultyProgram::serving() const {
  return {program(), "serve", "--data", served_, "--listen", "127.0.0.1:0", "--web", "nowhere"};
}

void FaultyProgram::serve() {
  server_ = std::make_unique<Subject>(serving(), calls_.environment(), folder_ / "server.log");
  auto const port = server_->port_within(patience);
  ASSERT_TRUE(port) << server_->said();
  port_ = *port;
}

void FaultyProgram::stop() {
  EXPECT_EQ(server_->stop(patience), 0) << server_->said();
  server_.reset();
}

std::optional<Answer> FaultyProgram::send(std::string_view method, std::string const& path, std::string_view body) {
  try {
    return Client{port_}.send(method, path,
                              {{"Authorization", "Bearer " + token_}, {"Content-Type", "application/json"}}, body);
  } catch (std::runtime_error const&) {
    return std::nullopt;
  }
}

std::optional<Answer> FaultyProgram::get(std::string const& path) {
  return send("GET", path);
}

std::optional<Answer> FaultyProgram::check_in(int value) {
  return send("POST", "/api/v1/key-results/" + key_result_ + "/check-ins",
              fmt::format(R"({{"value": {}, "confidence": 6, "what_happened": "One more."}})", value));
}

bool FaultyProgram::health_says_so() {
  for (int i = 0; i < 30; ++i) {
    auto const health = get("/healthz");
    if (health && health->status == 503) return true;
    std::this_thread::sleep_for(milliseconds{100});
  }
  return false;
}

int FaultyProgram::waymark(std::vector<std::string> arguments, Environment const& environment) {
  arguments.insert(arguments.begin(), program());
  Subject command{arguments, environment, folder_ / "said"};
  auto const code = command.ended_within(patience);
  said_ = command.said();
  EXPECT_TRUE(code) << arguments[1] << " hangs";
  return code.value_or(-2);
}

Holdings FaultyProgram::holdings() const {
  auto connection = connect(place_);
  db::Tx tx{*connection, 0};
  std::string const which{title};
  return {tx.row<std::int64_t>(count_check_ins, which).value_or(0),
          tx.row<std::int64_t>(count_news, began_).value_or(0), tx.row<std::int64_t>(count_people).value_or(0),
          tx.row<std::optional<double>>(select_current, which).value_or(std::nullopt).value_or(0),
          tx.row<std::optional<double>>(select_newest, which).value_or(std::nullopt).value_or(0)};
}

}  // namespace waymark::testing
