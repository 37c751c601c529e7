#include "app/config.hpp"

#include <charconv>

#include "core/base/problem.hpp"

namespace waymark::app {

void set_listen(Config& config, std::string const& listen) {
  auto const colon = listen.rfind(':');
  auto const wrong = [] {
    return base::invalid("--listen", "--listen must be an address and a port, such as 127.0.0.1:8080.");
  };
  if (colon == std::string::npos || colon == 0) throw wrong();
  auto address = listen.substr(0, colon);
  if (address.front() == '[' && address.back() == ']') address = address.substr(1, address.size() - 2);
  auto const* const last = listen.data() + listen.size();
  auto const [end, error] = std::from_chars(listen.data() + colon + 1, last, config.port);
  if (error != std::errc{} || end != last) throw wrong();
  config.address = address;
}

std::filesystem::path usual_web_folder() {
  std::error_code error;
  auto const program = std::filesystem::read_symlink("/proc/self/exe", error).parent_path();
  for (auto const* place : {"web/dist", "../web/dist", "../../web/dist", "../share/waymark/web"}) {
    auto const folder = program / place;
    if (std::filesystem::exists(folder / "index.html", error)) return std::filesystem::canonical(folder);
  }
  return {};
}

}  // namespace waymark::app
