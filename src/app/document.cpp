#include "app/document.hpp"

#include "app/version.hpp"
#include "app/wiring.hpp"
#include "core/json/write.hpp"
#include "core/rest/openapi.hpp"

namespace waymark::app {
namespace {

// Routes are known without data.
class NoDb final : public db::Db {
  db::Dialect dialect() const override { return db::Dialect::sqlite; }
  void back_up_to(std::string const&) override { throw std::logic_error("there is no data"); }
  void run_read(Work const&) override { throw std::logic_error("there is no data"); }
  void run_write(Work const&) override { throw std::logic_error("there is no data"); }
  std::vector<std::string> find_faults() override { throw std::logic_error("there is no data"); }
};

struct RouteLine {
  std::string method;
  std::string path;
  std::string demand;
  std::string sentence;
};
BOOST_DESCRIBE_STRUCT(RouteLine, (), (method, path, demand, sentence))

template <class F>
auto with_routes(F&& use) {
  NoDb none;
  Product product{none};
  return use(product.router.routes());
}

}  // namespace

std::string api_document() {
  return with_routes([](auto const& routes) { return rest::openapi(routes, version); });
}

std::string route_list() {
  return with_routes([](auto const& routes) {
    std::vector<RouteLine> lines;
    for (auto const& route : routes)
      lines.push_back({std::string{name_of(route.method)}, route.path, route.demand.name, route.sentence});
    return json::text_of(lines) + "\n";
  });
}

}  // namespace waymark::app
