#include "notify/testing/each_line.hpp"

// What happens to an objective, from its publication to its end.
namespace waymark::notify {

void EachLineTest::add_objectives(Plays& plays) {
  using enum NoticeKind;
  auto const everybody = [this](NoticeKind kind) {
    std::vector<Told> all;
    for (auto const person : {ana, dora, ben, cam, erik, hugo}) all.push_back({person, kind, NoticePage::objective});
    return all;
  };
  auto const cancel = [this](okr::Objective const& objective) {
    act([&](db::Tx& tx) { okr.objectives.cancel(tx, director(), objective.id, "The market turned"); });
  };
  plays["objective.published"] = [=, this] {
    quiet();
    auto const objective = company_wide();
    told({});  // not before it can no longer be taken back unseen
    clock.set(clock.now() + okr::untold_ms);
    told(everybody(company_published));
    cancel(objective);
    gone();
  };
  plays["objective.taken_back"] = [=, this] {
    quiet();
    auto const objective = company_wide();
    clock.set(clock.now() + okr::untold_ms);
    told(everybody(company_published));
    act([&](db::Tx& tx) { okr.objectives.take_back(tx, director(), objective.id); });
    told({});
  };
  plays["objective.cancelled"] = [=, this] {
    auto const objective = company_wide();
    supporting(objective.id);
    quiet();
    cancel(objective);
    auto wanted = everybody(company_cancelled);
    wanted.front().kind = parent_cancelled;  // of Ana, whose objective supports it, and nothing else
    told(wanted);
    act([&](db::Tx& tx) { okr.closing.reopen(tx, director(), objective.id, "The market turned back"); });
    gone();
  };
  plays["objective.reopened"] = [=, this] {
    auto const objective = company_wide();
    cancel(objective);
    quiet();
    act([&](db::Tx& tx) { okr.closing.reopen(tx, director(), objective.id, "The market turned back"); });
    told({});
  };
  plays["objective.retitled"] = [this] {
    auto const objective = company_wide();
    auto const below = supporting(objective.id);
    clock.set(clock.now() + okr::untold_ms);
    quiet();
    retitle(objective, "Be trusted by all");
    told({});  // within the hour its words settle
    clock.set(clock.now() + 3'600'000);
    quiet();  // it may be another day by now
    retitle(objective, "Be trusted by inspectors");
    told({{ana, parent_retitled, NoticePage::objective}});
    close(below);
    gone();
  };
  plays["objective.imported"] = [this] {
    auto const first = ours();
    auto const second = ours();
    quiet();
    act([&](db::Tx& tx) {
      for (auto const id : {first.id, second.id})
        events.announce(tx, waymark::okr::happened.objective_imported, id, {.actor_id = hugo});
    });
    told({{ana, imported, NoticePage::okrs}});
    EXPECT_EQ(read([&](db::Tx& tx) { return store::page(tx, ana, {}, 1); })[0].amount, 2);
  };
  plays["objective.changed"] = [this] {
    auto const objective = ours();
    quiet();
    retitle(objective, "Make it smoother");
    told({});
  };
  plays["key_result.changed"] = [this] {
    auto const objective = ours();
    quiet();
    act([&](db::Tx& tx) {
      auto const& key_result = objective.key_results[0];
      okr::KeyResultChange change{};
      change.title = "Raise it further";
      okr.key_results.change(tx, as(ana), key_result.id, key_result.version, change);
    });
    told({});
  };
  plays["objective.closed"] = [this] {
    auto const objective = ours();
    quiet();
    close(objective);
    told({});
  };
  plays["objective.reviewed"] = [this] {
    auto const objective = ours();
    quiet();
    decide(objective, okr::Decision::keep);
    told({});
  };
  auto const hand_over = [this](okr::Objective const& objective, policy::Viewer const& by, PersonId to) {
    act([&](db::Tx& tx) {
      okr::ObjectiveChange change{};
      change.accountable_id = to;
      change.reason = "Cam knows it best";
      okr.objectives.change(tx, by, objective.id, now(objective.id).version, change);
    });
  };
  auto const hand_over_part = [this](okr::Objective const& objective, PersonId to) {
    act([&](db::Tx& tx) {
      okr::KeyResultChange change{};
      change.owner_id = {true, to};
      change.reason = "Cam measures it";
      auto const part = now(objective.id).key_results[0];
      okr.key_results.change(tx, as(ana), part.id, part.version, change);
    });
  };
  plays["objective.handed_over"] = [=, this] {
    auto const objective = ours();
    quiet();
    hand_over(objective, as(ana), cam);
    told({{cam, handed_over, NoticePage::objective}});
    hand_over(objective, as(ana), ben);
    gone();
  };
  plays["objective.taken_over"] = [=, this] {
    auto const objective = ours();
    hand_over(objective, as(ana), cam);
    quiet();
    hand_over(objective, as(ana), ben);
    told({{ben, handed_over, NoticePage::objective}, {cam, taken_over, NoticePage::objective}});
    hand_over(objective, as(ana), cam);
    gone();
  };
  plays["key_result.handed_over"] = [=, this] {
    auto const objective = ours();
    quiet();
    hand_over_part(objective, cam);
    told({{cam, handed_over, NoticePage::objective}});
    hand_over_part(objective, ben);
    gone();
  };
  plays["key_result.taken_over"] = [=, this] {
    auto const objective = ours();
    hand_over_part(objective, cam);
    quiet();
    hand_over_part(objective, ben);
    told({{ben, handed_over, NoticePage::objective}, {cam, taken_over, NoticePage::objective}});
  };
  plays["key_result.dropped"] = [this] {
    auto const objective = ours();
    quiet();
    act([&](db::Tx& tx) { okr.key_results.drop(tx, as(ana), objective.key_results[0].id, "Not ours"); });
    told({});
  };
}

}  // namespace waymark::notify
