#include <algorithm>
#include <cmath>

#include "app/demo/calendar.hpp"
#include "app/demo/tables.hpp"

namespace waymark::app::demo {

// Level for two quarters, then on its way.
double KpiRow::value_in(int week) const {
  constexpr int turn = 25;
  constexpr int last = 31;
  auto const way = std::clamp((week - turn) / static_cast<double>(last - turn), 0.0, 1.0);
  auto const wiggle = way >= 1 ? 0.0 : (dice(name, week) - 50) / 100.0 * std::max(std::abs(to - from), 0.2) * 0.3;
  return std::round((from + (to - from) * way + wiggle) * 10) / 10;
}

std::vector<KpiRow> const& kpis() {
  static std::vector<KpiRow> const rows{
      {"On-time delivery",
       "Orders that left on the promised day, by week.",
       "%",
       "Manufacturing",
       "milan",
       kpi::Better::higher,
       85.0,
       {},
       84,
       88},
      {"Customer satisfaction",
       "Answers of 4 or 5 after a closed case.",
       "%",
       "Support",
       "jana",
       kpi::Better::higher,
       80.0,
       {},
       79,
       86.2},
      {"Open complaints",
       "Complaints without an answer on Monday morning.",
       "cases",
       "Support",
       "lena",
       kpi::Better::lower,
       {},
       25.0,
       18,
       34},
      {"First-pass yield, all lines",
       "Units that pass the final test at the first try.",
       "%",
       "Manufacturing",
       "rosa",
       kpi::Better::higher,
       92.0,
       {},
       92.5,
       94.8},
      {"Calibration laboratory temperature", "Weekly mean; certificates hold between the limits.", "°C", "Quality",
       "kurt", kpi::Better::within, 19.5, 20.5, 20.1, 20.0},
      {"Sick leave",
       "Share of planned hours, four-week mean.",
       "%",
       "HR",
       "hugo",
       kpi::Better::lower,
       {},
       6.0,
       4.8,
       5.1},
  };
  return rows;
}

}  // namespace waymark::app::demo
