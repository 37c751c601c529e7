#include "world/world.hpp"

#include "app/organisation.hpp"

namespace waymark::testing {
namespace {

app::Config config_of_tests() {
  app::Config config;
  config.port = 0;
  return config;
}

}  // namespace

World::World(db::Dialect dialect) : AnyWorld(dialect) {
  database = db::Db::open(place(), clock, {.readers = 2, .durable = false});
  product_ =
      std::make_unique<app::Product>(*database, identity::Options{.organisation = app::organisation_of(*database)});
  edge_ = std::make_unique<app::Edge>(
      config_of_tests(), [this](http::Request const& request) { return product_->router.answer(request); });
  server_ = std::make_unique<http::Server>(
      "127.0.0.1", 0, [this](http::Request const& request) { return edge_->answer(request); },
      http::Limits{.workers = 4}, app::hooks_of(*edge_, *product_));
  thread_ = std::thread([this] { server_->run(); });
}

World::~World() {
  server_->stop();
  thread_.join();
  server_.reset();
  product_.reset();
  database.reset();
}

void World::do_due_jobs(db::Db&) {
  product_->jobs.run_due();
}

}  // namespace waymark::testing
