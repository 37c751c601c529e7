#include "app/commands/backup.hpp"

#include <fmt/format.h>

#include <filesystem>
#include <fstream>

#include "app/place.hpp"
#include "core/base/problem.hpp"
#include "core/db/connection.hpp"
#include "core/db/fault.hpp"
#include "core/db/folder_lock.hpp"
#include "core/db/migrate.hpp"
#include "core/db/private_files.hpp"
#include "core/db/sqlite_backup.hpp"

namespace waymark::app {
namespace {

namespace fs = std::filesystem;

void require_sqlite(std::string const& place) {
  if (is_postgresql(place)) {
    throw base::invalid("--data",
                        "This is for installations on SQLite; back up PostgreSQL with pg_dump or a base backup.");
  }
}

// Brings what is still in the write-ahead log into the file, so that it stands alone. Throws while another program has
// it open. A file that is too damaged for that keeps its log beside it, under the name it is kept by.
void settle(fs::path const& file, fs::path const& kept) {
  try {
    db::Connection connection{db::Dialect::sqlite, fmt::format("db=\"{}\" timeout=1", file.string())};
    connection.execute("PRAGMA journal_mode=DELETE");
  } catch (std::exception const& e) {
    if (std::string_view{e.what()}.find("locked") != std::string_view::npos) {
      throw base::Problem{base::Code::too_busy, "in_use", "A server is using this data; stop it first."};
    }
    std::error_code absent;
    for (auto const* ending : {"-wal", "-shm"}) fs::rename(file.string() + ending, kept.string() + ending, absent);
  }
}

constexpr db::Sql open_backup{"app.backup.open", ""};

std::unique_ptr<db::Connection> opened(std::string const& file) try {
  auto connection = std::make_unique<db::Connection>(db::Dialect::sqlite, fmt::format("db=\"{}\" timeout=5", file));
  connection->execute("PRAGMA query_only=ON");
  connection->execute("PRAGMA trusted_schema=OFF");
  return connection;
} catch (std::runtime_error const&) {
  db::rethrow(std::current_exception(), open_backup);
}

std::vector<std::string> foreign_objects_in(std::string const& file) {
  auto const connection = opened(file);
  db::Tx tx{*connection, 0};
  return db::foreign_objects(tx);
}

base::Problem not_used(char const* why, std::exception const& damage) {
  return base::conflict("damaged", fmt::format("{}: {}", why, damage.what()));
}

// What is wrong with a backup is a refusal; that the disk failed under it says nothing about the backup.
template <class Act>
auto judging(char const* why, Act const& act) {
  try {
    return act();
  } catch (db::Fault const& fault) {
    if (fault.kind != db::Fault::Kind::damaged) throw;
    throw not_used(why, fault);
  } catch (fs::filesystem_error const&) {
    throw;
  } catch (std::runtime_error const& damage) {
    throw not_used(why, damage);
  }
}

template <class Act>
void with_room(Act const& act) {
  try {
    act();
  } catch (db::Fault const& fault) {
    if (fault.kind != db::Fault::Kind::full) throw;
    throw base::Problem{base::Code::no_space, "storage_full",
                        fmt::format("There is no room for the copy; nothing is left of it: {}", fault.what())};
  }
}

// Sound, as it was written, and with nothing in it that none of our releases made. Says whether it has a checksum.
bool require_sound(std::string const& file) {
  return judging("This backup is not sound and was not used", [&] {
    auto const has_checksum = db::verify_checksum(file);
    db::verify_database(file);
    auto const foreign = foreign_objects_in(file);
    if (foreign.empty()) return has_checksum;
    throw base::conflict("damaged", fmt::format("This backup was not used: it holds what no Waymark made ({}).",
                                                fmt::join(foreign, ", ")));
  });
}

fs::path kept_name(fs::path const& file) {
  for (int i = 1;; ++i) {
    auto const name = fs::path{fmt::format("{}.replaced-{}", file.string(), i)};
    if (!fs::exists(name)) return name;
  }
}

fs::path key_file(std::string const& place) {
  return fs::path{place} / "waymark.seal-to";
}

db::PublicKey public_key(std::string const& text, char const* option) {
  if (auto const key = db::public_key_in(text)) return *key;
  throw base::invalid(option,
                      "This is not the public key of a backup-key: it begins with wmseal_ and has no typing error.");
}

db::SecretKey secret_key(std::string const& file) {
  if (file.empty()) throw base::invalid("--key", "This backup is sealed: name the file of its secret key with --key.");
  std::ifstream in{file};
  for (std::string line; std::getline(in, line);) {
    if (line.ends_with('\r')) line.pop_back();
    if (auto const key = db::secret_key_in(line)) return *key;
  }
  throw base::invalid("--key", fmt::format("{} holds no secret key of backups.", file));
}

// Opens the sealed backup for as long as this is there, beside the data that it is to become.
class Unsealed {
 public:
  Unsealed(std::string const& sealed, std::string const& place, db::SecretKey const& key)
      : file_((fs::path{place} / "waymark.unsealed").string()) {
    clear();
    judging("This backup was not used", [&] { with_room([&] { db::unseal(sealed, file_, key); }); });
  }
  ~Unsealed() { clear(); }
  Unsealed(Unsealed const&) = delete;
  Unsealed& operator=(Unsealed const&) = delete;

