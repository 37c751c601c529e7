#include "app/demo_tables.hpp"

namespace waymark::app::demo {

using okr::Ambition;
using okr::Kind;

// Seven objectives: more than a team can keep in mind, and the product says so.
std::vector<ObjectiveRow> sales() {
  constexpr auto launch = "Make the Halden 5 launch the smoothest we have ever had";
  constexpr auto trust = "Be the measuring partner that regulated plants trust without checking";
  return {
      {"Sales",
       "dora",
       "Win the plants that others have lost",
       "A plant that lost a batch to a wrong value looks for somebody new at once, and cannot wait.",
       Ambition::aspirational,
       "",
       {
           {"Raise variants we can ship within 2 days from 55 % to 95 %", Kind::percent, 55, 95, "%", "alice", 68,
            "68 %, because the shelf gets emptier.", "Agree with Milan which variants must lie ready."},
           {"Win 8 plants from competitors", Kind::number, 0, 8, "plants", "erik", 4, "Four signed.",
            "Visit the paper mill with Ben."},
       }},
      {"Sales",
       "finn",
       "Make pilots want to buy before the pilot ends",
       "A pilot that ends without an order is a present.",
       Ambition::committed,
       launch,
       {
           {"Raise pilots with an order before week ten from 20 % to 70 %", Kind::percent, 20, 70, "%", "finn", 43,
            "43 % after the change of the end-of-pilot talk.", "Bring the service offer to the second visit."},
           {"Raise pilot visits with an engineer from 2 to 10", Kind::number, 2, 10, "visits", "finn", 6,
            "Six; Cam's visit at the dairy sold two lines.", "Plan the January visits with Ana."},
       }},
      {"Sales",
       "carla",
       "Open the Nordics with partners who know the plants",
       "We know the instruments. They know who decides.",
       Ambition::aspirational,
       "",
       {
           {"Sign 3 partners in Norway, Sweden and Finland", Kind::number, 0, 3, "partners", "carla", 1,
            "Norway signed, Sweden has the contract.", "Helsinki on Tuesday."},
           {"Raise offers made by partners from 0 to 25",
            Kind::number,
            0,
            25,
            "offers",
            "henrik",
            4,
            "Four. They need prices in their currency.",
            "Price list in three currencies by Friday.",
            {},
            {},
            {},
            5},
       }},
      {"Sales",
       "bruno",
       "Turn service into the reason to stay",
       "Who serves the instrument knows when the next one is needed.",
       Ambition::aspirational,
       trust,
       {
           {"Raise renewals of service contracts from 81 % to 92 %", Kind::percent, 81, 92, "%", "bruno", 86,
            "86 %; nobody left who had a visit this year.", "Visit the five who had none."},
           {"Raise contracts that include spare parts from 12 to 30", Kind::number, 12, 30, "contracts", "bruno", 17,
            "17.", "Agree the parts list with Manufacturing."},
       }},
      {"Sales",
       "marta",
       "Know our customers' calendars better than they do",
       "Plants buy when they stand still, and they know a year ahead when that is.",
       Ambition::aspirational,
       "",
       {
           {"Know the next shutdown of 80 % of our plants, up from 35 %", Kind::percent, 35, 80, "%", "marta", 52,
            "52 %.", "Ask in every support call, with Lena."},
       }},
      {"Sales",
       "alice",
       "Make offers that need no second version",
       "Each second version costs four days, and one in five customers.",
       Ambition::committed,
       "",
       {
           {"Cut offers that need a second version from 48 % to 20 %", Kind::percent, 48, 20, "%", "elif", 40,
            "40 % with the new question sheet.", "Let Engineering read the sheet once."},
           {"Answer an inquiry within 1 day instead of 4", Kind::number, 4, 1, "days", "elif", 2.4, "2.4 days.",
            "Templates for the three most asked variants."},
       }},
      {"Sales",
       "dimitri",
       "Learn why we lose",
       "We write down why we win. We do not know why we lose.",
       Ambition::aspirational,
       "",
       {
           {"Talk to 20 customers who chose somebody else", Kind::number, 0, 20, "talks", "dimitri", 8,
            "Eight talks; three spoke of delivery time first.", "Present the first ten to Manufacturing."},
           {"Name the three reasons we lose most", Kind::yes_no, 0, 1, "", "dimitri", 0, "Two are clear.",
            "Write it up after the tenth talk."},
       }},
  };
}

}  // namespace waymark::app::demo
