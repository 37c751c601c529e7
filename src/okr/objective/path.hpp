#pragma once

#include "okr/rules/ids.hpp"

// What the path of a route names, as in /objectives/{objective}/…; for what is no id, the one that nothing has.
namespace waymark::okr {

ObjectiveId objective_in(auto const& call) {
  return call.template id<ObjectiveId>("objective");
}

KeyResultId key_result_in(auto const& call) {
  return call.template id<KeyResultId>("key_result");
}

}  // namespace waymark::okr
