#include "okr/pair/pairing.hpp"

#include <algorithm>
#include <map>
#include <unordered_map>
#include <unordered_set>

#include "core/base/problem.hpp"
#include "okr/objective/objective_store.hpp"
#include "okr/pair/pair_store.hpp"

namespace waymark::okr {
namespace {

constexpr std::size_t most = 100;

using Key = std::pair<std::int64_t, std::int64_t>;
using Acts = std::map<Key, std::vector<store::PairActRow>>;

Key key_of(ObjectiveId a, ObjectiveId b) {
  return std::minmax(a.value, b.value);
}

// Does support or a dependency lead from one to the other?
class Linked {
 public:
  explicit Linked(store::LinkedPairs const& links) {
    for (auto const& [one, other] : links) up_[one].push_back(other);
  }
  bool operator()(FoundPair const& pair) const {
    return leads(pair.low.value, pair.high.value) || leads(pair.high.value, pair.low.value);
  }

 private:
  bool leads(std::int64_t from, std::int64_t to) const {
    std::unordered_set<std::int64_t> seen{from};
    std::vector<std::int64_t> next{from};
    while (!next.empty()) {
      auto const above = up_.find(next.back());
      next.pop_back();
      if (above == up_.end()) continue;
      for (auto const id : above->second) {
        if (id == to) return true;
        if (seen.insert(id).second) next.push_back(id);
      }
    }
    return false;
  }

