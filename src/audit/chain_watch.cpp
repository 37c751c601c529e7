#include "audit/chain_watch.hpp"

#include <algorithm>

#include "audit/audit.hpp"
#include "audit/audit_store.hpp"

namespace waymark::audit {
namespace {

constexpr std::int64_t stretch = 20'000;
constexpr base::Millis good_for = 10 * 60 * 1000;

}  // namespace

ChainState ChainWatch::look(db::Tx& tx) {
  std::lock_guard const lock(mutex_);
  auto const now = head(tx);
  auto const seen = walk_ ? walk_->report() : ChainReport{};
  auto const done = walk_ && (seen.broken || walk_->last() >= now.last_id);
  auto const too_old = done && (tx.now() - begun_at_ > good_for || tx.now() < begun_at_);
  if (!walk_ || too_old || seen.first != now.first_id) {
    walk_.emplace(now);
    begun_at_ = tx.now();
  }
  auto const links = walk_->report().broken ? std::vector<Link>{} : links_after(tx, walk_->last(), stretch);
  for (auto const& link : links) walk_->take(link);
  auto at_end = *walk_;  // what the end tells holds for now only: the log goes on
  auto const all = std::ssize(links) < stretch;
  if (all) at_end.finish(head(tx));
  auto const report = at_end.report();
  auto const end = checkpoint(tx);
  return {.lines = std::max<std::int64_t>(now.last_id - now.first_id + 1, 0),
          .first = now.first_id,
          .looked_at = report.lines,
          .whole = all && !report.broken,
          .broken_at = report.broken ? std::optional{report.broken->line} : std::nullopt,
          .checkpoint = end ? std::optional{text_of(*end)} : std::nullopt};
}

}  // namespace waymark::audit
