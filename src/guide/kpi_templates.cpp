#include "guide/kpi_templates.hpp"

#include <array>

#include "guide/template_table.hpp"

namespace waymark::guide {
namespace {

struct Row {
  std::string_view id;
  Said name;
  Said description;
  Said unit;
  BetterWay better;
  Beat cadence;
};

constexpr Said percent_sign{"%", "%"};

constexpr std::array<Row, 8> rows{{
    {"uptime",
     {"System uptime", "Verfügbarkeit des Systems"},
     {"Share of the month in which customers could use it.", "Anteil des Monats, in dem Kunden es nutzen konnten."},
     percent_sign,
     BetterWay::higher,
     Beat::monthly},
    {"error-rate",
     {"Error rate", "Fehlerrate"},
     {"Requests that failed, of all requests.", "Fehlgeschlagene Anfragen an allen Anfragen."},
     percent_sign,
     BetterWay::lower,
     Beat::daily},
    {"churn",
     {"Customer churn", "Kundenabwanderung"},
     {"Customers who left in the month, of those there were at its start.",
      "Kunden, die im Monat gegangen sind, an denen zu seinem Beginn."},
     percent_sign,
     BetterWay::lower,
     Beat::monthly},
    {"on-time-delivery",
     {"Delivered on time", "Termintreue"},
     {"Deliveries that came on the day that was promised.", "Lieferungen, die am zugesagten Tag ankamen."},
     percent_sign,
     BetterWay::higher,
     Beat::weekly},
    {"time-to-answer",
     {"Time to the first answer", "Zeit bis zur ersten Antwort"},
     {"Median time until somebody answers a customer.", "Mittlere Zeit, bis jemand einem Kunden antwortet."},
     {"h", "h"},
     BetterWay::lower,
     Beat::weekly},
    {"complaints",
     {"Open complaints", "Offene Reklamationen"},
     {"Complaints that wait for an answer.", "Reklamationen, die auf eine Antwort warten."},
     {"", ""},
     BetterWay::lower,
     Beat::weekly},
    {"recommendation",
     {"Net promoter score", "Weiterempfehlung (NPS)"},
     {"Those who recommend us, less those who would not.", "Wer uns empfiehlt, abzüglich derer, die es nicht täten."},
     {"points", "Punkte"},
     BetterWay::higher,
     Beat::quarterly},
    {"turnover",
     {"People who leave", "Fluktuation"},
     {"People who left by their own wish in the last twelve months, of all.",
      "Wer in den letzten zwölf Monaten auf eigenen Wunsch ging, an allen."},
     percent_sign,
     BetterWay::lower,
     Beat::quarterly},
}};

std::string in(Language language, Said const& said) {
  return std::string{language == Language::de ? said.de : said.en};
}

}  // namespace

std::vector<KpiTemplate> kpi_templates(Language language) {
  std::vector<KpiTemplate> all;
  for (auto const& row : rows)
    all.push_back({std::string{row.id}, in(language, row.name), in(language, row.description), in(language, row.unit),
                   row.better, row.cadence});
  return all;
}

}  // namespace waymark::guide
