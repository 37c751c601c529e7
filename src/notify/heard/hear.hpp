#pragma once

#include "kpi/kpi_shapes.hpp"
#include "notify/sent/teller.hpp"
#include "okr/rules/happened.hpp"

// What becomes of a piece of news: one function for each kind that somebody is told of, given the id that its kind
// promises.
namespace waymark::notify::hear {

using events::Event;

// The name of a notice among all that one person is told: what it is about, and which of them.
template <class Id>
std::string once(std::string_view what, Id id) {
  return std::string{what} + ":" + id.text();
}

void comment_made(Teller const& teller, db::Tx& tx, Event const& event, okr::CommentId id);
void comment_removed(Teller const& teller, db::Tx& tx, Event const& event, okr::CommentId id);
void blocker_raised(Teller const& teller, db::Tx& tx, Event const& event, okr::BlockerId id);
void blocker_handed_over(Teller const& teller, db::Tx& tx, Event const& event, okr::BlockerId id);
void blocker_resolved(Teller const& teller, db::Tx& tx, Event const& event, okr::BlockerId id);
void dependency_asked(Teller const& teller, db::Tx& tx, Event const& event, okr::DependencyId id);
void dependency_answered(Teller const& teller, db::Tx& tx, Event const& event, okr::DependencyId id);
void dependency_withdrawn(Teller const& teller, db::Tx& tx, Event const& event, okr::DependencyId id);
void check_in_made(Teller const& teller, db::Tx& tx, Event const& event, okr::CheckInId id);
void check_in_acknowledged(Teller const& teller, db::Tx& tx, Event const& event, okr::CheckInId id);
void objective_published(Teller const& teller, db::Tx& tx, Event const& event, ObjectiveId id);
void objective_taken_back(Teller const& teller, db::Tx& tx, Event const& event, ObjectiveId id);
void objective_imported(Teller const& teller, db::Tx& tx, Event const& event, ObjectiveId id);
void objective_cancelled(Teller const& teller, db::Tx& tx, Event const& event, ObjectiveId id);
void objective_handed_over(Teller const& teller, db::Tx& tx, Event const& event, ObjectiveId id);
void objective_taken_over(Teller const& teller, db::Tx& tx, Event const& event, PersonId from);
void key_result_handed_over(Teller const& teller, db::Tx& tx, Event const& event, KeyResultId id);
void key_result_taken_over(Teller const& teller, db::Tx& tx, Event const& event, PersonId from);
void objective_closed(Teller const& teller, db::Tx& tx, Event const& event, ObjectiveId id);
void objective_reopened(Teller const& teller, db::Tx& tx, Event const& event, ObjectiveId id);
void objective_retitled(Teller const& teller, db::Tx& tx, Event const& event, ObjectiveId id);
void objective_reviewed(Teller const& teller, db::Tx& tx, Event const& event, ObjectiveId id);
void key_result_dropped(Teller const& teller, db::Tx& tx, Event const& event, KeyResultId id);
void link_made(Teller const& teller, db::Tx& tx, Event const& event, okr::LinkId id);
void link_proposed(Teller const& teller, db::Tx& tx, Event const& event, okr::LinkId id);
void link_accepted(Teller const& teller, db::Tx& tx, Event const& event, okr::LinkId id);
void link_removed(Teller const& teller, db::Tx& tx, Event const& event, okr::LinkId id);
void cycle_created(Teller const& teller, db::Tx& tx, Event const& event, okr::CycleId id);
void closing_begun(Teller const& teller, db::Tx& tx, Event const& event, okr::CycleId id);
void cycle_closed(Teller const& teller, db::Tx& tx, Event const& event, okr::CycleId id);
void retro_changed(Teller const& teller, db::Tx& tx, Event const& event, okr::RetroCardId id);
void kpi_handed_over(Teller const& teller, db::Tx& tx, Event const& event, kpi::KpiId id);
void kpi_taken_over(Teller const& teller, db::Tx& tx, Event const& event, PersonId from);
void person_changed(Teller const& teller, db::Tx& tx, Event const& event, PersonId id);
void person_left(Teller const& teller, db::Tx& tx, Event const& event, PersonId id);
void link_to_account_made(Teller const& teller, db::Tx& tx, Event const& event, PersonId id);
void guessed_at(Teller const& teller, db::Tx& tx, Event const& event, PersonId id);
void readdressed(Teller const& teller, db::Tx& tx, Event const& event, PersonId id);
void manager_set(Teller const& teller, db::Tx& tx, Event const& event, PersonId id);
void put_into_team(Teller const& teller, db::Tx& tx, Event const& event, PersonId id);
void taken_out_of_team(Teller const& teller, db::Tx& tx, Event const& event, PersonId id);
void lead_given(Teller const& teller, db::Tx& tx, Event const& event, PersonId id);
void lead_taken(Teller const& teller, db::Tx& tx, Event const& event, PersonId id);
void objective_changed(Teller const& teller, db::Tx& tx, Event const& event, ObjectiveId id);
void key_result_changed(Teller const& teller, db::Tx& tx, Event const& event, KeyResultId id);
void kpi_out_of_range(Teller const& teller, db::Tx& tx, Event const& event, kpi::KpiId id);
void kpi_back_in_range(Teller const& teller, db::Tx& tx, Event const& event, kpi::KpiId id);

// The name of the notice that asks whoever holds objectives of a cycle for something.
inline std::string once_of_holder(std::string_view what, okr::CycleId cycle, PersonId holder) {
  return once(once(what, cycle), holder);
}

// Asked of a holder of objectives that are open, in a cycle that is being closed.
store::Fresh wants_closing(Event const& event, okr::CycleId id, std::string const& cycle, PersonId holder,
                           std::int64_t objectives);

// Those who hold nothing of it any more, as `still` says, are waited for no more.
void settle_holders(Teller const& teller, db::Tx& tx, NoticeKind kind, okr::CycleId cycle,
                    std::function<bool(PersonId)> const& still);

// Who has left nothing any more needs no successor; of the others it says how much is left. [NOT-26]
void settle_left_behind(Teller const& teller, db::Tx& tx);

// What befell an objective that others support.
struct OfParent {
  NoticeKind kind;
  ObjectiveId parent;
  std::string title;
  std::string reason;
};

// Told to those who answer for what supports it, each led to their own. [NOT-23]
void tell_below(Teller const& teller, db::Tx& tx, Event const& event, OfParent const& what);
void take_back_below(db::Tx& tx, NoticeKind kind, ObjectiveId parent);
void settle_above(Teller const& teller, db::Tx& tx, ObjectiveId child);  // of whatever it supports

}  // namespace waymark::notify::hear
