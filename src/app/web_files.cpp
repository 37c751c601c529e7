#include "app/web_files.hpp"

#include <fmt/format.h>
#include <sys/random.h>

#include <array>
#include <fstream>
#include <sstream>
#include <string_view>

#include "core/http/packing.hpp"
#include "core/http/server.hpp"

namespace waymark::app {
namespace {

constexpr std::string_view nonce_place = "__CSP_NONCE__";

// The worker runs under the policy of its own file and fetches what it keeps.
constexpr char const* worker_policy = "default-src 'none'; connect-src 'self'; frame-ancestors 'none'";

constexpr std::string_view not_built =
    "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><title>Waymark</title><h1>The web app is not built "
    "yet</h1>"
    "<p>The server runs and its API answers under <a href=\"/api/docs\">/api/docs</a>. To see pages here, build the "
    "web app with "
    "<code>./dev run</code>, or start the server with <code>--web</code> and the folder of a built one.</p></html>";

std::string_view type_of(std::filesystem::path const& file) {
  static std::map<std::string, std::string_view> const types{
      {".html", "text/html; charset=utf-8"},
      {".js", "text/javascript; charset=utf-8"},
      {".css", "text/css; charset=utf-8"},
      {".json", "application/json"},
      {".svg", "image/svg+xml"},
      {".png", "image/png"},
      {".ico", "image/x-icon"},
      {".woff2", "font/woff2"},
      {".txt", "text/plain; charset=utf-8"},
      {".webmanifest", "application/manifest+json"},
  };
  auto const known = types.find(file.extension().string());
  return known == types.end() ? "application/octet-stream" : known->second;
}

std::shared_ptr<std::string const> bytes_of(std::filesystem::path const& file) {
  std::ifstream in(file, std::ios::binary);
  if (!in) return nullptr;
  std::ostringstream all;
  all << in.rdbuf();
  return std::make_shared<std::string const>(std::move(all).str());
}

std::string fresh_nonce() {
  std::array<unsigned char, 16> random{};
  if (getentropy(random.data(), random.size()) != 0) throw std::runtime_error("the system has no random numbers");
  return fmt::format("{:02x}", fmt::join(random, ""));
}

// Scripts and styles are ours alone, and text becomes markup only through the policies named here: boot.js makes the
// one that lets no markup pass, DOMPurify its own.
std::string policy_with(std::string_view nonce) {
  return fmt::format(
      "default-src 'none'; script-src 'self'; style-src 'self' 'nonce-{}'; img-src 'self' data: blob:; font-src "
      "'self'; "
      "connect-src 'self'; manifest-src 'self'; worker-src 'self'; base-uri 'none'; frame-ancestors 'none'; "
      "form-action 'self'; require-trusted-types-for 'script'; trusted-types default dompurify",
      nonce);
}

http::Response html(int status, std::string body) {
  http::Response response;
  response.status = status;
  response.content_type = "text/html; charset=utf-8";
  response.body = std::move(body);
  return response;
}

}  // namespace

WebFiles::WebFiles(std::filesystem::path const& folder) {
  if (folder.empty() || !std::filesystem::exists(folder / "index.html")) return;
  for (auto const& entry : std::filesystem::recursive_directory_iterator(folder)) {
    auto const extension = entry.path().extension();
    if (!entry.is_regular_file() || extension == ".br" || extension == ".gz" ||
        entry.path().filename().string().front() == '.')
      continue;
    add(entry.path(), "/" + entry.path().lexically_relative(folder).generic_string());
  }
  index_ = *files_.at("/index.html").plain;
  files_.erase("/index.html");
}

void WebFiles::add(std::filesystem::path const& file, std::string const& name) {
  auto const beside = [&](char const* ending) { return bytes_of(file.string() + ending); };
  File loaded{.type = std::string{type_of(file)},
              .tag = {},
              .plain = bytes_of(file),
              .gzip = beside(".gz"),
              .brotli = beside(".br")};
  loaded.tag = fmt::format("{:x}", std::hash<std::string>{}(*loaded.plain));
  files_[name] = std::move(loaded);
}

http::Response WebFiles::answer(http::Request const& request) const {
  if (!request.reads())
    return http::refusal(405, "method_not_allowed", "This address is only for reading.").with("Allow", "GET, HEAD");
  if (index_.empty()) return html(503, std::string{not_built});
  auto const found = files_.find(request.path);
  if (found != files_.end()) return file(found->second, request.path, request);
  auto const is_page = request.path == "/index.html" || request.path.find('.') == std::string::npos;
  return is_page ? page() : http::text(404, "There is nothing at this address.\n");
}

// Each answer has a nonce of its own, so it is never kept.
http::Response WebFiles::page() const {
  auto const nonce = fresh_nonce();
  auto body = index_;
  for (auto at = body.find(nonce_place); at != std::string::npos; at = body.find(nonce_place, at + nonce.size())) {
    body.replace(at, nonce_place.size(), nonce);
  }
  return html(200, std::move(body))
      .with("Content-Security-Policy", policy_with(nonce))
      .with("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()")
      .with("Cache-Control", "no-store");
}

http::Response WebFiles::file(File const& file, std::string const& path, http::Request const& request) const {
  http::Response response;
  response.content_type = file.type;
  auto tag = file.tag;
  response.file = file.plain;
  auto const use = [&](Bytes const& packed, char const* coding, char const* mark) {
    response.file = packed;
    response.with("Content-Encoding", coding);
    tag += mark;
  };
  if (file.brotli && http::accepts(request, "br")) {
    use(file.brotli, "br", "-br");
  } else if (file.gzip && http::accepts(request, "gzip")) {
    use(file.gzip, "gzip", "-gz");
  }
  if (file.brotli || file.gzip) response.with("Vary", "Accept-Encoding");
  auto const quoted = fmt::format("\"{}\"", tag);
  response.with("ETag", quoted);
  response.with("Cache-Control", path.starts_with("/assets/") ? "public, max-age=31536000, immutable" : "no-cache");
  if (path == "/sw.js") response.with("Content-Security-Policy", worker_policy);
  if (request.header("if-none-match") == quoted) {
    response.status = 304;
    response.file = nullptr;
  }
  return response;
}

}  // namespace waymark::app
