#include "connect/okrs/okr_parents.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <map>
#include <optional>
#include <set>
#include <tuple>

#include "connect/okrs/planned_measure.hpp"
#include "core/base/normalised.hpp"

namespace waymark::connect {
namespace {

// Shorter texts begin too many sentences to name one.
constexpr std::size_t shortest_prefix = 20;

bool begins(std::string_view text, std::string_view start) {
  return start.size() >= shortest_prefix && text.substr(0, start.size()) == start;
}

// How far below the company.
int depth_of(okr::PlannedObjective const& objective) {
  return 2 * static_cast<int>(objective.level) - objective.of_department;
}

class Linker {
 public:
  explicit Linker(OkrPlan& plan) : plan_(plan) {
    for (std::size_t i = 0; i < plan.objectives.size(); ++i) index(i);
  }

  void link(ParentReference const& reference) {
    if (reference.objective.empty() && reference.objective_key.empty() && reference.key_result.empty()) return;
    auto const parent = parent_of(reference);
    if (!parent) return reject(reference);
    auto const result = key_result_of(*parent, reference);
    if (!linked_.insert({reference.child, *parent, result}).second) return;
    plan_.links.push_back({reference.child, *parent, result, reference.line});
    parents_[reference.child].insert(*parent);
  }

  std::vector<base::Remark> const& rejected() const { return rejected_; }

 private:
  void index(std::size_t objective) {
    titles_[base::normalised(plan_.objectives[objective].title)].push_back(objective);
    keys_.emplace(plan_.objectives[objective].key, objective);
  }

  bool supports(std::size_t from, std::size_t to) const {
    std::set<std::size_t> seen;
    std::vector<std::size_t> open{from};
    while (!open.empty()) {
      auto const here = open.back();
      open.pop_back();
      if (here == to) return true;
      if (!seen.insert(here).second) continue;
      if (auto const up = parents_.find(here); up != parents_.end())
        open.insert(open.end(), up->second.begin(), up->second.end());
    }
    return false;
  }

  std::optional<std::size_t> parent_of(ParentReference const& reference) {
    if (auto const keyed = keys_.find(reference.objective_key);
        keyed != keys_.end() && !reference.objective_key.empty()) {
      return supports(keyed->second, reference.child) ? std::nullopt : std::optional(keyed->second);
    }
    auto const found = reference.objective.empty() ? with_key_result(reference.key_result)
                                                   : with_title(reference.objective, reference.child);
    if (found.empty()) return made(reference);
    return nearest(found, reference.child);
  }

  std::vector<std::size_t> with_key_result(std::string const& text) const {
    std::vector<std::size_t> found;
    for (std::size_t i = 0; i < plan_.objectives.size(); ++i) {
      auto const& results = plan_.objectives[i].key_results;
      bool const has = std::any_of(results.begin(), results.end(),
                                   [&](auto const& r) { return base::normalised(r.title) == base::normalised(text); });
      if (has) found.push_back(i);
    }
    return found;
  }

  // Equal titles, else titles of which one begins with the other, the longest common one.
  std::vector<std::size_t> with_title(std::string const& text, std::size_t child) const {
    auto const wanted = base::normalised(text);
    if (auto const equal = titles_.find(wanted); equal != titles_.end()) {
      bool const only_itself = equal->second.size() == 1 && equal->second.front() == child;
      if (!only_itself) return equal->second;
    }
    std::vector<std::size_t> found;
    std::size_t longest = 0;
    for (auto const& [title, objectives] : titles_) {
      auto const common = begins(title, wanted) ? wanted.size() : begins(wanted, title) ? title.size() : 0;
      if (common == 0 || common < longest || title == wanted) continue;
      if (common > longest) found.clear();
      longest = common;
      found.insert(found.end(), objectives.begin(), objectives.end());
    }
    if (found.empty() && titles_.contains(wanted)) found.push_back(child);
    return found;
  }

