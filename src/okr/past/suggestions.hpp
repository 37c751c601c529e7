#pragma once

#include <functional>
#include <span>

#include "core/rest/route.hpp"
#include "okr/cycle/cycles.hpp"
#include "okr/past/suggestion_store.hpp"

// What somebody's own past speaks for while they plan. Arithmetic on what was measured and words that were written:
// nothing is made up, nothing of anybody else is looked at, and each is taken or dropped by the person. [SUGGEST-1]
namespace waymark::okr {

// A KPI of somebody's that is out of its range, as the slice that keeps them says.
struct KpiOutside {
  KpiId id;
  std::string name;
  std::string unit;
  double value;
  std::optional<double> low;
  std::optional<double> high;
};
using KpisOutside = std::function<std::vector<KpiOutside>(db::Tx&, PersonId)>;

// Of the newest two cycles in which something ended. What goes on already, what no figure speaks for and what was
// written in no words is left out. [SUGGEST-2]
std::vector<Suggestion> suggested(std::span<store::OwnEnding const> endings,
                                  std::span<store::OwnResolve const> resolves, std::span<KpiOutside const> kpis);

std::vector<rest::Route> suggestion_routes(Cycles const& cycles, KpisOutside const& kpis);

}  // namespace waymark::okr
