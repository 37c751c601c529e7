#include "app/demo/tables.hpp"

namespace waymark::app::demo {

using okr::Ambition;
using okr::Direction;
using okr::Kind;

std::vector<ObjectiveRow> const& year() {
  static std::vector<ObjectiveRow> const rows{
      {"Halden Instruments",
       "iris",
       "Be the measuring partner that regulated plants trust without checking",
       "A plant that checks our values twice pays twice. Trust is what lets us grow with the customers we have.",
       Ambition::aspirational,
       "",
       {
           {"Raise the recommendation score of plant managers from 31 to 50", Kind::number, 31, 50, "points", "dora",
            41, "41 after the autumn round; inspectors' praise is quoted in every second answer.",
            "Ask the twelve pilot plants separately in spring."},
           {"Raise the share of instruments under a service contract from 38 % to 55 %", Kind::percent, 38, 55, "%",
            "bruno", 46, "Two chemical plants renewed for all sites.",
            "Offer the contract together with the Halden 5 pilots."},
           {"Stay below 2 major audit findings", Kind::number, 0, 2, "findings", "petra", 0,
            "No major finding in the surveillance audit.", "Prepare the unannounced audit with Manufacturing.",
            Direction::stay_below},
       }},
      {"Halden Instruments",
       "iris",
       "Bring out the Halden 5 family so well that plants change over in one weekend",
       "The old family is eleven years old. Whoever makes changing easy will have these plants for the next ten.",
       Ambition::committed,
       "",
       {
           {"Certify the Halden 5 for every market we sell in",
            Kind::milestones,
            0,
            1,
            "",
            "paul",
            1,
            "ATEX is through; the test house has the drawings for MID.",
            "Answer the eleven questions of the test house.",
            {},
            {},
            {},
            99,
            {},
            {},
            {"ATEX certificate", "MID certificate", "Approval for pharmaceutical plants", "UL listing"}},
           {"Cut the time to install one measuring point from 16 h to 6 h", Kind::number, 16, 6, "h", "priya", 9.5,
            "9.5 h at the dairy, without our people on site.", "Pre-wire the terminal box and measure again."},
       }},
      {"Halden Instruments",
       "iris",
       "Be a workshop where people grow and stay",
       "What we know about sensors is in heads and hands. It takes four years to learn and a day to leave.",
       Ambition::aspirational,
       "",
       {
           {"Reduce the share of people who leave against our wish from 11 % to 6 %", Kind::percent, 11, 6, "%", "hugo",
            8.5, "Two people stayed after a talk we would not have had last year.",
            "Look at the night shift separately."},
           {"Raise the share of people with a development talk in the last half-year from 45 % to 90 %", Kind::percent,
            45, 90, "%", "sara", 68, "All leads have planned their round.",
            "Help the two shifts that have no quiet room."},
       }},
  };
  return rows;
}

}  // namespace waymark::app::demo
