#include "notify/testing/each_line.hpp"

// What is said to one another, and the links between objectives.
namespace waymark::notify {

void EachLineTest::add_talk(Plays& plays) {
  using enum NoticeKind;
  plays["comment.made"] = [this] {
    auto const objective = ours();
    quiet();
    auto const id = write([&](db::Tx& tx) {
                      return okr.comments.create(
                          tx, as(ben), objective.id,
                          {.text = "Well done", .check_in_id = {}, .mention_ids = {cam}, .thanked_id = erik});
                    }).id;
    told({{cam, mention, NoticePage::comment},
          {erik, thanked, NoticePage::comment},
          {ana, NoticeKind::comment, NoticePage::comment}});
    act([&](db::Tx& tx) { okr.comments.remove(tx, as(ben), id); });
    gone();
  };
  plays["comment.removed"] = [this] {
    auto const id = say(ours());
    quiet();
    act([&](db::Tx& tx) { okr.comments.remove(tx, as(ben), id); });
    told({});
  };
  plays["blocker.raised"] = [this] {
    auto const objective = ours();
    quiet();
    auto const id = blocker(objective);
    told({{cam, blocker_raised, NoticePage::objective}});
    solve(id);
    gone();
  };
  plays["blocker.handed_over"] = [this] {
    auto const id = blocker(ours());
    quiet();
    act([&](db::Tx& tx) { okr.blockers.hand_over(tx, as(cam), id, erik); });
    told({{erik, blocker_raised, NoticePage::objective}});
    act([&](db::Tx& tx) { okr.blockers.resolve(tx, as(erik), id, "It came"); });
    gone();
  };
  plays["blocker.resolved"] = [this] {
    auto const id = blocker(ours());
    quiet();
    solve(id);
    told({{ben, blocker_resolved, NoticePage::objective}});
  };
  plays["dependency.asked"] = [this] {
    quiet();
    auto const id = question();
    told({{ana, dependency_asked, NoticePage::objective}});
    answer(id);
    gone();
  };
  plays["dependency.answered"] = [this] {
    auto const id = question();
    quiet();
    answer(id);
    told({{erik, dependency_answered, NoticePage::objective}, {dora, dependency_answered, NoticePage::objective}});
  };
  plays["dependency.withdrawn"] = [this] {
    auto const id = question();
    quiet();
    act([&](db::Tx& tx) { okr.alignment.withdraw(tx, as(erik), id); });
    told({});
  };
  plays["check_in.made"] = [this] {
    auto const objective = ours();
    quiet();
    check_in(objective.key_results[0].id, value(10, 2));
    told({{ana, low_confidence, NoticePage::objective}});
    check_in(objective.key_results[0].id, value(12, 6));
    gone();
  };
  plays["check_in.acknowledged"] = [this] {
    auto const objective = ours();
    quiet();
    for (auto const& key_result : objective.key_results) {
      auto const done = check_in(key_result.id, value(10));
      act([&](db::Tx& tx) { okr.check_ins.acknowledge(tx, as(ana), done.id); });
      act([&](db::Tx& tx) { okr.check_ins.acknowledge(tx, as(ana), done.id); });
    }
    told({{ben, acknowledged, NoticePage::objective}});
    EXPECT_EQ(read([&](db::Tx& tx) { return store::page(tx, ben, {}, 1); })[0].amount, 2);
  };
}

void EachLineTest::add_links(Plays& plays) {
  using enum NoticeKind;
  plays["link.made"] = [this] {
    quiet();
    link(ana);
    told({});
  };
  plays["link.proposed"] = [this] {
    quiet();
    auto const id = link(hugo);
    told({{ana, link_proposed, NoticePage::objective}, {dora, link_proposed, NoticePage::objective}});
    act([&](db::Tx& tx) { okr.alignment.remove(tx, as(hugo), id); });
    gone();
  };
  plays["link.accepted"] = [this] {
    auto const id = link(hugo);
    quiet();
    act([&](db::Tx& tx) { okr.alignment.accept(tx, as(ana), id); });
    told({{hugo, link_accepted, NoticePage::objective}});
  };
  plays["link.removed"] = [this] {
    auto const id = link(hugo);
    quiet();
    act([&](db::Tx& tx) { okr.alignment.remove(tx, as(dora), id); });
    told({});
  };
}

}  // namespace waymark::notify
