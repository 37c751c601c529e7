#include "world/any_world.hpp"

#include "testing/program.hpp"
#include "world/repeating_jobs.hpp"
#include "world/served_world.hpp"
#include "world/template.hpp"
#include "world/world.hpp"

namespace waymark::testing {

AnyWorld::AnyWorld(db::Dialect dialect)
    : dialect_(dialect),
      place_(Template::of(dialect).copy()),
      names_(Template::of(dialect).names),
      tokens_(Template::of(dialect).tokens) {}

AnyWorld::~AnyWorld() {
  Template::of(dialect_).drop(place_);
}

Headers AnyWorld::as(std::string_view person) const {
  if (person == "nobody") return {};
  return {{"Authorization", "Bearer " + token_of(person)}};
}

void AnyWorld::do_jobs() {
  base::FixedClock const clock{now()};
  auto const database = db::Db::open(place_, clock, {.readers = 1, .durable = false, .access = db::Access::beside});
  bring_forward_repeating_jobs(*database);
  do_due_jobs(*database);
  put_off_repeating_jobs(*database);
}

std::unique_ptr<AnyWorld> fresh_world(db::Dialect dialect) {
  if (auto const program = given_program()) return std::make_unique<ServedWorld>(*program, dialect);
  return std::make_unique<World>(dialect);
}

}  // namespace waymark::testing
