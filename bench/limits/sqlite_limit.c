/* What SQLite alone can do in one thread: prepared once, no HTTP, no sign-in, no JSON.
 *
 *   sqlite_limit read   DATABASE SQL_FILE ROWS SECONDS [PRAGMA...]
 *   sqlite_limit commit DATABASE SQL_FILE ROWS SECONDS [PRAGMA...]
 *
 * The file's statements run in order for one pseudo-random row in 1..ROWS; `read` copies every column into memory,
 * `commit` runs each statement as its own transaction. Known parameters: :row, :id (new, rising), :value, :confidence, :now.
 * Prints one JSON object. */
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { most_statements = 32, buffer_size = 1 << 20 };

static sqlite3* db;
static char buffer[buffer_size];

static void fail(char const* what) {
  fprintf(stderr, "%s: %s\n", what, db ? sqlite3_errmsg(db) : "");
  exit(1);
}

static double now(void) {
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

/* Time-sorted, as the product's ids are; a run never meets the ids of the one before. */
static long long first_id(void) {
  struct timespec t;
  clock_gettime(CLOCK_REALTIME, &t);
  return (t.tv_sec * 1000LL + t.tv_nsec / 1000000) << 20;
}

static char* read_file(char const* path) {
  FILE* file = fopen(path, "rb");
  if (!file) fail(path);
  char* text = malloc(buffer_size);
  size_t size = fread(text, 1, buffer_size - 1, file);
  fclose(file);
  text[size] = 0;
  return text;
}

static int prepare_all(char const* sql, sqlite3_stmt** statements) {
  int count = 0;
  while (count < most_statements) {
    sqlite3_stmt* statement = NULL;
    if (sqlite3_prepare_v3(db, sql, -1, SQLITE_PREPARE_PERSISTENT, &statement, &sql) != SQLITE_OK) fail("prepare");
    if (statement) statements[count++] = statement;
    if (!*sql) break;
  }
  return count;
}

static void bind(sqlite3_stmt* statement, char const* name, long long value) {
  int index = sqlite3_bind_parameter_index(statement, name);
  if (index && sqlite3_bind_int64(statement, index, value) != SQLITE_OK) fail(name);
}

static void bind_all(sqlite3_stmt* statement, long long row, long long id) {
  bind(statement, ":row", row);
  bind(statement, ":id", id);
  bind(statement, ":value", row * 7 % 101);
  bind(statement, ":confidence", row % 10 + 1);
  bind(statement, ":now", id >> 20);
}

static size_t copy_row(sqlite3_stmt* statement, size_t at) {
  int columns = sqlite3_column_count(statement);
  for (int column = 0; column < columns; ++column) {
    if (sqlite3_column_type(statement, column) == SQLITE_TEXT) {
      void const* text = sqlite3_column_text(statement, column);
      size_t size = (size_t)sqlite3_column_bytes(statement, column);
      memcpy(buffer + at, text, size);
      at += size;
    } else {
      double number = sqlite3_column_double(statement, column);
      memcpy(buffer + at, &number, sizeof number);
      at += sizeof number;
    }
    if (at > buffer_size / 2) at = 0;
  }
  return at;
}

int main(int argc, char** argv) {
  if (argc < 6) return fprintf(stderr, "usage: sqlite_limit read|commit DATABASE SQL_FILE ROWS SECONDS [PRAGMA...]\n"), 2;
  long long const rows = atoll(argv[4]);
  double const seconds = atof(argv[5]);
  sqlite3_config(SQLITE_CONFIG_MULTITHREAD);  /* as the product does */
  if (sqlite3_open_v2(argv[2], &db, SQLITE_OPEN_READWRITE, NULL) != SQLITE_OK) fail("open");
  for (int n = 6; n < argc; ++n)
    if (sqlite3_exec(db, argv[n], NULL, NULL, NULL) != SQLITE_OK) fail(argv[n]);

  sqlite3_stmt* statements[most_statements];
  int const count = prepare_all(read_file(argv[3]), statements);
  long long seed = 12345, done = 0, fetched = 0;
  long long id = first_id();
  double const begin = now();
  clock_t const worked = clock();
  double elapsed = 0;
  do {
    seed = seed * 16807 % 2147483647;
    ++id;
    size_t at = 0;
    for (int n = 0; n < count; ++n) {
      bind_all(statements[n], seed % rows + 1, id);
      int state;
      while ((state = sqlite3_step(statements[n])) == SQLITE_ROW) at = copy_row(statements[n], at), ++fetched;
      if (state != SQLITE_DONE) fail("step");
      sqlite3_reset(statements[n]);
    }
    ++done;
    elapsed = now() - begin;
  } while (elapsed < seconds);
  double const processor = (double)(clock() - worked) / CLOCKS_PER_SEC;
  printf("{\"sqlite\":\"%s\",\"per_second\":%.1f,\"per_processor_second\":%.1f,\"rows_each\":%.1f}\n", sqlite3_libversion(),
         (double)done / elapsed, (double)done / processor, (double)fetched / (double)done);
  for (int n = 0; n < count; ++n) sqlite3_finalize(statements[n]);
  return sqlite3_close(db) == SQLITE_OK ? 0 : 1;
}