  std::unordered_map<std::int64_t, std::vector<std::int64_t>> up_;
};

// Who knows of each other is told of what pulls apart, not of what is alike.
std::vector<FoundPair> found_in(db::Tx& tx, CycleId cycle, std::optional<ObjectiveId> of) {
  auto all = pairs(store::pair_objectives(tx, cycle, of), of);
  Linked const linked{store::linked_pairs(tx, cycle, of)};
  std::erase_if(all, [&](auto const& pair) { return pair.kind == PairKind::alike && linked(pair); });
  return all;
}

Acts by_pair(std::vector<store::PairActRow>&& rows) {
  Acts acts;
  for (auto& row : rows) acts[key_of(row.low_id, row.high_id)].push_back(std::move(row));
  return acts;
}

std::vector<std::string> may(db::Tx& tx, policy::Viewer const& viewer, ObjectiveId id) {
  auto const relation = relation_to(tx, viewer, id);
  if (relation.state != State::published || relation.phase == Phase::closed) return {};
  std::vector<std::string> acts{"talk"};
  if (relation.concerned(viewer)) acts.emplace_back("support");
  if (relation.may_end(viewer)) acts.emplace_back("cancel");
  if (acts.size() > 1) acts.emplace_back("stay");
  return acts;
}

PairSide side(db::Tx& tx, ObjectiveId id) {
  auto row = store::pair_side(tx, id);
  return {id,
          std::move(row.title),
          std::move(row.owner),
          {row.accountable_id, std::move(row.accountable_name)},
          row.accountable_left,
          row.state,
          {}};
}

bool stays(FoundPair const& pair, std::vector<store::PairActRow> const& acts) {
  return std::ranges::any_of(acts,
                             [&](auto const& act) { return act.step == PairStep::stay && act.basis == pair.basis; });
}

std::vector<PairAct> shown(std::vector<store::PairActRow> const& rows) {
  std::vector<PairAct> all;
  for (auto const& row : rows)
    all.push_back({row.step, {row.objective_id, row.objective}, row.text, {row.person_id, row.person}, row.at});
  return all;
}

// With the side of `first` first.
Pair shown(db::Tx& tx, policy::Viewer const& viewer, FoundPair pair, std::vector<store::PairActRow> const& acts,
           ObjectiveId first) {
  bool const stands = stays(pair, acts);
  if (first == pair.high) {
    std::swap(pair.low, pair.high);
    for (auto& reason : pair.reasons) {
      std::swap(reason.first, reason.second);
      std::swap(reason.first_words, reason.second_words);
    }
  }
  Pair page{side(tx, pair.low), side(tx, pair.high), pair.kind, std::move(pair.reasons), stands, shown(acts)};
  bool const open = page.first.state == State::published && page.second.state == State::published;
  if (!open || page.reasons.empty()) return page;
  page.first.may = may(tx, viewer, page.first.id);
  page.second.may = may(tx, viewer, page.second.id);
  return page;
}

FoundPair gone(store::PairActRow const& act) {
  return {act.low_id, act.high_id, act.kind, {}, 0};
}

Pairs listed(db::Tx& tx, policy::Viewer const& viewer, std::vector<FoundPair> found, Acts const& acts,
             std::optional<ObjectiveId> first) {
  auto const acts_on = [&](FoundPair const& pair) {
    auto const rows = acts.find(key_of(pair.low, pair.high));
    return rows == acts.end() ? std::vector<store::PairActRow>{} : rows->second;
  };
  auto const place = [&](FoundPair const& pair) {
    return pair.reasons.empty() ? 2 : stays(pair, acts_on(pair)) ? 1 : 0;
  };
  std::ranges::stable_sort(found, {}, place);
  Pairs page{{}, std::max<std::int64_t>(0, std::ssize(found) - static_cast<std::int64_t>(most))};
  if (found.size() > most) found.resize(most);
  for (auto& pair : found) {
    auto const done = acts_on(pair);
    page.pairs.push_back(shown(tx, viewer, std::move(pair), done, first.value_or(ObjectiveId{})));
  }
  return page;
}

[[noreturn]] void refuse_no_pair() {
  throw base::conflict("no_pair", "These two do not meet any more: one of them has changed or is over.");
}

std::optional<FoundPair> pair_of(db::Tx& tx, CycleId cycle, ObjectiveId one, ObjectiveId other) {
  for (auto& pair : found_in(tx, cycle, one)) {
    if (key_of(pair.low, pair.high) == key_of(one, other)) return std::move(pair);
  }
  return std::nullopt;
}

bool may_say_both_stay(policy::Viewer const& viewer, Relation const& relation) {
  return relation.concerned(viewer) || relation.may_end(viewer);
}

}  // namespace

Pairs Pairing::in_cycle(db::Tx& tx, policy::Viewer const& viewer, CycleId cycle) const {
  cycles_.get(tx, viewer, cycle);
  return listed(tx, viewer, found_in(tx, cycle, {}), by_pair(store::pair_acts_in(tx, cycle)), {});
}

Pairs Pairing::of_objective(db::Tx& tx, policy::Viewer const& viewer, ObjectiveId objective) const {
  auto const relation = relation_to(tx, viewer, objective);
  auto found = relation.open() ? found_in(tx, relation.cycle_id, objective) : std::vector<FoundPair>{};
  auto const acts = by_pair(store::pair_acts_of(tx, objective));
  for (auto const& [key, rows] : acts) {
    auto const other = key.first == objective.value ? ObjectiveId{key.second} : ObjectiveId{key.first};
    auto const is_this = [&](auto const& pair) { return key_of(pair.low, pair.high) == key; };
    if (std::ranges::none_of(found, is_this) && may_see(tx, viewer.person, other)) found.push_back(gone(rows.front()));
  }
  return listed(tx, viewer, std::move(found), acts, objective);
}

Pair Pairing::act(db::Tx& tx, policy::Viewer const& viewer, ObjectiveId objective, ObjectiveId other,
                  NewPairAct const& wanted) const {
  auto const [low, high] = key_of(objective, other);
  store::hold(tx, {low});
  store::hold(tx, {high});
  auto const relation = relation_to(tx, viewer, objective);
  auto const theirs = relation_to(tx, viewer, other);
  if (relation.state != State::published || theirs.state != State::published) refuse_no_pair();
  auto const pair = pair_of(tx, relation.cycle_id, objective, other);
  if (!pair) refuse_no_pair();
  if (wanted.step == PairStep::stay && !may_say_both_stay(viewer, relation) && !may_say_both_stay(viewer, theirs))
    throw base::forbidden("Those whom one of the two concerns say that both stay.");
  auto const comment = take(tx, viewer, objective, other, wanted);
  store::insert(
      tx,
      {tx.new_id<PairActId>(), {low}, {high}, pair->kind, wanted.step, objective, wanted.text, comment, pair->basis},
      viewer.person);
  auto acts = by_pair(store::pair_acts_of(tx, objective));
  auto const& done = acts[key_of(objective, other)];
  auto const now = pair_of(tx, relation.cycle_id, objective, other);
  return shown(tx, viewer, now ? *now : gone(done.front()), done, objective);
}

std::optional<CommentId> Pairing::take(db::Tx& tx, policy::Viewer const& viewer, ObjectiveId objective,
                                       ObjectiveId other, NewPairAct const& wanted) const {
  switch (wanted.step) {
    case PairStep::support:
      alignment_.create(tx, viewer, objective, {.parent_id = other, .parent_key_result_id = {}, .primary = {}});
      return std::nullopt;
    case PairStep::cancel: objectives_.cancel(tx, viewer, objective, wanted.text); return std::nullopt;
    case PairStep::talk:
    case PairStep::stay: break;
  }
  return say(tx, viewer, objective, other, wanted.text);
}

// Both who answer for them hear of it as of any comment that names them.
CommentId Pairing::say(db::Tx& tx, policy::Viewer const& viewer, ObjectiveId objective, ObjectiveId other,
                       std::string const& text) const {
  NewComment comment{.text = text};
  for (auto const id : {objective, other}) {
    auto const row = store::pair_side(tx, id);
    if (!row.accountable_left && row.accountable_id != viewer.person) comment.mention_ids.push_back(row.accountable_id);
  }
  return comments_.create(tx, viewer, objective, comment).id;
}

std::vector<rest::Route> Pairing::routes() const {
  using policy::signed_in;
  using rest::Call;
  return {
      rest::get("/api/v1/cycles/{cycle}/pairs", signed_in,
                "Lists objectives of different owners that may be the same work or pull against each other.",
                [this](Call<> const& c) { return in_cycle(c.tx, c.viewer, c.id<CycleId>("cycle")); }),
      rest::get("/api/v1/objectives/{objective}/pairs", signed_in,
                "Lists what may be the same work as an objective or pull against it, and what was done about it.",
                [this](Call<> const& c) { return of_objective(c.tx, c.viewer, c.id<ObjectiveId>("objective")); }),
      rest::post("/api/v1/objectives/{objective}/pairs/{other}", signed_in,
                 "Starts a talk about a pair, lets the one support the other, cancels the one, or says why both stay.",
                 [this](Call<NewPairAct> const& c) {
                   auto const objective = c.id<ObjectiveId>("objective");
                   return rest::Created<Pair>{act(c.tx, c.viewer, objective, c.id<ObjectiveId>("other"), c.body),
                                              "/api/v1/objectives/" + objective.text() + "/pairs"};
                 }),
  };
}

}  // namespace waymark::okr
