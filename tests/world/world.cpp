#include "world/world.hpp"

#include "app/organisation.hpp"
#include "world/template.hpp"

namespace waymark::testing {
namespace {

app::Config config_of_tests() {
  app::Config config;
  config.port = 0;
  return config;
}

}  // namespace

World::World(db::Dialect dialect)
    : place_(Template::of(dialect).copy()), names_(Template::of(dialect).names), tokens_(Template::of(dialect).tokens) {
  database = db::Db::open(place_, clock, {.readers = 2, .durable = false});
  product_ =
      std::make_unique<app::Product>(*database, identity::Options{.organisation = app::organisation_of(*database)});
  edge_ = std::make_unique<app::Edge>(
      config_of_tests(), [this](http::Request const& request) { return product_->router.answer(request); });
  server_ = std::make_unique<http::Server>(
      "127.0.0.1", 0, [this](http::Request const& request) { return edge_->answer(request); },
      http::Limits{.workers = 4});
  thread_ = std::thread([this] { server_->run(false); });
}

World::~World() {
  server_->stop();
  thread_.join();
  server_.reset();
  product_.reset();
  auto const& world = Template::of(database->dialect());
  database.reset();
  world.drop(place_);
}

Headers World::as(std::string_view person) const {
  if (person == "nobody") return {};
  return {{"Authorization", "Bearer " + token_of(person)}};
}

}  // namespace waymark::testing
