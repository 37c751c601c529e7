#pragma once

#include <filesystem>

namespace waymark::db {

// Held by the one program that writes into a folder, for as long as it does; the system lets go of it when the program
// ends, however it ends. Throws base::Problem (too_busy, "in_use") when somebody else has it.
class FolderLock {
 public:
  explicit FolderLock(std::filesystem::path const& folder);
  ~FolderLock();
  FolderLock(FolderLock const&) = delete;
  FolderLock& operator=(FolderLock const&) = delete;

 private:
  int descriptor_;
};

}  // namespace waymark::db
