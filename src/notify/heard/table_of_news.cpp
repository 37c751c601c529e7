#include "notify/heard/table_of_news.hpp"

#include <algorithm>

#include "kpi/happened.hpp"
#include "notify/heard/hear.hpp"
#include "notify/notice/happened.hpp"
#include "people/happened.hpp"

namespace waymark::notify {
namespace {

// The words of a line.
struct Said {
  std::string_view told;
  std::string_view leads_to{"–"};
  std::string_view goes_with{"–"};
};

// `heard` takes the id that the kind promises, or this does not compile.
template <auto heard, class SubjectId>
constexpr LineOfNews line(events::Kind<SubjectId> const& kind, Said said) {
  return {kind.name,
          [](Teller const& teller, db::Tx& tx, events::Event const& event) {
            heard(teller, tx, event, SubjectId{event.subject_id});
          },
          said.told, said.leads_to, said.goes_with};
}

template <class SubjectId>
constexpr LineOfNews nobody(events::Kind<SubjectId> const& kind, std::string_view because) {
  return {kind.name, nullptr, because, "–", "–"};
}

constexpr LineOfNews day(std::string_view what, Said said) {
  return {what, nullptr, said.told, said.leads_to, said.goes_with};
}

using okr::happened;
constexpr auto& of_people = people::happened;
constexpr auto& of_kpis = kpi::happened;

constexpr LineOfNews table[]{
    line<hear::comment_made>(happened.comment_made, {"who is mentioned or thanked, and the accountable person",
                                                     "the comment", "the comment, when it is taken back"}),
    line<hear::comment_removed>(happened.comment_removed, {"nobody, because its notices go with it"}),
    line<hear::blocker_raised>(happened.blocker_raised, {"its owner", "the objective", "its solution"}),
    line<hear::blocker_handed_over>(happened.blocker_handed_over, {"its new owner", "the objective", "its solution"}),
    line<hear::blocker_resolved>(happened.blocker_resolved, {"whoever raised it", "the objective"}),
    line<hear::dependency_asked>(happened.dependency_asked, {"the accountable person of the objective that is asked",
                                                             "that objective", "the answer, or when it is withdrawn"}),
    nobody(happened.dependency_wanted, "nobody, because it is the other side of `dependency.asked`"),
    line<hear::dependency_answered>(
        happened.dependency_answered,
        {"whoever asked, and the accountable person of the asking objective", "the asking objective"}),
    line<hear::dependency_withdrawn>(happened.dependency_withdrawn, {"nobody, because the question goes with it"}),
    line<hear::check_in_made>(
        happened.check_in_made,
        {"of a confidence of 0 to 3: the accountable person, or their manager where it is their own", "the objective",
         "the next check-in with more confidence"}),
    nobody(happened.check_in_withdrawn, "nobody, because what it said is taken back within minutes"),
    line<hear::check_in_acknowledged>(happened.check_in_acknowledged,
                                      {"the author, in one line for this week", "the objective"}),
    line<hear::objective_published>(happened.objective_published,
                                    {"everybody, where it is the company's, ten seconds after", "the objective",
                                     "the objective, when it is taken back or cancelled"}),
    line<hear::objective_taken_back>(happened.objective_taken_back,
                                     {"nobody, because the news of its publication goes with it"}),
    line<hear::objective_imported>(
        happened.objective_imported,
        {"the accountable person, one line an import, where the cycle is not over", "the list of OKRs"}),
    line<hear::objective_cancelled>(
        happened.objective_cancelled,
        {"who answers for what supports it, and everybody else where it is the company's",
         "what supports it; the objective",
         "a link to another one, the end of the link or of what supports it, or when it is opened again"}),
    line<hear::objective_handed_over>(happened.objective_handed_over,
                                      {"who answers for it now", "the objective", "its next handover"}),
    line<hear::objective_taken_over>(happened.objective_taken_over,
                                     {"who answered for it before", "the objective", "its return to them"}),
    line<hear::objective_closed>(happened.objective_closed, {"nobody, because the news on Home and the retro show it"}),
    line<hear::objective_reopened>(happened.objective_reopened, {"nobody, because its history says why"}),
    line<hear::objective_reviewed>(happened.objective_reviewed, {"nobody, because the team looked at it together"}),
    nobody(happened.objective_created, "nobody, because a draft is its writers' own"),
    line<hear::objective_changed>(happened.objective_changed, {"nobody, because its history says what and why"}),
    line<hear::objective_retitled>(happened.objective_retitled,
                                   {"who answers for what supports it, when it asked for a reason", "what supports it",
                                    "a link to another one, or the end of the link or of what supports it"}),
    nobody(happened.objective_deleted, "nobody, because only a draft can be deleted"),
    line<hear::link_made>(happened.link_made, {"nobody, because its own people made it"}),
    line<hear::link_proposed>(happened.link_proposed, {"the accountable persons of both objectives", "theirs",
                                                       "the answer, or when it is taken back"}),
    line<hear::link_accepted>(happened.link_accepted, {"whoever proposed it", "the objective that supports"}),
    line<hear::link_removed>(happened.link_removed, {"nobody, because both objectives show what is left"}),
    nobody(happened.draft_shown_to_person, "nobody, because it stands on their Home"),
    nobody(happened.draft_shown_to_team, "nobody, because it stands on their Home"),
    nobody(happened.key_result_added, "nobody, because its objective's history says so"),
    line<hear::key_result_changed>(happened.key_result_changed, {"nobody, because its objective's history says so"}),
    line<hear::key_result_handed_over>(happened.key_result_handed_over,
                                       {"its new owner", "the objective", "its next handover"}),
    line<hear::key_result_taken_over>(happened.key_result_taken_over, {"who owned it before", "the objective"}),
    line<hear::key_result_dropped>(happened.key_result_dropped, {"nobody, because its objective's history says so"}),
    nobody(happened.key_result_skipped, "nobody, because its check-in stays due"),
    nobody(happened.initiative_added, "nobody, because the objective shows its work"),
    nobody(happened.initiative_changed, "nobody, because the objective shows its work"),
    nobody(happened.initiative_removed, "nobody, because the objective shows its work"),
    line<hear::retro_changed>(happened.retro_changed, {"nobody, because the board is live for all in the room"}),
    line<hear::cycle_created>(happened.cycle_created,
                              {"the leads of teams, unless it is over", "the cycle", "its closing"}),
    nobody(happened.cycle_changed, "nobody, because its calendar shows it"),
    line<hear::closing_begun>(happened.cycle_closing_begun,
                              {"who answers for open objectives, and the leads of teams without a retro",
                               "the cycle; the retro", "their last objective that is closed; the retro"}),
    line<hear::cycle_closed>(happened.cycle_closed, {"nobody, because its summary shows how it ended"}),
    nobody(of_kpis.made, "nobody, because the list of KPIs shows it"),
    nobody(of_kpis.changed, "nobody, because the KPI shows it"),
    line<hear::kpi_handed_over>(of_kpis.handed_over, {"its new owner", "the KPI", "its next handover"}),
    line<hear::kpi_taken_over>(of_kpis.taken_over, {"who owned it before", "the KPI", "its return to them"}),
    nobody(of_kpis.archived, "nobody, because those who keep it put it away"),
    nobody(of_kpis.entered, "nobody, because the KPI shows it"),
    line<hear::kpi_out_of_range>(of_kpis.out_of_range, {"its owner", "the KPI", "a value within its range"}),
    line<hear::kpi_back_in_range>(of_kpis.back_in_range, {"nobody, because the KPI shows it"}),
    nobody(of_people.person_made, "nobody, because an invitation tells the person"),
    line<hear::person_changed>(of_people.person_changed, {"nobody, because the person's page shows it"}),
    line<hear::person_left>(of_people.person_left,
                            {"who stands in for them, of what they left to be taken over, and whatever waited for them",
                             "the person", "the last of it, when it is taken over or ends, or their return"}),
    line<hear::readdressed>(of_people.readdressed, {"the person", "their own page"}),
    line<hear::manager_set>(of_people.manager_set, {"the person", "their own page"}),
    line<hear::put_into_team>(of_people.put_into_team, {"the person", "their own page"}),
    line<hear::taken_out_of_team>(of_people.taken_out_of_team, {"the person", "their own page"}),
    line<hear::lead_given>(of_people.lead_given, {"the person", "their own page"}),
    line<hear::lead_taken>(of_people.lead_taken, {"the person", "their own page"}),
    line<hear::link_to_account_made>(of_people.link_made, {"the person whose account it opens", "their own page"}),
    line<hear::guessed_at>(of_people.guessed_at, {"the person whose password was guessed at", "their own page"}),
    nobody(of_people.team_made, "nobody, because the tree of teams shows it"),
    nobody(of_people.team_changed, "nobody, because the team's page shows it"),
    nobody(of_people.team_members_changed, "nobody, because the team's page shows it"),
    nobody(notify::happened.notice_made, "nobody, because it is the notice itself"),
    day("day.check_in_due", {"who checks the key result in", "the check-in", "the check-in"}),
    day("day.check_in_late", {"who checks the key result in", "the check-in", "the check-in"}),
    day("day.reminded", {"who has not yet checked in, when HR, their lead or their manager reminds them",
                         "the check-in", "the check-in"}),
    day("day.handed_up", {"the manager of who is late for seven days", "the objective", "the check-in"}),
    day("day.midcycle",
        {"who answers for objectives that nobody looked at yet", "the cycle", "their decision on the last of theirs"}),
};

constexpr auto line_of(std::string_view kind) {
  return std::ranges::find(table, kind, &LineOfNews::kind);
}

template <class Kinds>
constexpr bool are_in_the_table(Kinds const& kinds) {
  return std::ranges::all_of(events::names_of(kinds), [](auto name) { return line_of(name) != std::end(table); });
}

static_assert(are_in_the_table(okr::happened));
static_assert(are_in_the_table(kpi::happened));
static_assert(are_in_the_table(people::happened));
static_assert(are_in_the_table(notify::happened));

}  // namespace

std::span<LineOfNews const> table_of_news() {
  return table;
}

void hear_of(Teller const& teller, db::Tx& tx, events::Event const& event) {
  auto const line = line_of(event.kind);
  if (line != std::end(table) && line->hear) line->hear(teller, tx, event);
}

}  // namespace waymark::notify
