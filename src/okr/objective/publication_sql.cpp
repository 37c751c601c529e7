#include "okr/objective/publication_store.hpp"

namespace waymark::okr::store {
namespace {

constexpr db::Sql select_traces{"okr.publication.traces", R"sql(
  SELECT CASE WHEN EXISTS (SELECT 1
                             FROM okr_key_result k JOIN okr_check_in i ON i.key_result_id = k.id
                            WHERE k.objective_id = o.id AND i.author_id <> :viewer AND i.source <> 'kpi' AND i.withdrawn_at IS NULL)
              THEN 1 ELSE 0 END,
         CASE WHEN EXISTS (SELECT 1 FROM okr_comment m
                            WHERE m.objective_id = o.id AND m.author_id <> :viewer AND m.created_at >= o.published_at)
                OR EXISTS (SELECT 1 FROM okr_blocker b WHERE b.objective_id = o.id AND b.raised_by <> :viewer)
              THEN 1 ELSE 0 END,
         CASE WHEN EXISTS (SELECT 1 FROM okr_link l
                            WHERE l.child_id = o.id AND l.proposed_by <> :viewer AND l.created_at >= o.published_at)
                OR EXISTS (SELECT 1 FROM okr_link u
                              JOIN okr_objective c ON c.id = u.child_id AND c.state <> 'draft'
                            WHERE u.parent_id = o.id AND u.proposed_by <> :viewer AND u.created_at >= o.published_at)
                OR EXISTS (SELECT 1 FROM okr_dependency d
                            WHERE d.objective_id = o.id AND d.asked_by <> :viewer AND d.created_at >= o.published_at)
                OR EXISTS (SELECT 1 FROM okr_dependency g
                              JOIN okr_objective a ON a.id = g.objective_id AND a.state <> 'draft'
                            WHERE g.provider_id = o.id AND g.asked_by <> :viewer AND g.created_at >= o.published_at)
              THEN 1 ELSE 0 END
    FROM okr_objective o
   WHERE o.id = :objective)sql"};

constexpr db::Sql update_taken_back{"okr.publication.take_back", R"sql(
  UPDATE okr_objective
     SET state = 'draft', version = version + 1, published_at = CASE WHEN :never_published = 1 THEN NULL ELSE published_at END
   WHERE id = :id)sql"};

}  // namespace

Traces traces_of_others(db::Tx& tx, ObjectiveId id, PersonId viewer) {
  return tx.row<Traces>(select_traces, viewer, id).value_or(Traces{});
}

void take_back(db::Tx& tx, ObjectiveId id, bool never_published) {
  tx.run(update_taken_back, never_published, id);
}

}  // namespace waymark::okr::store
