#include "core/base/reference.hpp"

#include "core/base/id.hpp"

namespace waymark::base {

std::string new_reference() {
  return id_text(new_id(1'704'067'200'000)).substr(8);
}

}  // namespace waymark::base
