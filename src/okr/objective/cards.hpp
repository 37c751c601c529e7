#pragma once

#include <span>
#include <unordered_map>

#include "okr/objective/key_result_store.hpp"
#include "okr/objective/objective_store.hpp"

// Rows into what people see: every judgement (progress, pace, status, band) is made here from the pure rules.
namespace waymark::okr {

// What a key result takes from its objective.
struct Frame {
  PersonName accountable;
  bool accountable_left;
  Ambition ambition;
  Cadence cadence;
  base::Day starts_on;
  base::Day published_on;  // the start, where it was not
  base::Day awaited_on;    // the same, or the day it went on after its end
  base::Day ends_on;
  State state;
  bool learned;
};
Frame frame_of(store::ObjectiveRow const& row);

// The day it first stood in a published objective, or in one that went on after its end.
base::Day known_on(store::KeyResultRow const& row, Frame const& frame);

// The day on which its pace starts.
base::Day paced_from(store::KeyResultRow const& row, Frame const& frame);

KeyResult key_result_of(store::KeyResultRow const& row, Frame const& frame, base::Day today);

// The card with its key results judged together.
ObjectiveWithKeyResults card_of(store::ObjectiveRow const& row, std::span<store::KeyResultRow const> key_results,
                                base::Day today);

// Cards of many objectives, their key results (in any order of objectives) given to those they belong to.
std::vector<ObjectiveWithKeyResults> cards_of(std::span<store::ObjectiveRow const> rows,
                                              std::span<store::KeyResultRow const> key_results, base::Day today);

// The same, with key results that are asked for here.
std::vector<ObjectiveWithKeyResults> cards_of(db::Tx& tx, std::span<store::ObjectiveRow const> rows);

// The cards alone, of many objectives.
std::vector<ObjectiveCard> cards_without_key_results(db::Tx& tx, std::vector<store::ObjectiveRow> const& rows);

// Key results as they stand, with whose they are. What is shown beside them is asked for once, of all together.
class DueKeyResults {
 public:
  DueKeyResults(db::Tx& tx, std::vector<store::KeyResultRow> rows);

  // Those whose objective is still there, in the order they came in.
  std::vector<store::KeyResultRow> const& rows() const { return rows_; }
  store::ObjectiveRow const& objective_of(store::KeyResultRow const& row) const {
    return objectives_.at(row.objective_id);
  }
  DueKeyResult shown(store::KeyResultRow const& row) const;

 private:
  std::vector<store::KeyResultRow> rows_;
  std::unordered_map<ObjectiveId, store::ObjectiveRow> objectives_;
  std::unordered_map<TeamId, TeamName> teams_;
  std::vector<MilestoneLine> milestones_;  // those of one key result side by side
  base::Day today_;
};

// Of these key results, in this order.
std::vector<DueKeyResult> due_key_results(db::Tx& tx, std::span<KeyResultId const> ids);

}  // namespace waymark::okr
