#include "app/wiring.hpp"

namespace waymark::app {
namespace {

class Nobody final : public rest::Authenticator {
  std::optional<Caller> caller_of(http::Request const&) override { return std::nullopt; }
};

Nobody nobody;

}  // namespace

Product::Product(db::Db& db, base::Clock const&) : router(db, nobody) {}

Product::~Product() = default;

}  // namespace waymark::app
