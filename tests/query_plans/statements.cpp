#include "query_plans/statements.hpp"

#include <sqlite3.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <mutex>
#include <sstream>

namespace waymark::testing {
namespace {

namespace fs = std::filesystem;

struct Heard {
  std::mutex mutex;
  std::set<std::string> texts;
};

Heard& heard() {
  static Heard one;
  return one;
}

int on_statement(unsigned, void*, void* statement, void*) {
  auto const* text = sqlite3_sql(static_cast<sqlite3_stmt*>(statement));
  if (!text) return 0;
  std::lock_guard const lock(heard().mutex);
  heard().texts.insert(text);
  return 0;
}

int on_open(sqlite3* database, char const**, sqlite3_api_routines const*) {
  return sqlite3_trace_v2(database, SQLITE_TRACE_STMT, on_statement, nullptr);
}

std::string text_of(fs::path const& file) {
  std::ostringstream text;
  text << std::ifstream(file).rdbuf();
  return text.str();
}

// The string literal that begins at `at`, raw or plain.
std::string literal(std::string const& source, std::size_t at) {
  constexpr std::string_view opening = "R\"sql(";
  if (source.compare(at, opening.size(), opening) == 0) {
    at += opening.size();
    return source.substr(at, source.find(")sql\"", at) - at);
  }
  return source[at] == '"' ? source.substr(at + 1, source.find('"', at + 1) - at - 1) : "";
}

// {"slice.noun.verb", "SELECT …"}: each text that follows a name.
void take_statements(std::string const& source, std::set<std::string>& all) {
  for (auto at = source.find("{\""); at != std::string::npos; at = source.find("{\"", at + 1)) {
    auto const comma = source.find("\",", at + 2);
    if (comma == std::string::npos) return;
    auto const start = source.find_first_not_of(" \n", comma + 2);
    auto text = literal(source, start);
    if (reads_or_writes(text)) all.insert(std::move(text));
  }
}

}  // namespace

void hear_statements() {
  sqlite3_auto_extension(reinterpret_cast<void (*)()>(on_open));
}

std::set<std::string> heard_statements() {
  std::lock_guard const lock(heard().mutex);
  return heard().texts;
}

std::set<std::string> written_statements() {
  std::set<std::string> all;
  for (auto const* slice :
       {"core/events", "core/rest", "core/jobs", "audit", "people", "identity", "kpi", "okr", "notify"}) {
    for (auto const& entry : fs::directory_iterator(fs::path{WAYMARK_SOURCE_DIR} / "src" / slice)) {
      if (entry.path().filename().string().ends_with("_sql.cpp")) take_statements(text_of(entry.path()), all);
    }
  }
  return all;
}

bool reads_or_writes(std::string const& statement) {
  constexpr std::array verbs{"SELECT", "INSERT", "UPDATE", "DELETE", "WITH"};
  auto const start = statement.find_first_not_of(" \n\t");
  return start != std::string::npos && std::any_of(verbs.begin(), verbs.end(), [&](std::string_view verb) {
           return statement.compare(start, verb.size(), verb) == 0;
         });
}

}  // namespace waymark::testing