  // The same cycle first, then the nearest start; a higher level before the same, that before a lower one.
  std::optional<std::size_t> nearest(std::vector<std::size_t> const& candidates, std::size_t child) const {
    auto const& own = plan_.objectives[child];
    auto const rank = [&](std::size_t candidate) {
      auto const& other = plan_.objectives[candidate];
      auto const distance = std::abs(plan_.cycles[other.cycle].first - plan_.cycles[own.cycle].first);
      int const levels = depth_of(own) - depth_of(other);
      return std::tuple(other.cycle != own.cycle, distance, levels > 0 ? levels : 10 - levels, candidate);
    };
    std::optional<std::size_t> best;
    for (auto const candidate : candidates) {
      if (best && rank(*best) <= rank(candidate)) continue;
      if (!supports(candidate, child)) best = candidate;
    }
    return best;
  }

  std::optional<std::size_t> made(ParentReference const& reference) {
    if (reference.objective.empty()) return {};
    okr::PlannedObjective parent;
    auto const& child = plan_.objectives[reference.child];
    parent.key = reference.objective_key.empty() ? text_key({plan_.cycles[child.cycle].name, "", reference.objective})
                                                 : reference.objective_key;
    parent.line = reference.line;
    parent.cycle = child.cycle;
    parent.level = okr::ObjectiveLevel::company;
    parent.title = reference.objective;
    parent.from_reference = true;
    plan_.notes.push_back(
        {reference.line, fmt::format("the parent \"{}\" has no row and was made from this reference", parent.title)});
    plan_.objectives.push_back(std::move(parent));
    index(plan_.objectives.size() - 1);
    return plan_.objectives.size() - 1;
  }

  std::optional<std::size_t> key_result_of(std::size_t parent, ParentReference const& reference) {
    if (reference.key_result.empty()) return {};
    auto& results = plan_.objectives[parent].key_results;
    auto const wanted = base::normalised(reference.key_result);
    auto const named = [&](okr::PlannedKeyResult const& result) {
      return reference.key_result_key.empty() ? base::normalised(result.title) == wanted
                                              : result.key == reference.key_result_key;
    };
    auto found = std::find_if(results.begin(), results.end(), named);
    if (found == results.end()) {
      found = std::find_if(results.begin(), results.end(), [&](auto const& r) {
        auto const title = base::normalised(r.title);
        return begins(title, wanted) || begins(wanted, title);
      });
    }
    if (found != results.end()) return static_cast<std::size_t>(found - results.begin());
    okr::PlannedKeyResult result;
    result.key = reference.key_result_key.empty() ? text_key({plan_.objectives[parent].key, reference.key_result})
                                                  : reference.key_result_key;
    result.line = reference.line;
    result.title = reference.key_result;
    set_measure(result, measure_of(result.title));
    plan_.notes.push_back(
        {reference.line,
         fmt::format("the parent key result \"{}\" has no row and was made from this reference", result.title)});
    results.push_back(std::move(result));
    return results.size() - 1;
  }

  void reject(ParentReference const& reference) {
    if (reference.objective.empty() && reference.objective_key.empty()) {
      return rejected_.push_back(
          {reference.line, fmt::format("no objective has the parent key result \"{}\"", reference.key_result)});
    }
    auto const& parent = reference.objective.empty() ? reference.objective_key : reference.objective;
    rejected_.push_back(
        {reference.line,
         fmt::format("the parent \"{}\" would make a loop of objectives that support each other", parent)});
  }

  OkrPlan& plan_;
  std::vector<base::Remark> rejected_;
  std::map<std::string, std::vector<std::size_t>> titles_;
  std::map<std::string, std::size_t> keys_;
  std::map<std::size_t, std::set<std::size_t>> parents_;
  std::set<std::tuple<std::size_t, std::size_t, std::optional<std::size_t>>> linked_;
};

}  // namespace

std::vector<base::Remark> link_parents(OkrPlan& plan, std::vector<ParentReference> const& references) {
  Linker linker(plan);
  for (auto const& reference : references) linker.link(reference);
  return linker.rejected();
}

}  // namespace waymark::connect
