#include "world/served_world.hpp"

namespace waymark::testing {

ServedWorld::ServedWorld(std::string const& program, db::Dialect dialect)
    : AnyWorld(dialect), time_(world_now), server_(program, place(), time_.environment()) {}

}  // namespace waymark::testing
