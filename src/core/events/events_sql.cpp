#include "core/events/events.hpp"
#include "core/events/outbox.hpp"

namespace waymark::events {
namespace {

constexpr db::Sql insert_event{"core.event.insert", R"sql(
  INSERT INTO core_event (id, kind, subject, subject_id, parent_id, team_id, actor_id, restricted, at)
  VALUES (:id, :kind, :subject, :subject_id, :parent_id, :team_id, :actor_id, :restricted, :at))sql"};

constexpr db::Sql select_after{"core.event.select_after", R"sql(
  SELECT id, kind, subject, subject_id, parent_id, team_id, actor_id, restricted, at
    FROM core_event
   WHERE id > :after
   ORDER BY id
   LIMIT :most)sql"};

constexpr db::Sql select_since{"core.event.select_since", R"sql(
  SELECT id, kind, subject, subject_id, parent_id, team_id, actor_id, restricted, at
    FROM core_event
   WHERE at >= :since
   ORDER BY at, id)sql"};

constexpr db::Sql select_kept{"core.event.select_kept", "SELECT id FROM core_event WHERE id = :id"};
constexpr db::Sql select_newest{"core.event.select_newest", "SELECT id FROM core_event ORDER BY id DESC LIMIT 1"};
constexpr db::Sql delete_old{"core.event.delete_old", "DELETE FROM core_event WHERE at < :before"};

constexpr base::Millis kept_ms = 7 * base::ms_per_day;

}  // namespace

void Events::write(db::Tx& tx, Event event) const {
  event.id = tx.new_id<EventId>();
  event.at = tx.now();
  tx.run(insert_event, event.id, event.kind, event.subject, event.subject_id, event.parent_id, event.team_id,
         event.actor_id, event.restricted, event.at);
  for (auto const& witness : witnesses_) witness(tx, event);
  if (listeners_.empty()) return;
  tx.after_commit([this, event = std::move(event)] {
    for (auto const& listener : listeners_) listener(event);
  });
}

void forget_old_events(db::Tx& tx) {
  tx.run(delete_old, tx.now() - kept_ms);
}

std::vector<Event> events_after(db::Tx& tx, EventId after, std::int64_t most) {
  return tx.rows<Event>(select_after, after, most);
}

std::vector<Event> events_since(db::Tx& tx, base::Millis at) {
  return tx.rows<Event>(select_since, at);
}

bool is_kept(db::Tx& tx, EventId id) {
  return tx.row<EventId>(select_kept, id).has_value();
}

EventId newest_event(db::Tx& tx) {
  return tx.row<EventId>(select_newest).value_or(EventId{});
}

}  // namespace waymark::events
