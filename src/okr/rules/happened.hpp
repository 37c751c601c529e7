#pragma once

#include "core/events/kind.hpp"
#include "okr/rules/ids.hpp"

namespace waymark::okr {

// What this slice announces.
struct Happened {
  events::Kind<CycleId> cycle_created{"cycle.created"};
  events::Kind<CycleId> cycle_changed{"cycle.changed"};
  events::Kind<CycleId> cycle_closing_begun{"cycle.closing_begun"};
  events::Kind<CycleId> cycle_closed{"cycle.closed"};
  events::Kind<ObjectiveId> objective_created{"objective.created"};
  events::Kind<ObjectiveId> objective_changed{"objective.changed"};
  events::Kind<ObjectiveId> objective_retitled{"objective.retitled"};             // with a reason
  events::Kind<ObjectiveId> objective_handed_over{"objective.handed_over"};       // to who answers for it now
  events::Kind<PersonId> objective_taken_over{"objective.taken_over", "person"};  // from that person
  events::Kind<ObjectiveId> objective_deleted{"objective.deleted"};
  events::Kind<ObjectiveId> objective_published{"objective.published"};
  events::Kind<ObjectiveId> objective_taken_back{"objective.taken_back"};
  events::Kind<ObjectiveId> objective_imported{"objective.imported"};
  events::Kind<ObjectiveId> objective_cancelled{"objective.cancelled"};
  events::Kind<ObjectiveId> objective_closed{"objective.closed"};
  events::Kind<ObjectiveId> objective_reopened{"objective.reopened"};
  events::Kind<ObjectiveId> objective_reviewed{"objective.reviewed"};
  events::Kind<LinkId> link_made{"link.made"};
  events::Kind<LinkId> link_proposed{"link.proposed"};
  events::Kind<LinkId> link_accepted{"link.accepted"};
  events::Kind<LinkId> link_removed{"link.removed"};
  events::Kind<PersonId> draft_shown_to_person{"draft.shown_to_person"};
  events::Kind<TeamId> draft_shown_to_team{"draft.shown_to_team"};
  events::Kind<KeyResultId> key_result_added{"key_result.added"};
  events::Kind<KeyResultId> key_result_changed{"key_result.changed"};
  events::Kind<KeyResultId> key_result_handed_over{"key_result.handed_over"};  // to who owns it now
  events::Kind<PersonId> key_result_taken_over{"key_result.taken_over", "person"};
  events::Kind<KeyResultId> key_result_dropped{"key_result.dropped"};
  events::Kind<KeyResultId> key_result_skipped{"key_result.skipped"};
  events::Kind<CheckInId> check_in_made{"check_in.made"};
  events::Kind<CheckInId> check_in_withdrawn{"check_in.withdrawn"};
  events::Kind<CheckInId> check_in_acknowledged{"check_in.acknowledged"};
  events::Kind<BlockerId> blocker_raised{"blocker.raised"};
  events::Kind<BlockerId> blocker_handed_over{"blocker.handed_over"};
  events::Kind<BlockerId> blocker_resolved{"blocker.resolved"};
  events::Kind<DependencyId> dependency_asked{"dependency.asked"};
  events::Kind<DependencyId> dependency_wanted{"dependency.wanted"};
  events::Kind<DependencyId> dependency_answered{"dependency.answered"};
  events::Kind<DependencyId> dependency_withdrawn{"dependency.withdrawn"};
  events::Kind<CommentId> comment_made{"comment.made"};
  events::Kind<CommentId> comment_removed{"comment.removed"};
  events::Kind<InitiativeId> initiative_added{"initiative.added"};
  events::Kind<InitiativeId> initiative_changed{"initiative.changed"};
  events::Kind<InitiativeId> initiative_removed{"initiative.removed"};
  events::Kind<RetroCardId> retro_changed{"retro.changed", "retro_card"};
};
BOOST_DESCRIBE_STRUCT(Happened, (),
                      (cycle_created, cycle_changed, cycle_closing_begun, cycle_closed, objective_created,
                       objective_changed, objective_retitled, objective_handed_over, objective_taken_over,
                       objective_deleted, objective_published, objective_taken_back, objective_imported,
                       objective_cancelled, objective_closed, objective_reopened, objective_reviewed, link_made,
                       link_proposed, link_accepted, link_removed, draft_shown_to_person, draft_shown_to_team,
                       key_result_added, key_result_changed, key_result_handed_over, key_result_taken_over,
                       key_result_dropped, key_result_skipped, check_in_made, check_in_withdrawn, check_in_acknowledged,
                       blocker_raised, blocker_handed_over, blocker_resolved, dependency_asked, dependency_wanted,
                       dependency_answered, dependency_withdrawn, comment_made, comment_removed, initiative_added,
                       initiative_changed, initiative_removed, retro_changed))
static_assert(events::are_all_described<Happened>);

inline constexpr Happened happened{};

}  // namespace waymark::okr
