#include "audit/refusals.hpp"

#include <fmt/format.h>
#include <spdlog/spdlog.h>

#include "audit/audit.hpp"

namespace waymark::audit {
namespace {

constexpr base::Millis hour = 3'600'000;

// The first thing that the address names; who names one that is none sees it logged as none.
std::int64_t subject_in(rest::PathFields const& path) {
  for (auto const& [name, text] : path) {
    if (auto const id = base::id_of(text)) return *id;
  }
  return 0;
}

}  // namespace

std::optional<std::int64_t> Refusals::room_for(policy::PersonId person, base::Millis now) {
  std::lock_guard const lock(mutex_);
  auto& own = hours_[person];
  if (now - own.since >= hour || now < own.since) own = {.since = now, .lines = 0, .left_out = own.left_out};
  if (own.lines >= most_an_hour) {
    ++own.left_out;
    return std::nullopt;
  }
  ++own.lines;
  return std::exchange(own.left_out, 0);
}

// A refusal stands, whether it could be written down or not.
void Refusals::note(db::Db& db, rest::Route const& route, rest::PathFields const& path, policy::Viewer const& viewer,
                    base::Problem const& problem) try {
  auto const now = db.read([](db::Tx& tx) { return tx.now(); });
  auto const left_out = room_for(viewer.person, now);
  if (!left_out) return;
  auto codes = code("route", fmt::format("{} {}", http::name_of(route.method), route.path)) + ";" +
               code("why", problem.slug) + ";" + code("with", json::name_of(viewer.proof));
  if (*left_out > 0) codes += fmt::format(";left_out={}", *left_out);
  db.write(
      [&](db::Tx& tx) { record(tx, viewer.person, "act.refused", "refusal", subject_in(path), {}, {.codes = codes}); });
} catch (std::exception const& fault) {
  spdlog::error("a refusal could not be written into the log of what was done: {}", fault.what());
}

}  // namespace waymark::audit
