#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <string>

#include "core/http/message.hpp"

namespace waymark::app {

// The built web app, held in memory. An address without a dot is a page of the app and gets index.html.
class WebFiles {
 public:
  explicit WebFiles(std::filesystem::path const& folder);

  // 404 for a file that is not there; a page that says how to build the app when none was found.
  http::Response answer(http::Request const& request) const;

 private:
  using Bytes = std::shared_ptr<std::string const>;
  struct File {
    std::string type;
    std::string tag;
    Bytes plain;
    Bytes gzip;
    Bytes brotli;
  };

  void add(std::filesystem::path const& file, std::string const& name);
  http::Response page() const;
  http::Response file(File const& file, std::string const& path, http::Request const& request) const;

  std::map<std::string, File, std::less<>> files_;  // by path: "/assets/app-1.js"
  std::string index_;
};

}  // namespace waymark::app
