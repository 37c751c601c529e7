#pragma once

#include "core/policy/viewer.hpp"
#include "core/rest/route.hpp"
#include "notify/sent/sent_store.hpp"

// What the program sent by itself, and when it does so next. [NOT-30]
namespace waymark::notify {

inline constexpr std::int64_t sent_kept_days = 90;
inline constexpr int look_days = 7;  // how long a mid-cycle look is asked for

// How long a kind that is told to everybody waits.
base::Millis untold_ms_of(NoticeKind kind);

rest::Page<SentLine> sent_page(db::Tx& tx, policy::Viewer const& viewer, SentFilter const& filter);
rest::Page<jobs::JobRun> run_page(db::Tx& tx, RunFilter const& filter);
Schedule schedule(db::Tx& tx, jobs::Jobs const& jobs, int handed_up_after);

}  // namespace waymark::notify
