#include "app/demo/demo.hpp"

#include <fmt/format.h>

#include "app/demo/story.hpp"

namespace waymark::app {

void make_demo(db::Db& database, base::FixedClock& clock, base::Millis now,
               std::function<void(std::size_t, std::size_t)> const& told) {
  Product product{database};
  demo::Story story{product, demo::Calendar{now}};
  story.play(database, clock, told);
  auto const hash = product.identity.hash_of(demo_password);
  database.write([&](db::Tx& tx) {
    for (auto const& person : story.staff()) product.identity.set_password(tx, {}, person, hash);
  });
}

std::string demo_sign_in() {
  return fmt::format(R"(Halden Instruments is there. Sign in as one of them; the password of all is: {}

  ana@halden.example     leads Engineering
  ben@halden.example     sensor engineer, waits for a climate chamber
  cam@halden.example     firmware engineer, far beyond a target
  dora@halden.example    leads Sales, with seven objectives
  hugo@halden.example    HR
  iris@halden.example    managing director
  sam@halden.example     administrator
)",
                     demo_password);
}

}  // namespace waymark::app
