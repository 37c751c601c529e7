#include "core/rest/docs.hpp"

#include <mutex>

#include "core/http/packing.hpp"
#include "core/rest/docs_style.hpp"
#include "core/rest/openapi.hpp"

namespace waymark::rest {
namespace {

using Text = std::shared_ptr<std::string const>;

// What anybody may read as often as they like is written and packed once.
struct Written {
  Text plain;
  Text packed;
};

Written written(std::string text) {
  auto packed = std::make_shared<std::string const>(http::gzip(text));
  return {std::make_shared<std::string const>(std::move(text)), std::move(packed)};
}

class Docs {
 public:
  Docs(Router const& router, std::string version) : router_(router), version_(std::move(version)) {}

  Written const& document() {
    write();
    return document_;
  }
  Written const& page() {
    write();
    return page_;
  }

 private:
  void write() {
    std::call_once(written_, [this] {
      document_ = written(openapi(router_.routes(), version_));
      page_ = written(docs_page(openapi_document(router_.routes(), version_)));
    });
  }

  Router const& router_;
  std::string version_;
  std::once_flag written_;
  Written document_;
  Written page_;
};

http::Response file(std::string content_type, Written const& bytes) {
  http::Response response;
  response.content_type = std::move(content_type);
  response.file = bytes.plain;
  response.packed_file = bytes.packed;
  return response.with("Cache-Control", "no-cache");
}

}  // namespace

std::vector<Route> docs_routes(Router const& router, std::string version) {
  auto const docs = std::make_shared<Docs>(router, std::move(version));
  auto const style = written(std::string{docs_style});
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
