#pragma once

#include "core/db/db.hpp"
#include "kpi/kpi_shapes.hpp"
#include "notify/notice/reminders.hpp"
#include "okr/alignment/alignment_shapes.hpp"
#include "okr/board/board_shapes.hpp"
#include "okr/retro/retro_shapes.hpp"

// What notify reads of the others, as rows.
namespace waymark::notify::facts {

struct Comment {
  std::string title;  // of the objective
  PersonId accountable_id;
  std::string text;
  std::optional<PersonId> thanked_id;
};
BOOST_DESCRIBE_STRUCT(Comment, (), (title, accountable_id, text, thanked_id))
std::optional<Comment> comment(db::Tx& tx, okr::CommentId id);
std::vector<PersonId> mentioned(db::Tx& tx, okr::CommentId comment);

struct Blocker {
  okr::BlockerId id;
  std::string key_result;
  std::string text;
  PersonId owner_id;
  PersonId raised_by;
  std::string resolution;
};
BOOST_DESCRIBE_STRUCT(Blocker, (), (id, key_result, text, owner_id, raised_by, resolution))
std::optional<Blocker> blocker(db::Tx& tx, okr::BlockerId id);

struct Dependency {
  ObjectiveId objective_id;
  std::string objective;
  PersonId objective_accountable_id;
  ObjectiveId provider_id;
  std::string provider;
  PersonId provider_accountable_id;
  std::string need;
  okr::DependencyState state;
  std::string answer;
  PersonId asked_by;
};
BOOST_DESCRIBE_STRUCT(Dependency, (),
                      (objective_id, objective, objective_accountable_id, provider_id, provider,
                       provider_accountable_id, need, state, answer, asked_by))
std::optional<Dependency> dependency(db::Tx& tx, okr::DependencyId id);

struct CheckIn {
  PersonId author_id;
  KeyResultId key_result_id;
  std::string key_result;
  std::string text;
  std::optional<std::int64_t> confidence;
  PersonId owner_id;  // who checks the key result in
  PersonId accountable_id;
  std::optional<PersonId> manager_id;  // of the accountable person
};
BOOST_DESCRIBE_STRUCT(CheckIn, (),
                      (author_id, key_result_id, key_result, text, confidence, owner_id, accountable_id, manager_id))
std::optional<CheckIn> check_in(db::Tx& tx, okr::CheckInId id);

struct Link {
  ObjectiveId child_id;
  std::string child;
  PersonId child_accountable_id;
  ObjectiveId parent_id;
  std::string parent;
  PersonId parent_accountable_id;
  okr::State parent_state;
  PersonId proposed_by;
};
BOOST_DESCRIBE_STRUCT(Link, (),
                      (child_id, child, child_accountable_id, parent_id, parent, parent_accountable_id, parent_state,
                       proposed_by))
std::optional<Link> link(db::Tx& tx, okr::LinkId id);

struct Child {
  ObjectiveId id;
  PersonId accountable_id;
};
BOOST_DESCRIBE_STRUCT(Child, (), (id, accountable_id))
std::vector<Child> children(db::Tx& tx, ObjectiveId parent);      // those that are open and support it
std::vector<ObjectiveId> parents(db::Tx& tx, ObjectiveId child);  // all that it supports

struct Objective {
  okr::CycleId cycle_id;
  std::string cycle;
  okr::Phase phase;
  base::Day ends_on;  // the cycle
  std::string title;
  okr::ObjectiveLevel level;
  okr::State state;
  std::optional<std::int64_t> published_at;
  PersonId accountable_id;
  std::string reason;  // of its newest change of state
};
BOOST_DESCRIBE_STRUCT(Objective, (),
                      (cycle_id, cycle, phase, ends_on, title, level, state, published_at, accountable_id, reason))
std::optional<Objective> objective(db::Tx& tx, ObjectiveId id);
std::string why_retitled(db::Tx& tx, ObjectiveId id);  // the last time

// Why it went to whom it went last, in the words of whoever changed it.
std::string why_handed_over(db::Tx& tx, ObjectiveId id);
std::string why_handed_over(db::Tx& tx, KeyResultId id);

struct KeyResult {
  std::string title;
  PersonId owner_id;  // who checks it in
};
BOOST_DESCRIBE_STRUCT(KeyResult, (), (title, owner_id))
std::optional<KeyResult> key_result(db::Tx& tx, KeyResultId id);

struct Kpi {
  std::string name;
  PersonId owner_id;
};
BOOST_DESCRIBE_STRUCT(Kpi, (), (name, owner_id))
std::optional<Kpi> kpi(db::Tx& tx, kpi::KpiId id);

struct Cycle {
  std::string name;
  okr::Phase phase;
  base::Day ends_on;
};
BOOST_DESCRIBE_STRUCT(Cycle, (), (name, phase, ends_on))
std::optional<Cycle> cycle(db::Tx& tx, okr::CycleId id);

struct Holder {
  PersonId person_id;
  std::int64_t objectives;
};
BOOST_DESCRIBE_STRUCT(Holder, (), (person_id, objectives))
std::vector<Holder> holders(db::Tx& tx, okr::CycleId id);  // who answers for open objectives of the cycle
std::int64_t open_held(db::Tx& tx, PersonId person, okr::CycleId cycle);

// Of open objectives of the cycle on which nothing was decided at this moment or later.
std::vector<Holder> undecided(db::Tx& tx, okr::CycleId id, base::Millis since);

struct Look {
  okr::CycleId cycle_id;
  std::string name;
  base::Day on;
};
BOOST_DESCRIBE_STRUCT(Look, (), (cycle_id, name, on))
std::vector<Look> midcycle_looks(db::Tx& tx, base::Day from, base::Day to);  // of active cycles
std::optional<Look> midcycle_look(db::Tx& tx, okr::CycleId id);

struct Led {
  PersonId lead_id;
  okr::TeamId team_id;
  std::string team;
};
BOOST_DESCRIBE_STRUCT(Led, (), (lead_id, team_id, team))
std::vector<PersonId> leads(db::Tx& tx);
std::vector<Led> leads_without_retro(db::Tx& tx, okr::CycleId id);

struct RetroOf {
  std::optional<okr::TeamId> team_id;
  okr::CycleId cycle_id;
};
BOOST_DESCRIBE_STRUCT(RetroOf, (), (team_id, cycle_id))
std::optional<RetroOf> retro_of(db::Tx& tx, okr::RetroCardId card);

// A page of those who are here, in order of ids.
std::vector<PersonId> people_after(db::Tx& tx, PersonId after, std::int64_t most);

// Who checks the key results of an objective in.
std::vector<PersonId> owners(db::Tx& tx, ObjectiveId objective);

// Everything that is to be checked in by people who are here, or by one of them.
std::vector<Waiting> waiting(db::Tx& tx);
std::vector<Waiting> waiting_for(db::Tx& tx, PersonId person);

}  // namespace waymark::notify::facts
