#include "core/rest/docs.hpp"

#include <mutex>

#include "core/rest/docs_style.hpp"
#include "core/rest/openapi.hpp"

namespace waymark::rest {
namespace {

using Text = std::shared_ptr<std::string const>;

class Docs {
 public:
  Docs(Router const& router, std::string version) : router_(router), version_(std::move(version)) {}

  Text document() {
    write();
    return document_;
  }
  Text page() {
    write();
    return page_;
  }

 private:
  void write() {
    std::call_once(written_, [this] {
      document_ = std::make_shared<std::string const>(openapi(router_.routes(), version_));
      page_ = std::make_shared<std::string const>(docs_page(openapi_document(router_.routes(), version_)));
    });
  }

  Router const& router_;
  std::string version_;
  std::once_flag written_;
  Text document_;
  Text page_;
};

http::Response file(std::string content_type, Text bytes) {
  http::Response response;
  response.content_type = std::move(content_type);
  response.file = std::move(bytes);
  return response.with("Cache-Control", "no-cache");
}

}  // namespace

std::vector<Route> docs_routes(Router const& router, std::string version) {
  auto const docs = std::make_shared<Docs>(router, std::move(version));
  auto const style = std::make_shared<std::string const>(docs_style);
  return {
      get("/api/openapi.json", policy::anyone, "This API as an OpenAPI 3.1 document.",
          [docs](OwnCall<> const&) { return file("application/json", docs->document()); }),
      get("/api/docs", policy::anyone, "This API as a page to read.",
          [docs](OwnCall<> const&) {
            return file("text/html; charset=utf-8", docs->page())
                .with("Content-Security-Policy",
                      "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors "
                      "'none'");
          }),
      get("/api/docs.css", policy::anyone, "How that page looks.",
          [style](OwnCall<> const&) { return file("text/css; charset=utf-8", style); }),
  };
}

}  // namespace waymark::rest
