#include "query_plans/plans.hpp"

#include <fmt/format.h>
#include <libpq-fe.h>
#include <sqlite3.h>
#include <unistd.h>

#include <boost/json/parse.hpp>
#include <filesystem>
#include <map>
#include <regex>
#include <set>

#include "core/db/migrate.hpp"
#include "testing/databases.hpp"

namespace waymark::testing {
namespace {

namespace json = boost::json;
using Database = std::unique_ptr<sqlite3, decltype(&sqlite3_close)>;
using Statement = std::unique_ptr<sqlite3_stmt, decltype(&sqlite3_finalize)>;
using Server = std::unique_ptr<PGconn, decltype(&PQfinish)>;
using Result = std::unique_ptr<PGresult, decltype(&PQclear)>;

// What the names in a statement stand for: "o" for okr_objective.
std::multimap<std::string, std::string> tables_by_name(std::string const& statement) {
  static std::regex const naming{R"((?:FROM|JOIN|UPDATE|INTO)\s+(\w+)(?:\s+(?!CROSS|LEFT|JOIN)(\w+))?)"};
  std::multimap<std::string, std::string> names;
  for (std::sregex_iterator match(statement.begin(), statement.end(), naming), end; match != end; ++match) {
    names.emplace((*match)[1], (*match)[1]);
    names.emplace((*match)[2], (*match)[1]);
  }
  return names;
}

class SqlitePlans final : public Plans {
 public:
  SqlitePlans() : folder_(std::filesystem::temp_directory_path() / fmt::format("waymark_plans_{}", getpid())) {
    base::FixedClock const clock{0};
    db::migrate(*db::Db::open(folder_.string(), clock, {.readers = 1}));
    sqlite3* opened = nullptr;
    sqlite3_open((folder_ / "waymark.db").c_str(), &opened);
    database_.reset(opened);
  }
  ~SqlitePlans() override {
    database_.reset();
    std::filesystem::remove_all(folder_);
  }

  std::vector<std::string> full_scans(std::string const& statement) override {
    static std::regex const scan{R"((?:SCAN (\w+).*)|(?:SEARCH (\w+) USING AUTOMATIC .*))"};
    auto const names = tables_by_name(statement);
    std::vector<std::string> scans;
    for (auto const& line : explained(statement)) {
      std::smatch match;
      if (!std::regex_match(line, match, scan)) continue;
      auto const [first, last] = names.equal_range(match[1].matched ? match[1] : match[2]);
      for (auto name = first; name != last; ++name) {
        if (is_big(name->second)) scans.push_back(fmt::format("{}: {}", name->second, line));
      }
    }
    return scans;
  }

 private:
  std::vector<std::string> explained(std::string const& statement) {
    sqlite3_stmt* prepared = nullptr;
    auto const text = "EXPLAIN QUERY PLAN " + statement;
    if (sqlite3_prepare_v2(database_.get(), text.c_str(), -1, &prepared, nullptr) != SQLITE_OK)
      throw std::runtime_error(sqlite3_errmsg(database_.get()));
    Statement const plan{prepared, sqlite3_finalize};
    std::vector<std::string> lines;
    while (sqlite3_step(plan.get()) == SQLITE_ROW)
      lines.emplace_back(reinterpret_cast<char const*>(sqlite3_column_text(plan.get(), 3)));
    return lines;
  }

  std::filesystem::path folder_;
  Database database_{nullptr, sqlite3_close};
};

// Without the ways that read a whole table and look afterwards, what is left of them is there for want of an index.
class PostgresqlPlans final : public Plans {
 public:
  PostgresqlPlans() : url_(fresh_postgresql_url()) {
    base::FixedClock const clock{0};
    db::migrate(*db::Db::open(url_, clock, {}));
    server_.reset(PQconnectdb(url_.c_str()));
    // The tables are empty: where looking up costs no more than walking through, it is what would be done with full
    // ones.
    run("SET enable_seqscan = off; SET enable_hashjoin = off; SET enable_mergejoin = off; SET cpu_tuple_cost = 100; "
        "SET plan_cache_mode = force_generic_plan");
  }
  ~PostgresqlPlans() override {
    server_.reset();
    drop_postgresql(url_);
  }

  std::vector<std::string> full_scans(std::string const& statement) override {
    auto const [text, parameters] = numbered(statement);
    run("PREPARE one AS " + text);
    std::string nulls;
    for (std::size_t i = 0; i < parameters; ++i) nulls += i == 0 ? "(NULL" : ", NULL";
    auto const plan = run("EXPLAIN (FORMAT JSON) EXECUTE one" + (nulls.empty() ? nulls : nulls + ")"));
    run("DEALLOCATE one");
    std::vector<std::string> scans;
    collect(json::parse(plan).at(0).at("Plan").as_object(), scans);
    return scans;
  }

 private:
  std::string run(std::string const& text) {
    Result const result{PQexec(server_.get(), text.c_str()), PQclear};
    auto const status = PQresultStatus(result.get());
    if (status != PGRES_TUPLES_OK && status != PGRES_COMMAND_OK)
      throw std::runtime_error(PQerrorMessage(server_.get()));
    return status == PGRES_TUPLES_OK ? PQgetvalue(result.get(), 0, 0) : "";
  }

  // :names as $1, $2 …
  static std::pair<std::string, std::size_t> numbered(std::string text) {
    auto const names = db::parameters_of(text);
    for (std::size_t i = 0; i < names.size(); ++i)
      text = std::regex_replace(text, std::regex{":" + names[i] + "\\b"}, fmt::format("$${}", i + 1));
    return {text, names.size()};
  }

  // An index of a part of the table: the company's own objectives.
  static constexpr std::string_view few = "okr_objective_company";

  static void collect(json::object const& node, std::vector<std::string>& scans) {
    auto const field = [&](char const* name) {
      auto const* value = node.if_contains(name);
      return value ? std::string{value->as_string()} : std::string{};
    };
    auto const kind = field("Node Type");
    auto const whole = kind == "Seq Scan" || (kind.starts_with("Index") && !node.contains("Index Cond")) ||
                       (kind == "Bitmap Heap Scan" && !node.contains("Recheck Cond"));
    if (whole && is_big(field("Relation Name")) && field("Index Name") != few)
      scans.push_back(fmt::format("{}: {}", field("Relation Name"), kind));
    if (auto const* below = node.if_contains("Plans")) {
      for (auto const& other : below->as_array()) collect(other.as_object(), scans);
    }
  }

  std::string url_;
  Server server_{nullptr, PQfinish};
};

}  // namespace

std::unique_ptr<Plans> Plans::of(db::Dialect dialect) {
  if (dialect == db::Dialect::sqlite) return std::make_unique<SqlitePlans>();
  return std::make_unique<PostgresqlPlans>();
}

bool is_big(std::string const& table) {
  static std::set<std::string> const big{"okr_objective",    "okr_key_result",   "okr_check_in",   "okr_link",
                                         "okr_comment",      "okr_mention",      "okr_change",     "okr_blocker",
                                         "okr_milestone",    "people_person",    "people_member",  "core_event",
                                         "core_idempotency", "identity_session", "identity_token", "audit_event",
                                         "kpi_entry",        "notify_notice",    "notify_sent",    "core_job_run"};
  return big.contains(table);
}

}  // namespace waymark::testing
