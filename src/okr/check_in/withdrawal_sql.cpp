#include "okr/check_in/check_in_store.hpp"

namespace waymark::okr::store {
namespace {

constexpr db::Sql update_withdrawn{"okr.check_in.withdraw",
                                   "UPDATE okr_check_in SET withdrawn_at = :at WHERE id = :id"};

constexpr db::Sql insert_turn{"okr.milestone_turn.insert", R"sql(
  INSERT INTO okr_milestone_turn (check_in_id, milestone_id, reached_before) VALUES (:check_in, :milestone, :reached_before))sql"};
constexpr db::Sql select_turns{"okr.milestone_turn.of_check_in", R"sql(
  SELECT milestone_id, reached_before FROM okr_milestone_turn WHERE check_in_id = :check_in ORDER BY milestone_id)sql"};

constexpr db::Sql delete_blockers{"okr.blocker.delete_of_check_in",
                                  "DELETE FROM okr_blocker WHERE check_in_id = :check_in"};

constexpr db::Sql select_newest{"okr.check_in.newest_left", R"sql(
  SELECT id, at, value, confidence
    FROM okr_check_in
   WHERE key_result_id = :key_result AND withdrawn_at IS NULL
   ORDER BY at DESC, id DESC LIMIT 1)sql"};
constexpr db::Sql select_value{"okr.check_in.value_left", R"sql(
  SELECT value FROM okr_check_in
   WHERE key_result_id = :key_result AND withdrawn_at IS NULL AND value IS NOT NULL
   ORDER BY at DESC, id DESC LIMIT 1)sql"};
constexpr db::Sql select_confidence{"okr.check_in.confidence_left", R"sql(
  SELECT confidence FROM okr_check_in
   WHERE key_result_id = :key_result AND withdrawn_at IS NULL AND confidence IS NOT NULL
   ORDER BY at DESC, id DESC LIMIT 1)sql"};
constexpr db::Sql update_news_back{"okr.key_result.set_news_back", R"sql(
  UPDATE okr_key_result
     SET current_value = :current_value, confidence = :confidence, progress = :progress, last_check_in = :check_in, last_news_at = :at
   WHERE id = :id)sql"};

constexpr db::Sql insert_skip_row{"okr.skip.insert", R"sql(
  INSERT INTO okr_skip (id, key_result_id, author_id, reason, at) VALUES (:id, :key_result, :author, :reason, :at))sql"};

struct SkipRow {
  SkipId id;
  KeyResultId key_result_id;
  std::string reason;
  PersonId author_id;
  std::string author_name;
  std::int64_t at;
};
BOOST_DESCRIBE_STRUCT(SkipRow, (), (id, key_result_id, reason, author_id, author_name, at))

constexpr db::Sql select_skips{"okr.skip.of_objective", R"sql(
  SELECT s.id, s.key_result_id, s.reason, s.author_id, a.name, s.at
    FROM okr_key_result k
    JOIN okr_skip s ON s.key_result_id = k.id
    JOIN people_person a ON a.id = s.author_id
   WHERE k.objective_id = :objective
   ORDER BY s.id DESC
   LIMIT 50)sql"};

}  // namespace

void insert_turns(db::Tx& tx, CheckInId check_in, std::vector<Turn> const& turns) {
  for (auto const& turn : turns) tx.run(insert_turn, check_in, turn.id, turn.reached_before);
}

void withdraw(db::Tx& tx, CheckInId id) {
  tx.run(update_withdrawn, tx.now(), id);
}

void turn_milestones_back(db::Tx& tx, CheckInId id) {
  for (auto const& turn : tx.rows<Turn>(select_turns, id)) set_reached(tx, turn.id, turn.reached_before);
}

void remove_blockers_of(db::Tx& tx, CheckInId id) {
  tx.run(delete_blockers, id);
}

NewsLeft news_left(db::Tx& tx, KeyResultId key_result) {
  auto left = tx.row<NewsLeft>(select_newest, key_result).value_or(NewsLeft{});
  left.value = tx.row<double>(select_value, key_result);
  left.confidence = tx.row<std::int64_t>(select_confidence, key_result);
  return left;
}

void set_news_back(db::Tx& tx, KeyResultId key_result, NewsLeft const& left, std::optional<double> progress) {
  tx.run(update_news_back, left.value, left.confidence, progress, left.check_in, left.at, key_result);
}

void insert_skip(db::Tx& tx, NewSkip const& wanted, PersonId author) {
  tx.run(insert_skip_row, tx.new_id<SkipId>(), wanted.key_result_id, author, wanted.reason, tx.now());
}

std::vector<Skip> skips_of(db::Tx& tx, ObjectiveId objective) {
  std::vector<Skip> all;
  tx.each<SkipRow>(
      select_skips,
      [&](SkipRow&& row) {
        all.push_back(
            {row.id, row.key_result_id, std::move(row.reason), {row.author_id, std::move(row.author_name)}, row.at});
      },
      objective);
  return all;
}

}  // namespace waymark::okr::store
