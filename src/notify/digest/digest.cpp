#include "notify/digest/digest.hpp"

#include "notify/digest/digest_facts.hpp"
#include "notify/notice/notice_store.hpp"
#include "people/directory.hpp"

namespace waymark::notify {
namespace {

// What it stood at a week ago: its last value by then, or where it started.
std::optional<double> was(facts::Line const& line) {
  return line.before ? line.before : line.baseline;
}

bool has_moved(facts::Line const& line) {
  return (line.fed || line.check_ins > 0) && line.now && was(line) && *was(line) != *line.now;
}

Moved moved(facts::Line const& line) {
  return {line.id,
          line.title,
          {line.objective_id, line.objective},
          {line.owner_id, line.owner},
          line.unit,
          *was(line),
          *line.now,
          line.progress_before,
          line.progress,
          line.check_ins};
}

int days_late(facts::Line const& line, base::Day today) {
  if (line.fed || today < line.starts_on) return 0;
  return okr::days_late(line.cadence, counted_from(line), line.due_on, today);
}

TeamDigest of_team(db::Tx& tx, policy::Viewer const& viewer, TeamName const& team, base::Millis since) {
  TeamDigest digest{team, 0, 0, {}, {}, facts::published_in(tx, team.id, since), facts::ended_in(tx, team.id, since)};
  for (auto const& line : facts::lines_of_team(tx, team.id, since)) {
    if (!line.fed) ++digest.key_results;
    if (!line.fed && line.check_ins > 0) ++digest.checked_in;
    if (has_moved(line)) digest.moved.push_back(moved(line));
    if (auto const days = days_late(line, tx.today()); days > 0)
      digest.late.push_back({line.id,
                             line.title,
                             {line.objective_id, line.objective},
                             {line.owner_id, line.owner},
                             days,
                             people::away_until(tx, viewer, line.owner_id, tx.today())});
  }
  return digest;
}

}  // namespace

Digest digest(db::Tx& tx, policy::Viewer const& viewer) {
  auto const since = tx.today() - 7;
  Digest digest{since, tx.today(), {}, {}};
  for (auto const& team : facts::teams_of(tx, viewer.person))
    digest.teams.push_back(of_team(tx, viewer, team, since.start_ms()));
  for (auto const& [kind, count] : store::counts_since(tx, viewer.person, since.start_ms()))
    digest.notices.push_back({kind, count});
  return digest;
}

}  // namespace waymark::notify
