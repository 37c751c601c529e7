#include "app/demo/tables.hpp"

namespace waymark::app::demo {

std::vector<TeamRow> const& teams() {
  static std::vector<TeamRow> const rows{
      {"Quality", "petra"}, {"Engineering", "ana"}, {"Manufacturing", "marek"},
      {"Sales", "dora"},    {"Support", "lena"},    {"Finance", "omar"},
      {"HR", "hugo"},       {"IT", "sam"},
  };
  return rows;
}

std::vector<PersonRow> const& people() {
  static std::vector<PersonRow> const rows{
      {"iris", "Iris Halden", "Managing director", "Halden Instruments", ""},
      {"sam", "Sam Okafor", "Head of IT", "IT", "iris"},
      {"ana", "Ana Ruiz", "Head of Engineering", "Engineering", "iris"},
      {"petra", "Petra Novak", "Head of Quality", "Quality", "iris"},
      {"marek", "Marek Zielinski", "Plant manager", "Manufacturing", "iris"},
      {"dora", "Dora Lindgren", "Head of Sales", "Sales", "iris"},
      {"lena", "Lena Vogt", "Head of Support", "Support", "iris"},
      {"omar", "Omar Haddad", "Head of Finance", "Finance", "iris"},
      {"hugo", "Hugo Brandt", "Head of HR", "HR", "iris"},
      {"ben", "Ben Keller", "Sensor engineer", "Engineering", "ana"},
      {"cam", "Cam Nguyen", "Firmware engineer", "Engineering", "ana"},
      {"priya", "Priya Raman", "Systems engineer", "Engineering", "ana"},
      {"jonas", "Jonas Falk", "Lead mechanics", "Engineering", "ana"},
      {"mia", "Mia Sorensen", "Mechanical engineer", "Engineering", "jonas"},
      {"tom", "Tom Becker", "Mechanical engineer", "Engineering", "jonas"},
      {"yuki", "Yuki Tanaka", "Electronics engineer", "Engineering", "ana"},
      {"felix", "Felix Braun", "Electronics engineer", "Engineering", "ana"},
      {"nora", "Nora Eriksen", "Test engineer", "Engineering", "ana"},
      {"ivan", "Ivan Petrov", "Software engineer", "Engineering", "cam"},
      {"ella", "Ella Moreau", "Software engineer", "Engineering", "cam"},
      {"paul", "Paul Weiss", "Certification engineer", "Engineering", "ana"},
      {"sofia", "Sofia Costa", "Technical writer", "Engineering", "ana"},
      {"lars", "Lars Holm", "Laboratory technician", "Engineering", "ben"},
      {"olga", "Olga Marin", "Quality auditor", "Quality", "petra"},
      {"david", "David Stein", "Quality engineer", "Quality", "petra"},
      {"amira", "Amira Saleh", "Regulatory affairs", "Quality", "petra"},
      {"kurt", "Kurt Maier", "Head of calibration", "Quality", "petra"},
      {"emma", "Emma Schulz", "Calibration technician", "Quality", "kurt"},
      {"noah", "Noah Peters", "Calibration technician", "Quality", "kurt"},
      {"greta", "Greta Olsen", "Document control", "Quality", "petra"},
      {"stefan", "Stefan Wolf", "Shift lead", "Manufacturing", "marek"},
      {"hana", "Hana Kim", "Shift lead", "Manufacturing", "marek"},
      {"rosa", "Rosa Alves", "Process engineer", "Manufacturing", "marek"},
      {"milan", "Milan Horvat", "Logistics", "Manufacturing", "marek"},
      {"anton", "Anton Graf", "Purchasing", "Manufacturing", "marek"},
      {"clara", "Clara Jung", "Assembly", "Manufacturing", "stefan"},
      {"peter", "Peter Lang", "Assembly", "Manufacturing", "stefan"},
      {"ines", "Ines Pereira", "Assembly", "Manufacturing", "stefan"},
      {"viktor", "Viktor Balog", "Assembly", "Manufacturing", "stefan"},
      {"leo", "Leo Fischer", "Apprentice", "Manufacturing", "stefan"},
      {"maja", "Maja Kovac", "Assembly", "Manufacturing", "hana"},
      {"oskar", "Oskar Lind", "Assembly", "Manufacturing", "hana"},
      {"tina", "Tina Roth", "Final test", "Manufacturing", "hana"},
      {"samir", "Samir Aziz", "Final test", "Manufacturing", "hana"},
      {"julia", "Julia Kern", "Packing", "Manufacturing", "milan"},
      {"erik", "Erik Dahl", "Key accounts, Nordics", "Sales", "dora"},
      {"marta", "Marta Rossi", "Key accounts, South", "Sales", "dora"},
      {"finn", "Finn Hansen", "Pilot projects", "Sales", "dora"},
      {"alice", "Alice Martin", "Offers", "Sales", "dora"},
      {"bruno", "Bruno Meier", "Service contracts", "Sales", "dora"},
      {"carla", "Carla Conti", "Partners", "Sales", "dora"},
      {"dimitri", "Dimitri Laskaris", "Market research", "Sales", "dora"},
      {"elif", "Elif Demir", "Inside sales", "Sales", "alice"},
      {"henrik", "Henrik Moe", "Field sales", "Sales", "erik"},
      {"jana", "Jana Kolar", "Support engineer", "Support", "lena"},
      {"karl", "Karl Neumann", "Support engineer", "Support", "lena"},
      {"lucia", "Lucia Gomez", "Field service", "Support", "lena"},
      {"mats", "Mats Berg", "Field service", "Support", "lena"},
      {"nina", "Nina Bauer", "Repairs", "Support", "lena"},
      {"pia", "Pia Winter", "Controller", "Finance", "omar"},
      {"ralf", "Ralf Simon", "Accountant", "Finance", "omar"},
      {"sara", "Sara Lehmann", "Learning and development", "HR", "hugo"},
      {"theo", "Theo Arnold", "Recruiting", "HR", "hugo"},
      {"uma", "Uma Patel", "Systems administrator", "IT", "sam"},
      {"zed", "Zed Young", "Sensor engineer", "Engineering", "ana"},
  };
  return rows;
}

}  // namespace waymark::app::demo
