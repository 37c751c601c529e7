#pragma once

namespace waymark::audit {

// As long as it lives, the acts of its thread leave no line: they are tried and not kept. A line takes its turn at the
// end of the chain, and on PostgreSQL everybody else would wait for that turn until the trial is over.
class OnlyTried {
 public:
  OnlyTried();
  ~OnlyTried();
  OnlyTried(OnlyTried const&) = delete;
  OnlyTried& operator=(OnlyTried const&) = delete;
};

}  // namespace waymark::audit
