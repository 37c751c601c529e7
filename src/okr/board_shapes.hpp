#pragma once

#include "okr/closing_shapes.hpp"
#include "okr/draft_shapes.hpp"
#include "okr/talk_shapes.hpp"

namespace waymark::okr {

struct BoardQuery {
  std::optional<CycleId> cycle;  // the current one when left out
};
BOOST_DESCRIBE_STRUCT(BoardQuery, (), (cycle))

// One team's OKRs of one cycle.
struct TeamBoard {
  TeamName team;
  CycleName cycle;
  std::int64_t counted;            // of its objectives: published or closed
  std::int64_t drafts;             // that the viewer may see
  std::optional<double> progress;  // mean of those that are counted
  std::vector<ObjectiveWithKeyResults> objectives;
  std::vector<Advice> advice;
  std::vector<std::string> may;  // "write_objective"
};
BOOST_DESCRIBE_STRUCT(TeamBoard, (), (team, cycle, counted, drafts, progress, objectives, advice, may))

// What one person is in, in one cycle: what they answer for, contribute to or own a key result of. Drafts are left out.
struct PersonBoard {
  PersonName person;
  CycleName cycle;
  std::int64_t load;  // in how many open objectives
  std::string role;
  std::vector<ObjectiveCard> accountable;
  std::vector<ObjectiveId> fitting;  // of those: what they said fits their role
  std::vector<ObjectiveCard> contributing;
};
BOOST_DESCRIBE_STRUCT(PersonBoard, (), (person, cycle, load, role, accountable, fitting, contributing))

struct DueKeyResult : KeyResult {
  std::string objective_title;
  std::optional<TeamName> team;
  std::vector<MilestoneLine> milestones;
};
BOOST_DESCRIBE_STRUCT(DueKeyResult, (KeyResult), (objective_title, team, milestones))

struct FollowerFilter {
  KpiId kpi;
  std::optional<json::Text<1, 400>> after;
  std::optional<json::Int<1, 200>> limit;
};
BOOST_DESCRIBE_STRUCT(FollowerFilter, (), (kpi, after, limit))

struct FollowerPage {
  std::vector<DueKeyResult> items;
  std::optional<std::string> next;
};
BOOST_DESCRIBE_STRUCT(FollowerPage, (), (items, next))

// An open initiative of somebody, and what its objective leads up to, the nearest first.
struct OwnInitiative {
  InitiativeId id;
  std::string title;
  std::optional<base::Day> due_on;
  ObjectiveName objective;
  std::vector<ObjectiveName> above;
};
BOOST_DESCRIBE_STRUCT(OwnInitiative, (), (id, title, due_on, objective, above))

// An objective of the company that a team moves, with so many of its own.
struct MovedObjective {
  ObjectiveName objective;
  std::int64_t by;
};
BOOST_DESCRIBE_STRUCT(MovedObjective, (), (objective, by))

// What one person has to do and what matters, in one answer.
struct MyWeek {
  Cycle cycle;
  std::vector<DueKeyResult> due;           // mine, late ones first
  std::vector<DueKeyResult> not_due;       // mine, checked in in time
  std::vector<Blocker> blockers;           // open ones that wait for me
  std::vector<Dependency> questions;       // dependencies that wait for my answer
  std::vector<SharedDraft> shared;         // drafts of others that wait for my comment or vote
  std::vector<ObjectiveCard> drafts;       // mine
  std::vector<Mention> mentions;           // of me, unanswered, the newest first
  std::string vision;                      // of the organisation; empty when there is none
  std::vector<ObjectiveCard> company;      // what matters this cycle
  std::vector<TeamName> teams;             // mine
  bool is_new;                             // nothing was ever mine
  std::vector<OwnInitiative> initiatives;  // mine, those due soonest first
};
BOOST_DESCRIBE_STRUCT(MyWeek, (),
                      (cycle, due, not_due, blockers, questions, shared, drafts, mentions, vision, company, teams,
                       is_new, initiatives))

struct AdviceRequest {
  std::optional<json::Text<0, 300>> title;
  std::vector<NewKeyResult> key_results;
  std::optional<CycleId> cycle_id;
  std::optional<TeamId> team_id;
  std::optional<PersonId> person_id;
};
BOOST_DESCRIBE_STRUCT(AdviceRequest, (), (title, key_results, cycle_id, team_id, person_id))

struct AdviceAnswer {
  std::string sentence;
  std::vector<Advice> objective;
  std::vector<std::vector<Advice>> key_results;
  std::vector<ParentSuggestion> parents;  // when the request says for whom and when; most alike first
};
BOOST_DESCRIBE_STRUCT(AdviceAnswer, (), (sentence, objective, key_results, parents))

}  // namespace waymark::okr
