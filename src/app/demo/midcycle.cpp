#include "app/demo/story.hpp"

namespace waymark::app::demo {
namespace {

struct DecisionRow {
  std::string_view objective;
  std::string_view person;
  okr::Decision decision;
  std::string_view reason;
};

using enum okr::Decision;

std::vector<DecisionRow> const& in_the_first_quarter() {
  static std::vector<DecisionRow> const rows{
      {"Make room for a new line without stopping the old ones", "marek", change,
       "Deliveries slip while we move: the hall goes first, the promise of 90 % holds from the last month on."},
      {"Know what breaks before the plant does", "lena", keep, "Thirteen found already; the firmware will come late."},
      {"Fill the year before the summer", "dora", keep, ""},
  };
  return rows;
}

std::vector<DecisionRow> const& in_the_second_quarter() {
  static std::vector<DecisionRow> const rows{
      {"Repair in days, not in weeks", "lena", change,
       "Plants ask for the loan unit first: it now counts more than the days."},
      {"Start the Halden 5 line with people who know it", "marek", keep, ""},
      {"Sell trust before we sell instruments", "dora", keep, "The test hall is booked until the holidays."},
  };
  return rows;
}

std::vector<DecisionRow> const& in_this_quarter() {
  static std::vector<DecisionRow> const rows{
      {"Make Halden 5 ready for pilots who forgive nothing", "ana", keep, "Twelve plants still count on it."},
      {"Make pilots want to buy before the pilot ends", "dora", change,
       "Two plants now buy through their group: we aim at the eight that decide themselves."},
  };
  return rows;
}

}  // namespace

void Story::review(Stretch const& stretch) {
  auto const& rows = stretch.name == calendar_.first.name    ? in_the_first_quarter()
                     : stretch.name == calendar_.second.name ? in_the_second_quarter()
                                                             : in_this_quarter();
  for (auto const& row : rows) {
    at(office_hour(stretch.starts_on + (7 * 5 + 4), row.objective), [this, &row](db::Tx& tx) {
      okr::NewDecision wanted{.decision = row.decision, .reason = {}};
      if (!row.reason.empty()) wanted.reason = std::string{row.reason};
      product_.okr.midcycles.decide(tx, as(row.person), objectives_.at(std::string{row.objective}), wanted);
    });
  }
}

}  // namespace waymark::app::demo
