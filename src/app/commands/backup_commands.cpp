#include <fmt/format.h>

#include <CLI/CLI.hpp>

#include "app/commands/backup.hpp"
#include "app/commands/commands.hpp"
#include "app/commands/progress.hpp"

namespace waymark::app {
namespace {

struct BackupOptions {
  std::string file;
  std::string data;
  std::string key;  // public for a backup, the file of the secret one for a restore
  bool force{false};
};

using Options = std::shared_ptr<BackupOptions>;

void make_backup(BackupOptions const& given) {
  auto const key = given.key.empty() ? backup_key_of(given.data) : given.key;
  {
    Progress const progress{"Copying and verifying"};
    back_up(given.file, given.data, key);
  }
  note_by_hand(given.data, "data.backed_up", "data");
  fmt::print("The backup is complete and verified: {}\n", given.file);
  if (!key.empty()) fmt::print("It is sealed to {}\n", key);
}

void take_back(BackupOptions const& given) {
  auto const [kept, has_checksum, seals_to] = restore(given.file, given.data, given.force, given.key);
  note_by_hand(given.data, "data.restored", "data");
  if (!seals_to.empty()) note_by_hand(given.data, "backup_key.set", "data");
  fmt::print("The backup is in place.\n");
  if (!has_checksum) fmt::print("It has no checksum, so only its form could be verified.\n");
  if (!seals_to.empty()) fmt::print("Backups of it are sealed from now on, as this one was, to {}\n", seals_to);
  if (!kept.empty()) fmt::print("What was there before is kept as {}\n", kept);
}

void make_key(BackupOptions const& given) {
  fmt::print("{}\n", new_backup_key(given.file));
}

void set_key(BackupOptions const& given) {
  set_backup_key(given.key, given.data);
  note_by_hand(given.data, "backup_key.set", "data");
  fmt::print("Backups of {} are sealed from now on.\n", given.data);
}

void clear_key(BackupOptions const& given) {
  clear_backup_key(given.data);
  note_by_hand(given.data, "backup_key.cleared", "data");
  fmt::print("Backups of {} are not sealed any more.\n", given.data);
}

CLI::App* add(CLI::App& app, char const* name, char const* help, Options const& given,
              void (*act)(BackupOptions const&)) {
  auto* const command = app.add_subcommand(name, help);
  command->callback([given, act] { act(*given); });
  return command;
}

void add_key_commands(CLI::App& app, Options const& given) {
  auto* const key = app.add_subcommand("backup-key", "Keys that backups are sealed to");
  key->require_subcommand(1);
  auto* const fresh =
      add(*key, "new", "Make a pair of keys and print the public one; not on the server", given, make_key);
  fresh->add_option("FILE", given->file, "a new file for the secret key")->required();
  auto* const set = add(*key, "set", "Seal every backup of this data from now on", given, set_key);
  set->add_option("PUBLIC_KEY", given->key, "wmseal_…, as 'backup-key new' printed it")->required();
  add_data_option(*set, given->data);
  add_data_option(*add(*key, "clear", "Seal backups of this data no longer", given, clear_key), given->data);
}

}  // namespace

void add_backup_commands(CLI::App& app) {
  auto const given = std::make_shared<BackupOptions>();
  auto* const backup =
      add(app, "backup", "Write a consistent, verified copy while the server runs", given, make_backup);
  backup->add_option("FILE", given->file, "a new file")->required();
  add_data_option(*backup, given->data);
  backup->add_option("--seal-to", given->key, "a public key, wmseal_…: only its secret key opens the backup");

  auto* const restore = add(app, "restore", "Put a backup in place", given, take_back);
  restore->add_option("FILE", given->file, "a backup")->required();
  add_data_option(*restore, given->data);
  restore->add_option("--key", given->key, "the file of the secret key, for a backup that is sealed");
  restore->add_flag("--force", given->force, "replace what is there; it is kept beside the new data");

  add_key_commands(app, given);
}

}  // namespace waymark::app
