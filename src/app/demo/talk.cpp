#include "app/demo/tables.hpp"

namespace waymark::app::demo {

std::vector<AmendmentRow> const& amendments() {
  static std::vector<AmendmentRow> const rows{
      {"Raise the order book from 6.1 to 9.0 million euros", 9.8, 5,
       "The ministry has moved its tender into next year."},
      {"Cut change-over from 90 to 30 minutes", 20, 6,
       "Twenty minutes needs a second crane. We want what people can reach with what is there."},
      {"Win 8 plants from competitors", 10, 5,
       "Two of the ten plants were bought by a group that buys centrally; we count those we can win."},
  };
  return rows;
}

std::vector<CommentRow> const& comments() {
  static std::vector<CommentRow> const rows{
      {"Let plants read us without an adapter", "dora",
       "Thank you, Cam. The dairy called me to say it took one morning.", "cam", 3},
      {"Let plants read us without an adapter", "iris",
       "Fifteen where we wanted ten. What made it easy, and can the next family have it from the start?", "cam", 2},
      {"Make Halden 5 ready for pilots who forgive nothing", "ben",
       "Ana, the workshop says the compressor of the chamber is not repairable. Can we rent one?", "ana", 4},
      {"Make Halden 5 ready for pilots who forgive nothing", "ana", "I asked two test houses. Answer on Wednesday.",
       "ben", 3},
      {"Ship on the day we promised, from an empty shelf", "dora",
       "Milan, your shelf is my delivery time. Let us decide together which twenty variants stay.", "milan", 5},
      {"Answer like the engineer next door", "hugo",
       "I listened in on Tuesday. Karl, how you explained the zero point was a pleasure.", "karl", 4},
      {"Build Halden 5 right the first time", "nora",
       "The Monday scrap is the oven: I logged the temperature and put the curve into the folder.", "rosa", 6},
      {"Make pilots want to buy before the pilot ends", "ana",
       "Dora asked for two engineers in January. Mia and Felix would like to go.", "dora", 2},
      {"Be the quality system inspectors trust", "olga",
       "The last inspector asked for the calendar by himself. It is worth finishing.", "greta", 6},
  };
  return rows;
}

std::vector<DependencyRow> const& dependencies() {
  static std::vector<DependencyRow> const rows{
      {"Answer like the engineer next door", "Make Halden 5 ready for pilots who forgive nothing",
       "The Halden 5 wiring diagrams, before the next pilot goes live.", false},
      {"Make pilots want to buy before the pilot ends", "Build Halden 5 right the first time",
       "Four instruments a week from week six on.", true},
      {"Make the Halden 5 launch the smoothest we have ever had", "Let plants read us without an adapter",
       "OPC UA on every pilot instrument.", true},
  };
  return rows;
}

std::vector<InitiativeRow> const& initiatives() {
  static std::vector<InitiativeRow> const rows{
      {"Make Halden 5 ready for pilots who forgive nothing", "nora", "Second soak rig in hall two", true},
      {"Make Halden 5 ready for pilots who forgive nothing", "felix", "Compare three connector suppliers", false},
      {"Build Halden 5 right the first time", "rosa", "Warm start for the reflow oven", false},
      {"Answer like the engineer next door", "lena", "Late shift with two people", false},
      {"Make offers that need no second version", "elif", "One question sheet for all variants", true},
      {"Be the quality system inspectors trust", "david", "Weekly stand-up in the hall", true},
  };
  return rows;
}

}  // namespace waymark::app::demo
