#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "core/db/db.hpp"
#include "core/events/kind.hpp"
#include "core/policy/viewer.hpp"

namespace waymark::events {

using EventId = base::Id<struct EventTag>;

// One piece of news, as it is kept in the outbox.
struct Event {
  EventId id;
  std::string kind;     // "check_in.made", "objective.published" …
  std::string subject;  // what kind of thing it is about: "objective", "team", "cycle" …
  std::int64_t subject_id;
  std::int64_t parent_id;  // the objective a key result's news belongs to; otherwise the subject itself
  std::optional<std::int64_t> team_id;
  std::optional<policy::PersonId> actor_id;
  bool restricted;  // not for everyone who is signed in: a draft, for example
  base::Millis at;

  template <class SubjectId>
  bool is(Kind<SubjectId> const& one) const {
    return kind == one.name;
  }
};
BOOST_DESCRIBE_STRUCT(Event, (), (id, kind, subject, subject_id, parent_id, team_id, actor_id, restricted, at))

// What a piece of news says besides its kind and its subject.
struct Circumstances {
  std::optional<std::int64_t> parent_id{};  // the subject itself when left out
  std::optional<std::int64_t> team_id{};
  std::optional<policy::PersonId> actor_id{};
  bool restricted{false};
};

// The outbox. News is written in the transaction that makes it, so there is never one without the other; listeners hear
// of it after the commit, at least once, in order per subject.
class Events {
 public:
  using Listener = std::function<void(Event const&)>;

  // Writes the news and wakes the listeners once it is durable.
  template <class SubjectId>
  void announce(db::Tx& tx, Kind<SubjectId> const& kind, SubjectId subject, Circumstances const& said) const {
    write(tx, {.id = {},
               .kind = std::string{kind.name},
               .subject = std::string{kind.subject},
               .subject_id = subject.value,
               .parent_id = said.parent_id.value_or(subject.value),
               .team_id = said.team_id,
               .actor_id = said.actor_id,
               .restricted = said.restricted,
               .at = 0});
  }

  // Called for each event in the transaction that announces it; what it throws undoes both.
  using Witness = std::function<void(db::Tx& tx, Event const& event)>;
  void witness(Witness witness) { witnesses_.push_back(std::move(witness)); }

  // Called for each event after its commit, on the thread that committed: must be quick and must not throw.
  void listen(Listener listener) { listeners_.push_back(std::move(listener)); }

 private:
  void write(db::Tx& tx, Event event) const;  // sets its id and time

  std::vector<Listener> listeners_;
  std::vector<Witness> witnesses_;
};

// Forgets events older than seven days.
void forget_old_events(db::Tx& tx);

}  // namespace waymark::events
