#pragma once

#include <filesystem>
#include <string_view>

// What an organisation's talks lie in is for the user that runs the server and for nobody else, whatever the umask.
namespace waymark::db {

// Makes the folder (0700). One that is there is closed to others when it is ours and holds nothing but our files.
void make_private_folder(std::filesystem::path const& folder);

// Makes an empty file (0600), or leaves what is there; throws std::runtime_error when it cannot.
void make_private_file(std::filesystem::path const& file);

// Puts a small file (0600) in place of what is there, for good: after a power cut it is the old or the new one. Throws
// db::Fault when it cannot.
void replace_private_file(std::filesystem::path const& file, std::string_view text);

// Brings a file, or what a folder says of its files, to the disk. Throws db::Fault when it cannot.
void sync_path(std::filesystem::path const& path);

// Closes files of a database to others that an earlier release left open.
void close_to_others(std::filesystem::path const& database);

}  // namespace waymark::db
