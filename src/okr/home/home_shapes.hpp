#pragma once

#include "okr/alignment/alignment_shapes.hpp"
#include "okr/check_in/check_in_shapes.hpp"
#include "okr/draft/draft_shapes.hpp"
#include "okr/talk/talk_shapes.hpp"

namespace waymark::okr {

// An open initiative of somebody, and what its objective leads up to, the nearest first.
struct OwnInitiative {
  InitiativeId id;
  std::string title;
  std::optional<base::Day> due_on;
  ObjectiveName objective;
  std::vector<ObjectiveName> above;
};
BOOST_DESCRIBE_STRUCT(OwnInitiative, (), (id, title, due_on, objective, above))

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

}  // namespace waymark::okr
