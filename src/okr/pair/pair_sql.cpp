#include "okr/pair/pair_store.hpp"

namespace waymark::okr::store {
namespace {

struct TitleRow {
  ObjectiveId id;
  std::string title;
  std::int64_t owner;
  std::string owner_name;
};
BOOST_DESCRIBE_STRUCT(TitleRow, (), (id, title, owner, owner_name))

struct MeasureRow {
  ObjectiveId objective_id;
  KeyResultId id;
  std::string title;
  Kind kind;
  Direction direction;
  std::optional<double> baseline;
  double target;
  std::optional<double> change_percent, low, high;
  std::string unit;
  std::string counter;
  std::optional<KpiId> kpi_id;
};
BOOST_DESCRIBE_STRUCT(MeasureRow, (),
                      (objective_id, id, title, kind, direction, baseline, target, change_percent, low, high, unit,
                       counter, kpi_id))

struct LinkedRow {
  std::int64_t one;
  std::int64_t other;
};
BOOST_DESCRIBE_STRUCT(LinkedRow, (), (one, other))

constexpr db::Sql select_titles{"okr.pair.titles", R"sql(
  SELECT o.id, o.title,
         COALESCE(o.team_id, (SELECT MIN(h.team_id) FROM people_member h WHERE h.person_id = o.person_id), o.person_id),
         COALESCE(t.name, '')
    FROM okr_objective o
    LEFT JOIN people_team t
      ON t.id = COALESCE(o.team_id, (SELECT MIN(m.team_id) FROM people_member m WHERE m.person_id = o.person_id))
   WHERE o.cycle_id = :cycle AND (o.state = 'published' OR (o.id = :with AND o.state = 'draft'))
   ORDER BY o.id)sql"};
constexpr db::Sql select_measures{"okr.pair.measures", R"sql(
  SELECT k.objective_id, k.id, k.title, k.kind, k.direction, k.baseline, k.target, k.change_percent, k.low, k.high, k.unit, k.counter, k.kpi_id
    FROM okr_objective o JOIN okr_key_result k ON k.objective_id = o.id
   WHERE o.cycle_id = :cycle AND k.dropped = 0 AND (o.state = 'published' OR (o.id = :with AND o.state = 'draft'))
   ORDER BY k.objective_id, k.position, k.id)sql"};
// Nothing is linked through the draft of somebody else.
constexpr db::Sql select_linked{"okr.pair.linked", R"sql(
  SELECT l.child_id, l.parent_id
    FROM okr_objective o
    JOIN okr_link l ON l.child_id = o.id
    JOIN okr_objective q ON q.id = l.parent_id AND (q.state <> 'draft' OR q.id = :with)
   WHERE o.cycle_id = :cycle AND l.state = 'accepted' AND (o.state <> 'draft' OR o.id = :with)
  UNION ALL
  SELECT d.objective_id, d.provider_id
    FROM okr_objective n
    JOIN okr_dependency d ON d.objective_id = n.id
    JOIN okr_objective r ON r.id = d.provider_id AND (r.state <> 'draft' OR r.id = :with)
   WHERE n.cycle_id = :cycle AND d.state <> 'declined' AND (n.state <> 'draft' OR n.id = :with))sql"};
constexpr db::Sql select_side{"okr.pair.side", R"sql(
  SELECT o.id, o.title, COALESCE(t.name, p.name), a.id, a.name, CASE WHEN a.left_at IS NULL THEN 0 ELSE 1 END, o.state
    FROM okr_objective o
    JOIN people_person a ON a.id = o.accountable_id
    LEFT JOIN people_team t ON t.id = o.team_id
    LEFT JOIN people_person p ON p.id = o.person_id
   WHERE o.id = :id)sql"};

constexpr std::string_view act_columns = R"sql(
  SELECT a.low_id, a.high_id, a.kind, a.step, a.objective_id, o.title,
         CASE WHEN a.step = 'talk' THEN COALESCE(c.text, '') ELSE a.text END, a.basis, a.person_id, p.name, a.at
    FROM okr_pair_act a
    JOIN okr_objective o ON o.id = a.objective_id
    JOIN people_person p ON p.id = a.person_id
    LEFT JOIN okr_comment c ON c.id = a.comment_id
)sql";
std::string const acts_in_text = std::string{act_columns} + R"sql(
    JOIN okr_objective l ON l.id = a.low_id
   WHERE l.cycle_id = :cycle
   ORDER BY a.id DESC)sql";
db::Sql const select_acts_in{"okr.pair.acts_in", acts_in_text};
std::string const acts_of_text = std::string{act_columns} + R"sql(
   WHERE a.low_id = :objective OR a.high_id = :objective
   ORDER BY a.id DESC
   LIMIT 200)sql";
db::Sql const select_acts_of{"okr.pair.acts_of", acts_of_text};
constexpr db::Sql insert_act{"okr.pair.insert", R"sql(
  INSERT INTO okr_pair_act (id, low_id, high_id, kind, step, objective_id, text, comment_id, basis, person_id, at)
  VALUES (:id, :low, :high, :kind, :step, :objective, :text, :comment, :basis, :person, :at))sql"};

PairKeyResult shown(MeasureRow&& row) {
  Measure measure{.kind = row.kind, .direction = row.direction, .baseline = row.baseline, .target = row.target};
  measure.low = row.low;
  measure.high = row.high;
  measure.change_percent = row.change_percent;
  return {row.id, std::move(row.title), measure, std::move(row.unit), std::move(row.counter), row.kpi_id};
}

}  // namespace

std::vector<PairObjective> pair_objectives(db::Tx& tx, CycleId cycle, std::optional<ObjectiveId> with) {
  std::vector<PairObjective> all;
  auto const of = with.value_or(ObjectiveId{});
  for (auto& row : tx.rows<TitleRow>(select_titles, cycle, of))
    all.push_back({row.id, std::move(row.title), row.owner, std::move(row.owner_name), {}});
  auto at = all.begin();
  for (auto& row : tx.rows<MeasureRow>(select_measures, cycle, of)) {
    while (at != all.end() && at->id.value < row.objective_id.value) ++at;
    if (at != all.end() && at->id == row.objective_id) at->key_results.push_back(shown(std::move(row)));
  }
  return all;
}

LinkedPairs linked_pairs(db::Tx& tx, CycleId cycle, std::optional<ObjectiveId> with) {
  LinkedPairs all;
  for (auto const& row : tx.rows<LinkedRow>(select_linked, with, cycle)) all.emplace_back(row.one, row.other);
  return all;
}

PairSideRow pair_side(db::Tx& tx, ObjectiveId id) {
  return *tx.row<PairSideRow>(select_side, id);
}

std::vector<PairActRow> pair_acts_in(db::Tx& tx, CycleId cycle) {
  return tx.rows<PairActRow>(select_acts_in, cycle);
}

std::vector<PairActRow> pair_acts_of(db::Tx& tx, ObjectiveId objective) {
  return tx.rows<PairActRow>(select_acts_of, objective);
}

void insert(db::Tx& tx, FreshPairAct const& fresh, PersonId by) {
  tx.run(insert_act, fresh.id, fresh.low_id, fresh.high_id, fresh.kind, fresh.step, fresh.objective_id, fresh.text,
         fresh.comment_id, fresh.basis, by, tx.now());
}

}  // namespace waymark::okr::store