  std::string const& file() const { return file_; }

 private:
  void clear() const {
    std::error_code gone;
    for (auto const* ending : {"", "-journal", "-wal", "-shm"}) fs::remove(file_ + ending, gone);
  }

  std::string file_;
};

std::string put_in_place(std::string const& file, std::string const& place) {
  auto const target = database_file(place);
  if (!fs::exists(target)) {
    with_room([&] { db::copy_database(file, target.string()); });
    return {};
  }
  auto const kept = kept_name(target);
  settle(target, kept);
  auto const incoming = target.string() + ".restored";
  with_room([&] { db::copy_database(file, incoming); });
  fs::create_hard_link(target, kept);
  fs::rename(incoming, target);
  db::close_to_others(kept);
  return kept.string();
}

// What is made for one that is refused is taken away again.
void forget_empty(fs::path const& place, bool was_there) {
  if (was_there) return;
  std::error_code gone;
  fs::remove(place / "waymark.lock", gone);
  fs::remove(place, gone);
}

// Data that came sealed goes on being sealed, unless another key was chosen here. Says to which key.
std::string keep_sealing(std::string const& place, db::SecretKey const& key) {
  if (fs::exists(key_file(place))) return {};
  auto open = db::text_of(db::public_key_of(key));
  db::replace_private_file(key_file(place), open + "\n");
  return open;
}

Restored restore_sealed(std::string const& file, std::string const& place, std::string const& with_key) {
  auto const key = secret_key(with_key);
  bool const was_there = fs::exists(place);
  db::make_private_folder(place);
  try {
    db::FolderLock const nobody_else{place};
    Unsealed const unsealed{file, place, key};
    require_sound(unsealed.file());
    auto kept = put_in_place(unsealed.file(), place);
    return {.kept = std::move(kept), .has_checksum = true, .seals_to = keep_sealing(place, key)};
  } catch (...) {
    forget_empty(place, was_there);
    throw;
  }
}

}  // namespace

void back_up(std::string const& file, std::string const& place, std::string const& seal_to) {
  require_sqlite(place);
  if (!fs::exists(database_file(place)))
    throw base::conflict("no_data", fmt::format("There is no Waymark data in {}.", place));
  if (fs::exists(file))
    throw base::conflict("already_there", fmt::format("{} exists already; a backup never overwrites one.", file));
  auto const from = database_file(place).string();
  with_room([&] {
    if (seal_to.empty()) return db::copy_database(from, file, db::Ending::checksum);
    db::copy_sealed(from, file, public_key(seal_to, "--seal-to"));
  });
}

Restored restore(std::string const& file, std::string const& place, bool force, std::string const& key_file) {
  require_sqlite(place);
  if (!fs::is_regular_file(file)) throw base::conflict("no_data", fmt::format("There is no backup at {}.", file));
  auto const refuse_to_replace = [&] {
    if (force || !fs::exists(database_file(place))) return;
    throw base::conflict(
        "already_there",
        fmt::format("There is already Waymark data in {}; nothing was changed. Use --force to replace it.", place));
  };
  if (db::is_sealed(file)) {
    refuse_to_replace();
    return restore_sealed(file, place, key_file);
  }
  auto const has_checksum = require_sound(file);
  refuse_to_replace();
  db::make_private_folder(place);
  db::FolderLock const nobody_else{place};
  return {.kept = put_in_place(file, place), .has_checksum = has_checksum, .seals_to = {}};
}

std::string new_backup_key(std::string const& file) {
  if (fs::exists(file))
    throw base::conflict("already_there", fmt::format("{} exists already; a key is never overwritten.", file));
  auto const secret = db::new_secret_key();
  auto const open = db::text_of(db::public_key_of(secret));
  db::make_private_file(file);
  std::ofstream out{file};
  out << "# Opens the backups that are sealed to " << open << "\n"
      << "# Keep it away from the server, twice: without it nobody can ever open them.\n"
      << db::text_of(secret) << "\n";
  out.close();
  if (!out) throw base::Problem{base::Code::no_space, "storage_full", fmt::format("{} cannot be written.", file)};
  return open;
}

void set_backup_key(std::string const& key, std::string const& place) {
  require_sqlite(place);
  public_key(key, "PUBLIC_KEY");
  if (!fs::exists(database_file(place)))
    throw base::conflict("no_data", fmt::format("There is no Waymark data in {}.", place));
  db::replace_private_file(key_file(place), key + "\n");
}

void clear_backup_key(std::string const& place) {
  require_sqlite(place);
  fs::remove(key_file(place));
}

std::string backup_key_of(std::string const& place) {
  if (is_postgresql(place) || !fs::exists(key_file(place))) return {};
  std::ifstream in{key_file(place)};
  std::string key;
  std::getline(in, key);
  if (db::public_key_in(key)) return key;
  throw base::conflict("damaged", fmt::format("{} holds no public key: set it again with 'waymark backup-key set'.",
                                              key_file(place).string()));
}

}  // namespace waymark::app
