#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace waymark::app {

// Where a server finds its data and how it is reached.
struct Config {
  std::string data;  // a folder, or postgresql://…
  std::string address{"127.0.0.1"};
  unsigned short port{8080};
  std::filesystem::path web;       // the built web app; empty: where it usually is
  bool behind_proxy{false};        // one of ours that says whether people came by https
  int rate{100};                   // requests a second of one caller, ten seconds' worth at once; 0: no limit
  std::vector<std::string> hosts;  // names this server answers to, beside its address and the loopback names
};

// Takes "ADDR:PORT" or "[ADDR]:PORT" apart. Throws base::Problem (invalid) with a sentence.
void set_listen(Config& config, std::string const& listen);

// The folder of the built web app: beside or above the program in a source tree, or share/waymark/web of an
// installation. Empty when there is none.
std::filesystem::path usual_web_folder();

}  // namespace waymark::app
