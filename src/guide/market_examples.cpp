#include "guide/template_table.hpp"

namespace waymark::guide {

std::vector<Example> market_examples() {
  return {
      {"support-satisfaction",
       Function::support,
       {"Delight every customer who asks for help", "Alle begeistern, die uns um Hilfe bitten"},
       {"A solved problem is remembered longer than a smooth sale.",
        "Ein gelöstes Problem bleibt länger im Kopf als ein glatter Verkauf."},
       {percent({"Raise CSAT from 80% to 90% this quarter", "CSAT in diesem Quartal von 80 % auf 90 % steigern"}, 80,
                90),
        from_to({"Reduce first response time from 12 hours to 4 hours", "Erste Antwort von 12 auf 4 Stunden verkürzen"},
                12, 4, {"h", "h"}),
        percent({"Raise requests solved in the first contact from 75% to 90%",
                 "Im ersten Kontakt gelöste Anfragen von 75 % auf 90 % steigern"},
                75, 90)}},
      {"support-speed",
       Function::support,
       {"Be back before the customer calls again", "Zurück sein, bevor der Kunde wieder anruft"},
       {"Waiting is what people tell others about.", "Vom Warten erzählen die Leute weiter."},
       {from_to({"Reduce resolution time from 48 hours to 24 hours", "Lösungszeit von 48 auf 24 Stunden verkürzen"}, 48,
                24, {"h", "h"}),
        percent(
            {"Raise requests answered within their promise to 95%", "Anfragen innerhalb der Zusage auf 95 % steigern"},
            82, 95)}},
      {"support-self-help",
       Function::support,
       {"Let customers help themselves", "Kunden ermöglichen, sich selbst zu helfen"},
       {"The best answer is the one nobody had to wait for.",
        "Die beste Antwort ist die, auf die niemand warten musste."},
       {percent({"Raise questions solved by the help pages from 30% to 50%",
                 "Von den Hilfeseiten gelöste Fragen von 30 % auf 50 % steigern"},
                30, 50),
        changed_by({"Reduce tickets per customer by 25%", "Anfragen je Kunde um 25 % senken"}, -25, {"", ""})}},
      {"sales-growth",
       Function::sales,
       {"Win the plants that set the standard", "Die Werke gewinnen, die Maßstäbe setzen"},
       {"Others look at what they buy.", "Andere schauen, was sie kaufen."},
       {from_to({"Grow new business from 1.2 to 1.8 million", "Neugeschäft von 1,2 auf 1,8 Millionen steigern"},
                1200000, 1800000, {"EUR", "EUR"}, TemplateKind::currency),
        percent({"Raise the win rate from 22% to 30%", "Abschlussquote von 22 % auf 30 % steigern"}, 22, 30),
        from_to({"Reduce the sales cycle from 90 days to 65 days", "Verkaufszyklus von 90 auf 65 Tage verkürzen"}, 90,
                65, {"days", "Tage"})}},
      {"sales-customers",
       Function::sales,
       {"Keep and grow the customers we have", "Die Kunden halten und ausbauen, die wir haben"},
       {"It costs a fifth of winning a new one.", "Das kostet ein Fünftel eines neuen."},
       {percent({"Raise net revenue retention from 96% to 108%", "Netto-Bestandsumsatz von 96 % auf 108 % steigern"},
                96, 108),
        changed_by({"Reduce cancelled contracts by 50%", "Gekündigte Verträge um 50 % senken"}, -50, {"", ""})}},
      {"sales-pipeline",
       Function::sales,
       {"Fill the pipeline with talks worth having", "Die Pipeline mit lohnenden Gesprächen füllen"},
       {"Next quarter is decided in this one.", "Über das nächste Quartal entscheidet dieses."},
       {from_to(
            {"Raise qualified talks from 40 to 70 a month", "Qualifizierte Gespräche von 40 auf 70 im Monat steigern"},
            40, 70, {"", ""}),
        percent(
            {"Raise talks that lead to an offer from 35% to 50%", "Gespräche mit Angebot von 35 % auf 50 % steigern"},
            35, 50)}},
  };
}

}  // namespace waymark::guide
