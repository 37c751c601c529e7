#pragma once

#include <mutex>

#include "audit/audit_shapes.hpp"
#include "audit/chain.hpp"
#include "core/db/db.hpp"

namespace waymark::audit {

// Goes along the chain for whoever asks, one stretch at each question, and goes on where it stopped. What was looked at
// is looked at again after ten minutes. Thread-safe.
class ChainWatch {
 public:
  ChainState look(db::Tx& tx);

 private:
  std::mutex mutex_;
  std::optional<Walk> walk_;
  base::Millis begun_at_{0};
};

}  // namespace waymark::audit
