#pragma once

#include "okr/key_result/key_results.hpp"
#include "okr/page/page_shapes.hpp"

namespace waymark::okr {

// The pages of objectives: what is answered to whoever looks at one, or has done something with it.
class ObjectivePages {
 public:
  explicit ObjectivePages(KeyResults const& key_results) : key_results_(key_results) {}

  // One objective with everything its page needs, in the language of the viewer where none is given. Throws not_found.
  Objective get(db::Tx& tx, policy::Viewer const& viewer, ObjectiveId id, std::optional<Language> language = {}) const;

 private:
  KeyResults const& key_results_;
};

}  // namespace waymark::okr
