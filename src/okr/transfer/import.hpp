#pragma once

#include "core/base/remark.hpp"
#include "core/events/events.hpp"
#include "okr/transfer/plan.hpp"
#include "people/people.hpp"

namespace waymark::okr {

// What an import of OKRs made, and what it found there already.
struct Imported {
  std::int64_t cycles = 0;
  std::int64_t teams = 0;
  std::int64_t objectives = 0;
  std::int64_t key_results = 0;
  std::int64_t measured = 0;
  std::int64_t links = 0;
  std::int64_t check_ins = 0;
  std::int64_t closed = 0;
  std::int64_t known_objectives = 0;
  std::int64_t known_key_results = 0;
  std::vector<base::Remark> notes;

  bool anything() const { return cycles + teams + objectives + key_results + links + check_ins + closed > 0; }
};

// Carries out a plan in one transaction: makes the cycles, teams, objectives, key results and links that are not there
// yet, as the viewer. What is there already stays as it is, so that importing twice changes nothing. Objectives come
// in published unless the file says otherwise; those of a cycle that is over are closed where their grade is known.
Imported import_plan(db::Tx& tx, people::People const& people, events::Events const& events,
                     policy::Viewer const& viewer, Plan const& plan);

}  // namespace waymark::okr
