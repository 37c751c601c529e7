#include "testing/databases.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <atomic>
#include <cstdlib>
#include <filesystem>
#include <stdexcept>

namespace waymark::testing {
namespace {

std::string fresh_name() {
  static std::atomic<int> count{0};
  return fmt::format("waymark_test_{}_{}", getpid(), ++count);
}

std::string server_url() {
  auto const* url = std::getenv("WAYMARK_TEST_PG");
  if (!url)
    throw std::runtime_error("WAYMARK_TEST_PG must name a PostgreSQL database for the tests (./dev test starts one).");
  return url;
}

std::string database_of(std::string const& url) {
  return url.substr(url.rfind('/') + 1);
}

void execute(std::string const& statement) {
  db::Connection connection{db::Dialect::postgresql, server_url()};
  connection.execute("SET client_min_messages TO warning");
  connection.execute(statement);
}

}  // namespace

std::string fresh_postgresql_url() {
  auto const schema = fresh_name();
  execute("CREATE SCHEMA " + schema);
  auto const url = server_url();
  return fmt::format("{}{}options=-csearch_path%3D{}", url, url.find('?') == std::string::npos ? "?" : "&", schema);
}

void drop_postgresql(std::string const& url) {
  auto const schema = url.substr(url.rfind("%3D") + 3);
  execute("DROP SCHEMA " + schema + " CASCADE");
}

std::string fresh_postgresql_database(std::string const& like) {
  auto const name = fresh_name();
  execute("CREATE DATABASE " + name + (like.empty() ? "" : " TEMPLATE " + database_of(like)));
  auto const url = server_url();
  return url.substr(0, url.rfind('/') + 1) + name;
}

void drop_postgresql_database(std::string const& url) {
  execute(fmt::format("DROP DATABASE {} WITH (FORCE)", database_of(url)));
}

std::string name_of(::testing::TestParamInfo<db::Dialect> const& info) {
  return info.param == db::Dialect::sqlite ? "sqlite" : "postgresql";
}

OnBothDatabases::OnBothDatabases() {
  folder_ = GetParam() == db::Dialect::sqlite ? (std::filesystem::temp_directory_path() / fresh_name()).string()
                                              : fresh_postgresql_url();
  db = db::Db::open(folder_, clock, {.readers = 2});
  db::migrate(*db);
}

OnBothDatabases::~OnBothDatabases() {
  db.reset();
  if (GetParam() == db::Dialect::sqlite) {
    std::filesystem::remove_all(folder_);
  } else {
    drop_postgresql(folder_);
  }
}

}  // namespace waymark::testing
