#include "okr/key_result/restated.hpp"

namespace waymark::okr {
namespace {

constexpr std::int64_t at_once = 100;

bool has_figures(Kind kind) {
  return kind != Kind::yes_no && kind != Kind::milestones;
}

void restate(db::Tx& tx, Reword const& reword, ObjectiveId objective) {
  for (auto const& row : store::unread(tx, objective)) {
    Measure const measure{row.kind, row.direction,     row.baseline, row.target, row.low, row.high, {},
                          {},       row.change_percent};
    auto const sentence = has_figures(row.kind) ? reword(row.title, measure) : std::nullopt;
    store::set_restated(tx, row.id, sentence.value_or(""));
  }
}

}  // namespace

void restate(db::Tx& tx, Reword const& reword, events::Event const& event) {
  if (event.subject == "objective" || event.subject == "key_result" || event.subject == "check_in")
    restate(tx, reword, ObjectiveId{event.parent_id});
}

void restate_all(db::Db& db, Reword const& reword) {
  for (ObjectiveId after{};;) {
    auto const some = db.read([&](db::Tx& tx) { return store::objectives_with_unread(tx, after, at_once); });
    if (some.empty()) return;
    db.write([&](db::Tx& tx) {
      for (auto const objective : some) restate(tx, reword, objective);
    });
    after = some.back();
  }
}

}  // namespace waymark::okr
