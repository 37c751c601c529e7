#pragma once

#include <functional>

#include "core/events/events.hpp"
#include "okr/objective/key_result_store.hpp"

// Where the sentence of a key result and its measure part: what it would say with the figures of the measure.
namespace waymark::okr {

// A sentence with its numbers as the measure has them; nothing where they agree, or where it cannot be said so.
using Reword = std::function<std::optional<std::string>(std::string const& sentence, Measure const& measure)>;

// Reads the sentences whose words or figures the news has changed, in its transaction. [WRITE-5]
void restate(db::Tx& tx, Reword const& reword, events::Event const& event);

// Reads those that nobody has read: they were there before sentences were.
void restate_all(db::Db& db, Reword const& reword);

namespace store {

struct UnreadRow {
  KeyResultId id;
  std::string title;
  Kind kind;
  Direction direction;
  std::optional<double> baseline;
  double target;
  std::optional<double> change_percent;
  std::optional<double> low;
  std::optional<double> high;
};
BOOST_DESCRIBE_STRUCT(UnreadRow, (), (id, title, kind, direction, baseline, target, change_percent, low, high))

std::vector<UnreadRow> unread(db::Tx& tx, ObjectiveId objective);
std::vector<ObjectiveId> objectives_with_unread(db::Tx& tx, ObjectiveId after, std::int64_t most);
void set_restated(db::Tx& tx, KeyResultId id, std::string const& sentence);

}  // namespace store
}  // namespace waymark::okr
