#include "core/base/problem.hpp"
#include "okr/alignment_report.hpp"
#include "okr/cycle_days.hpp"
#include "okr/cycle_graph.hpp"
#include "okr/dashboard_routes.hpp"
#include "okr/feed.hpp"
#include "okr/followers.hpp"
#include "okr/holdings.hpp"
#include "okr/my_week.hpp"
#include "okr/okr.hpp"
#include "okr/okr_shapes.hpp"
#include "okr/past.hpp"
#include "okr/role_fit.hpp"
#include "okr/team_concerns.hpp"
#include "okr/usage.hpp"
#include "okr/view_routes.hpp"
#include "okr/writers.hpp"

namespace waymark::okr {
namespace {

using namespace policy;
using rest::Call;
using rest::Nothing;

struct HistoryQuery {
  std::optional<json::Text<1, 400>> after;
  std::optional<json::Int<1, 200>> limit;
};
BOOST_DESCRIBE_STRUCT(HistoryQuery, (), (after, limit))

struct LanguageQuery {
  std::optional<Language> language;
};
BOOST_DESCRIBE_STRUCT(LanguageQuery, (), (language))

ObjectiveId objective_in(auto const& c) {
  return c.template id<ObjectiveId>("objective");
}
KeyResultId key_result_in(auto const& c) {
  return c.template id<KeyResultId>("key_result");
}

template <class T>
rest::Created<T> created(T value, std::string_view collection) {
  auto location = fmt::format("/api/v1/{}/{}", collection, value.id.text());
  return {std::move(value), std::move(location)};
}

void add(std::vector<rest::Route>& all, std::vector<rest::Route> more) {
  for (auto& route : more) all.push_back(std::move(route));
}

std::vector<rest::Route> cycle_routes(Okr const& okr) {
  auto const& cycles = okr.cycles;
  return {
      rest::get("/api/v1/cycles", signed_in, "Lists the cycles, newest first.",
                [&](Call<> const& c) { return cycles.list(c.tx, c.viewer); }),
      rest::post("/api/v1/cycles", hr_or_administrator, "Makes a cycle.",
                 [&](Call<NewCycle> const& c) { return created(cycles.create(c.tx, c.viewer, c.body), "cycles"); }),
      rest::get("/api/v1/cycles/{cycle}", signed_in, "Shows one cycle.",
                [&](Call<> const& c) { return cycles.get(c.tx, c.viewer, c.id<CycleId>("cycle")); }),
      rest::patch("/api/v1/cycles/{cycle}", hr_or_administrator, "Changes a cycle, or moves it to its next phase.",
                  [&](Call<CycleChange> const& c) {
                    return cycles.change(c.tx, c.viewer, c.id<CycleId>("cycle"), c.seen_version(), c.body);
                  }),
      rest::get("/api/v1/cycles/{cycle}/summary", signed_in,
                "Shows how a cycle stands: what is open, grades, retros that are missing.",
                [&](Call<> const& c) { return cycles.summary(c.tx, c.viewer, c.id<CycleId>("cycle")); }),
      rest::get("/api/v1/cycles/{cycle}/calendar", signed_in,
                "Shows the days of a cycle: planning, check-ins, mid-cycle, closing, retros.",
                [&](Call<> const& c) { return cycles.calendar(c.tx, c.viewer, c.id<CycleId>("cycle")); }),
      rest::get("/api/v1/cycles/{cycle}/midcycle", signed_in,
                "Lists the objectives of the caller and their teams with what was decided in the middle of the cycle.",
                [&](Call<> const& c) { return okr.midcycles.list(c.tx, c.viewer, c.id<CycleId>("cycle")); }),
      rest::get("/api/v1/cycles/{cycle}/graph", signed_in,
                "Shows the alignment of a cycle: objectives, supports-links, dependencies, gaps.",
                [&](Call<> const& c) { return cycle_graph(c.tx, c.viewer, c.id<CycleId>("cycle")); }),
  };
}

std::vector<rest::Route> objective_routes(Okr const& okr) {
  auto const& objectives = okr.objectives;
  return {
      rest::get("/api/v1/objectives", signed_in, "Lists objectives with their key results, filtered and paged.",
                [&](Call<Nothing, ObjectiveFilter> const& c) { return objectives.list(c.tx, c.viewer, c.query); }),
      rest::post("/api/v1/objectives", signed_in, "Writes an objective, as a draft or published at once.",
                 [&](Call<NewObjective> const& c) {
                   return created(objectives.create(c.tx, c.viewer, c.body), "objectives");
                 }),
      rest::get("/api/v1/objectives/{objective}", signed_in, "Shows one objective with everything its page needs.",
                [&](Call<Nothing, LanguageQuery> const& c) {
                  return objectives.get(c.tx, c.viewer, objective_in(c), c.query.language);
                }),
      rest::patch("/api/v1/objectives/{objective}", signed_in,
                  "Changes an objective. Those whom it concerns may; what changes the meaning of a published one needs "
                  "a reason.",
                  [&](Call<ObjectiveChange> const& c) {
                    return objectives.change(c.tx, c.viewer, objective_in(c), c.seen_version(), c.body);
                  }),
      rest::del("/api/v1/objectives/{objective}", signed_in, "Deletes a draft.",
                [&](Call<> const& c) { objectives.remove(c.tx, c.viewer, objective_in(c)); }),
      rest::put("/api/v1/objectives/{objective}/publication", signed_in,
                "Publishes a draft. It needs a key result and nothing else.",
                [&](Call<> const& c) { return objectives.publish(c.tx, c.viewer, objective_in(c)); }),
      rest::del("/api/v1/objectives/{objective}/publication", signed_in,
                "Makes a published objective a draft again, while nobody else has taken part in it.",
                [&](Call<> const& c) { return objectives.take_back(c.tx, c.viewer, objective_in(c)); }),
      rest::get("/api/v1/objective-owners", signed_in,
                "Lists the teams and people the caller may write objectives for.",
                [](Call<> const& c) { return owners_for(c.tx, c.viewer); }),
      rest::put("/api/v1/objectives/{objective}/cancellation", signed_in,
                "Cancels a published objective, with a reason.",
                [&](Call<Reasoned> const& c) {
                  return objectives.cancel(c.tx, c.viewer, objective_in(c), c.body.reason.value_or(""));
                }),
      rest::put("/api/v1/objectives/{objective}/contributors/{person}", signed_in, "Names a contributor.",
                [&](Call<> const& c) {
                  objectives.add_contributor(c.tx, c.viewer, objective_in(c), c.id<PersonId>("person"));
                }),
      rest::del("/api/v1/objectives/{objective}/contributors/{person}", signed_in, "Takes a contributor off.",
                [&](Call<> const& c) {
                  objectives.remove_contributor(c.tx, c.viewer, objective_in(c), c.id<PersonId>("person"));
                }),
      rest::post("/api/v1/objective-advice", signed_in,
                 "Says what the writing rules think of a draft. Nothing is kept.",
                 [&](Call<AdviceRequest, LanguageQuery> const& c) {
                   return objectives.advise(c.tx, c.viewer, c.body, c.query.language.value_or(Language::en));
                 }),
  };
}

std::vector<rest::Route> draft_routes(Okr const& okr) {
  auto const& drafts = okr.drafts;
  return {
      rest::put("/api/v1/objectives/{objective}/vote", signed_in, "Votes for a draft. Whoever sees it may.",
                [&](Call<> const& c) { return drafts.vote(c.tx, c.viewer, objective_in(c)); }),
      rest::del("/api/v1/objectives/{objective}/vote", signed_in, "Takes one's vote for a draft back.",
                [&](Call<> const& c) { drafts.take_vote_back(c.tx, c.viewer, objective_in(c)); }),
      rest::put("/api/v1/objectives/{objective}/readers/{person}", signed_in,
                "Shares a draft with a person, who then sees it, comments and votes.",
                [&](Call<> const& c) { drafts.share_with(c.tx, c.viewer, objective_in(c), c.id<PersonId>("person")); }),
      rest::del("/api/v1/objectives/{objective}/readers/{person}", signed_in, "Stops sharing a draft with a person.",
                [&](Call<> const& c) { drafts.hide_from(c.tx, c.viewer, objective_in(c), c.id<PersonId>("person")); }),
      rest::put("/api/v1/objectives/{objective}/reader-teams/{team}", signed_in,
                "Shares a draft with the members of a team.",
                [&](Call<> const& c) { drafts.share_with(c.tx, c.viewer, objective_in(c), c.id<TeamId>("team")); }),
      rest::del("/api/v1/objectives/{objective}/reader-teams/{team}", signed_in, "Stops sharing a draft with a team.",
                [&](Call<> const& c) { drafts.hide_from(c.tx, c.viewer, objective_in(c), c.id<TeamId>("team")); }),
  };
}

std::vector<rest::Route> closing_routes(Okr const& okr) {
  auto const& closing = okr.closing;
  return {
      rest::get("/api/v1/objectives/{objective}/closure", signed_in, "Suggests grade and outcomes for closing.",
                [&](Call<> const& c) { return closing.suggest(c.tx, c.viewer, objective_in(c)); }),
      rest::put("/api/v1/objectives/{objective}/closure", signed_in,
                "Closes an objective with grade, outcomes, causes and learning.",
                [&](Call<NewClosure> const& c) { return closing.close(c.tx, c.viewer, objective_in(c), c.body); }),
      rest::put("/api/v1/objectives/{objective}/reopening", signed_in,
                "Opens what was closed or cancelled again, with a reason, while its cycle is not closed.",
                [&](Call<Reasoned> const& c) {
                  return closing.reopen(c.tx, c.viewer, objective_in(c), c.body.reason.value_or(""));
                }),
      rest::put(
          "/api/v1/objectives/{objective}/midcycle", signed_in,
          "Decides in the middle of a cycle whether an objective is kept, changed or dropped.",
          [&](Call<NewDecision> const& c) { return okr.midcycles.decide(c.tx, c.viewer, objective_in(c), c.body); }),
  };
}

std::vector<rest::Route> retro_routes(Okr const& okr) {
  auto const& retros = okr.retros;
  return {
      rest::get(
          "/api/v1/teams/{team}/retros/{cycle}", signed_in, "Shows a team's retro of a cycle.",
          [&](Call<> const& c) { return retros.get(c.tx, c.viewer, c.id<TeamId>("team"), c.id<CycleId>("cycle")); }),
      rest::post("/api/v1/teams/{team}/retros/{cycle}/cards", signed_in,
                 "Adds a line to a team's retro. Members and leads may.",
                 [&](Call<NewRetroCard> const& c) {
                   return created(retros.add(c.tx, c.viewer, c.id<TeamId>("team"), c.id<CycleId>("cycle"), c.body),
                                  "retro-cards");
                 }),
      rest::patch("/api/v1/retro-cards/{card}", signed_in, "Changes a line of a retro, or moves it to another column.",
                  [&](Call<RetroCardChange> const& c) {
                    return retros.change(c.tx, c.viewer, c.id<RetroCardId>("card"), c.seen_version(), c.body);
                  }),
      rest::del("/api/v1/retro-cards/{card}", signed_in, "Takes a line off a retro.",
                [&](Call<> const& c) { retros.remove(c.tx, c.viewer, c.id<RetroCardId>("card")); }),
      rest::get("/api/v1/learnings", signed_in, "Lists what was learned, in retros and at closings, newest first.",
                [&](Call<Nothing, LearningFilter> const& c) { return retros.learnings(c.tx, c.viewer, c.query); }),
  };
}

std::vector<rest::Route> key_result_routes(Okr const& okr) {
  auto const& key_results = okr.key_results;
  return {
      rest::post("/api/v1/objectives/{objective}/key-results", signed_in, "Adds a key result to an objective.",
                 [&](Call<AddedKeyResult> const& c) {
                   return created(
                       key_results.create(c.tx, c.viewer, objective_in(c), c.body, c.body.reason.value_or("")),
                       "key-results");
                 }),
      rest::get("/api/v1/key-results", signed_in, "Lists the key results that follow a KPI.",
                [&](Call<Nothing, FollowerFilter> const& c) { return followers(c.tx, c.query); }),
      rest::get("/api/v1/key-results/{key_result}", signed_in, "Shows one key result.",
                [&](Call<> const& c) { return key_results.get(c.tx, c.viewer, key_result_in(c)); }),
      rest::patch("/api/v1/key-results/{key_result}", signed_in,
                  "Changes a key result; a published one needs a reason and keeps the old values.",
                  [&](Call<KeyResultChange> const& c) {
                    return key_results.change(c.tx, c.viewer, key_result_in(c), c.seen_version(), c.body);
                  }),
      rest::put("/api/v1/key-results/{key_result}/removal", signed_in, "Takes a key result out of its objective.",
                [&](Call<Reasoned> const& c) {
                  key_results.drop(c.tx, c.viewer, key_result_in(c), c.body.reason.value_or(""));
                }),
  };
}

std::vector<rest::Route> check_in_routes(Okr const& okr) {
  auto const& check_ins = okr.check_ins;
  return {
      rest::post("/api/v1/key-results/{key_result}/check-ins", signed_in, "Checks in on a key result.",
                 [&](Call<NewCheckIn> const& c) {
                   return created(check_ins.create(c.tx, c.viewer, key_result_in(c), c.body), "check-ins");
                 }),
      rest::get("/api/v1/key-results/{key_result}/check-ins", signed_in,
                "Lists the check-ins of a key result, newest first.",
                [&](Call<Nothing, HistoryQuery> const& c) {
                  std::optional<std::string> after;
                  if (c.query.after) after = *c.query.after;
                  return check_ins.history(c.tx, c.viewer, key_result_in(c), after, c.query.limit.value_or(50));
                }),
      rest::post("/api/v1/check-ins", signed_in, "Checks in on many key results at once: all or nothing.",
                 [&](Call<CheckInBatch> const& c) { return check_ins.create_all(c.tx, c.viewer, c.body); }),
      rest::get("/api/v1/check-ins/{check_in}", signed_in, "Shows one check-in.",
                [&](Call<> const& c) { return check_ins.get(c.tx, c.viewer, c.id<CheckInId>("check_in")); }),
      rest::put("/api/v1/check-ins/{check_in}/acknowledgement", signed_in,
                "Acknowledges a check-in. Whoever leads the work may.",
                [&](Call<> const& c) { return check_ins.acknowledge(c.tx, c.viewer, c.id<CheckInId>("check_in")); }),
      rest::put("/api/v1/check-ins/{check_in}/withdrawal", signed_in,
                "Withdraws one's own newest check-in, for ten minutes.",
                [&](Call<> const& c) { return check_ins.withdraw(c.tx, c.viewer, c.id<CheckInId>("check_in")); }),
      rest::post("/api/v1/objectives/{objective}/blockers", signed_in, "Says what stops a key result, and who helps.",
                 [&](Call<NewBlocker> const& c) {
                   return created(okr.blockers.raise(c.tx, c.viewer, objective_in(c), c.body), "blockers");
                 }),
      rest::put("/api/v1/blockers/{blocker}/resolution", signed_in, "Resolves a blocker.",
                [&](Call<BlockerResolution> const& c) {
                  return okr.blockers.resolve(c.tx, c.viewer, c.id<BlockerId>("blocker"), c.body.resolution);
                }),
      rest::put("/api/v1/blockers/{blocker}/owner", signed_in, "Hands a blocker over to somebody else.",
                [&](Call<BlockerOwner> const& c) {
                  return okr.blockers.hand_over(c.tx, c.viewer, c.id<BlockerId>("blocker"), c.body.owner_id);
                }),
  };
}

std::vector<rest::Route> alignment_routes(Okr const& okr) {
  auto const& alignment = okr.alignment;
  return {
      rest::post("/api/v1/objectives/{objective}/supports", signed_in,
                 "Links an objective to one that it supports; proposed when it is not yours.",
                 [&](Call<NewLink> const& c) { return alignment.create(c.tx, c.viewer, objective_in(c), c.body); }),
      rest::put("/api/v1/supports/{link}/acceptance", signed_in, "Accepts a proposed link.",
                [&](Call<> const& c) { alignment.accept(c.tx, c.viewer, c.id<LinkId>("link")); }),
      rest::put("/api/v1/supports/{link}/primary", signed_in, "Makes a link the first one of its objective.",
                [&](Call<> const& c) { alignment.make_primary(c.tx, c.viewer, c.id<LinkId>("link")); }),
      rest::del("/api/v1/supports/{link}", signed_in, "Takes a link away.",
                [&](Call<> const& c) { alignment.remove(c.tx, c.viewer, c.id<LinkId>("link")); }),
      rest::post("/api/v1/objectives/{objective}/dependencies", signed_in,
                 "Asks the people of another objective for something.",
                 [&](Call<NewDependency> const& c) {
                   return created(alignment.ask(c.tx, c.viewer, objective_in(c), c.body), "dependencies");
                 }),
      rest::put("/api/v1/dependencies/{dependency}/answer", signed_in,
                "Confirms, declines or delivers what was asked for.",
                [&](Call<DependencyAnswer> const& c) {
                  return alignment.answer(c.tx, c.viewer, c.id<DependencyId>("dependency"), c.body);
                }),
      rest::del("/api/v1/dependencies/{dependency}", signed_in, "Withdraws a request.",
                [&](Call<> const& c) { alignment.withdraw(c.tx, c.viewer, c.id<DependencyId>("dependency")); }),
  };
}

std::vector<rest::Route> talk_routes(Okr const& okr) {
  return {
      rest::post("/api/v1/objectives/{objective}/comments", signed_in,
                 "Comments on an objective or on one of its check-ins.",
                 [&](Call<NewComment> const& c) {
                   return created(okr.comments.create(c.tx, c.viewer, objective_in(c), c.body), "comments");
                 }),
      rest::del("/api/v1/comments/{comment}", signed_in, "Takes a comment back. Its author may.",
                [&](Call<> const& c) { okr.comments.remove(c.tx, c.viewer, c.id<CommentId>("comment")); }),
      rest::post("/api/v1/objectives/{objective}/initiatives", signed_in, "Adds an initiative.",
                 [&](Call<NewInitiative> const& c) {
                   return created(okr.initiatives.create(c.tx, c.viewer, objective_in(c), c.body), "initiatives");
                 }),
      rest::patch("/api/v1/initiatives/{initiative}", signed_in, "Changes an initiative.",
                  [&](Call<InitiativeChange> const& c) {
                    return okr.initiatives.change(c.tx, c.viewer, c.id<InitiativeId>("initiative"), c.seen_version(),
                                                  c.body);
                  }),
      rest::del("/api/v1/initiatives/{initiative}", signed_in, "Deletes an initiative.",
                [&](Call<> const& c) { okr.initiatives.remove(c.tx, c.viewer, c.id<InitiativeId>("initiative")); }),
  };
}

std::vector<rest::Route> board_routes(Okr const& okr) {
  return {
      rest::get("/api/v1/teams/{team}/board", signed_in,
                "Shows one team's OKRs of a cycle with their newest check-ins.",
                [&](Call<Nothing, BoardQuery> const& c) {
                  return okr.boards.team(c.tx, c.viewer, c.id<TeamId>("team"), c.query);
                }),
      rest::get("/api/v1/teams/{team}/concerns", signed_in,
                "Shows what concerns a team beside its objectives: load, blockers, dependencies, its last learnings.",
                [&](Call<Nothing, BoardQuery> const& c) {
                  return team_concerns(c.tx, c.viewer, okr.cycles, c.id<TeamId>("team"), c.query);
                }),
      rest::get("/api/v1/people/{person}/board", signed_in, "Shows the OKRs that a person is in, in one cycle.",
                [&](Call<Nothing, BoardQuery> const& c) {
                  return okr.boards.person(c.tx, c.viewer, c.id<PersonId>("person"), c.query);
                }),
      rest::get("/api/v1/my-week", signed_in, "Shows what the caller has to do this week and what matters.",
                [&](Call<Nothing, BoardQuery> const& c) { return my_week(c.tx, c.viewer, okr.cycles, c.query); }),
  };
}

}  // namespace

Okr::Okr(events::Events const& events, LookUpKpi look_up_kpi, KpisOutside kpis_outside)
    : cycles(events,
             [&events](db::Tx& tx, policy::Viewer const& viewer, CycleId cycle, base::Day ends_on,
                       std::string const& reason) { bring_within(tx, events, viewer, cycle, ends_on, reason); }),
      key_results(events, std::move(look_up_kpi)),
      objectives(events, key_results),
      drafts(events),
      check_ins(events),
      blockers(events),
      alignment(events),
      comments(events),
      initiatives(events),
      pairing(cycles, objectives, alignment, comments),
      closing(events, key_results, objectives),
      boards(cycles),
      dashboards(cycles),
      midcycles(events, objectives),
      retros(events),
      events_(events),
      kpis_outside_(std::move(kpis_outside)) {}

std::vector<rest::Route> Okr::routes() const {
  std::vector<rest::Route> all;
  add(all, cycle_routes(*this));
  add(all, objective_routes(*this));
  add(all, draft_routes(*this));
  add(all, key_result_routes(*this));
  add(all, check_in_routes(*this));
  add(all, alignment_routes(*this));
  add(all, talk_routes(*this));
  add(all, closing_routes(*this));
  add(all, retro_routes(*this));
  add(all, board_routes(*this));
  add(all, dashboard_routes(*this));
  add(all, view_routes(*this));
  add(all, alignment_report_routes());
  add(all, pairing.routes());
  add(all, past_routes(cycles));
  add(all, suggestion_routes(cycles, kpis_outside_));
  add(all, role_fit_routes());
  add(all, usage_routes());
  add(all, feed_routes());
  add(all, holding_routes(events_));
  return all;
}

bool Okr::may_hear(db::Tx& tx, policy::Viewer const& viewer, events::Event const& event) const {
  try {
    relation_to(tx, viewer, {event.parent_id});
    return true;
  } catch (base::Problem const&) {
    return false;
  }
}

}  // namespace waymark::okr
