#include "okr/rules/advice_words.hpp"

#include <algorithm>
#include <array>
#include <span>

namespace waymark::okr::words {
namespace {

using namespace std::string_view_literals;
using List = std::span<std::string_view const>;

constexpr std::array vague_en{" better "sv,        " good "sv,
                              " great "sv,         " best in class "sv,
                              " world class "sv,   " as possible "sv,
                              " as needed "sv,     " and so on "sv,
                              " etc "sv,           " various "sv,
                              " several "sv,       " stuff "sv,
                              " things "sv,        " somehow "sv,
                              " more or less "sv,  " try to "sv,
                              " focus on "sv,      " work on "sv,
                              " help with "sv,     " support with "sv,
                              " be more "sv,       " state of the art "sv,
                              " user friendly "sv, " appropriate "sv,
                              " sufficient "sv,    " adequate "sv,
                              " significantly "sv, " a lot "sv};
constexpr std::array vague_de{" besser "sv,
                              " bessere "sv,
                              " besseren "sv,
                              " gut "sv,
                              " gute "sv,
                              " toll "sv,
                              " so schnell wie möglich "sv,
                              " möglichst "sv,
                              " nach bedarf "sv,
                              " und so weiter "sv,
                              " usw "sv,
                              " etc "sv,
                              " verschiedene "sv,
                              " diverse "sv,
                              " mehrere "sv,
                              " irgendwie "sv,
                              " versuchen "sv,
                              " arbeiten an "sv,
                              " kümmern "sv,
                              " unterstützen bei "sv,
                              " angemessen "sv,
                              " ausreichend "sv,
                              " deutlich "sv,
                              " signifikant "sv,
                              " weltklasse "sv,
                              " fokus auf "sv};

constexpr std::array change_en{"improve"sv,  "increase"sv,   "optimise"sv,   "optimize"sv,   "enhance"sv,  "boost"sv,
                               "grow"sv,     "reduce"sv,     "decrease"sv,   "maximise"sv,   "maximize"sv, "minimise"sv,
                               "minimize"sv, "strengthen"sv, "accelerate"sv, "streamline"sv, "leverage"sv};
constexpr std::array change_de{"verbessern"sv,    "verbessere"sv, "erhöhen"sv,   "erhöhe"sv,     "steigern"sv,
                               "steigere"sv,      "optimieren"sv, "optimiere"sv, "senken"sv,     "senke"sv,
                               "reduzieren"sv,    "reduziere"sv,  "stärken"sv,   "maximieren"sv, "minimieren"sv,
                               "beschleunigen"sv, "ausbauen"sv};

constexpr std::array task_en{
    "launch"sv,   "create"sv,   "build"sv,       "implement"sv, "write"sv,     "deliver"sv,  "develop"sv,  "organise"sv,
    "organize"sv, "hold"sv,     "run"sv,         "set"sv,       "introduce"sv, "roll"sv,     "publish"sv,  "complete"sv,
    "finish"sv,   "hire"sv,     "train"sv,       "migrate"sv,   "install"sv,   "design"sv,   "define"sv,   "prepare"sv,
    "document"sv, "conduct"sv,  "plan"sv,        "review"sv,    "send"sv,      "schedule"sv, "start"sv,    "ship"sv,
    "release"sv,  "deploy"sv,   "make"sv,        "establish"sv, "host"sv,      "attend"sv,   "draft"sv,    "update"sv,
    "upgrade"sv,  "produce"sv,  "perform"sv,     "execute"sv,   "present"sv,   "test"sv,     "analyse"sv,  "analyze"sv,
    "evaluate"sv, "research"sv, "investigate"sv, "configure"sv, "redesign"sv,  "rewrite"sv,  "refactor"sv, "onboard"sv};
constexpr std::array task_de{
    "einführen"sv,     "erstellen"sv,      "erstelle"sv,      "bauen"sv,        "baue"sv,       "umsetzen"sv,
    "schreiben"sv,     "schreibe"sv,       "liefern"sv,       "liefere"sv,      "entwickeln"sv, "entwickle"sv,
    "organisieren"sv,  "organisiere"sv,    "durchführen"sv,   "starten"sv,      "starte"sv,     "veröffentlichen"sv,
    "abschliessen"sv,  "fertigstellen"sv,  "einstellen"sv,    "schulen"sv,      "migrieren"sv,  "migriere"sv,
    "installieren"sv,  "installiere"sv,    "entwerfen"sv,     "definieren"sv,   "definiere"sv,  "vorbereiten"sv,
    "dokumentieren"sv, "dokumentiere"sv,   "planen"sv,        "plane"sv,        "prüfen"sv,     "versenden"sv,
    "ausrollen"sv,     "einrichten"sv,     "aufbauen"sv,      "veranstalten"sv, "testen"sv,     "analysieren"sv,
    "aktualisieren"sv, "implementieren"sv, "implementiere"sv, "halten"sv,       "führen"sv,     "überarbeiten"sv};

// Beside the two lists above: verbs of being and reaching.
constexpr std::array verb_en{
    "be"sv,        "become"sv,    "achieve"sv,  "reach"sv,       "win"sv,         "keep"sv,        "earn"sv,
    "make"sv,      "give"sv,      "get"sv,      "let"sv,         "help"sv,        "enable"sv,      "empower"sv,
    "delight"sv,   "deepen"sv,    "expand"sv,   "lead"sv,        "own"sv,         "turn"sv,        "bring"sv,
    "ensure"sv,    "protect"sv,   "secure"sv,   "attract"sv,     "retain"sv,      "gain"sv,        "raise"sv,
    "lower"sv,     "cut"sv,       "double"sv,   "triple"sv,      "halve"sv,       "maintain"sv,    "sustain"sv,
    "inspire"sv,   "transform"sv, "change"sv,   "modernise"sv,   "modernize"sv,   "simplify"sv,    "speed"sv,
    "scale"sv,     "open"sv,      "enter"sv,    "prove"sv,       "show"sv,        "establish"sv,   "foster"sv,
    "create"sv,    "drive"sv,     "find"sv,     "learn"sv,       "understand"sv,  "know"sv,        "serve"sv,
    "save"sv,      "stop"sv,      "end"sv,      "eliminate"sv,   "remove"sv,      "prevent"sv,     "avoid"sv,
    "restore"sv,   "recover"sv,   "rebuild"sv,  "renew"sv,       "refresh"sv,     "shape"sv,       "set"sv,
    "take"sv,      "put"sv,       "move"sv,     "offer"sv,       "provide"sv,     "supply"sv,      "support"sv,
    "connect"sv,   "unite"sv,     "align"sv,    "engage"sv,      "convince"sv,    "persuade"sv,    "sell"sv,
    "close"sv,     "master"sv,    "excel"sv,    "thrive"sv,      "succeed"sv,     "stabilise"sv,   "stabilize"sv,
    "automate"sv,  "digitise"sv,  "digitize"sv, "standardise"sv, "standardize"sv, "consolidate"sv, "unify"sv,
    "diversify"sv, "position"sv,  "promote"sv,  "advance"sv,     "elevate"sv,     "extend"sv,      "broaden"sv,
    "cultivate"sv, "nurture"sv,   "embed"sv,    "embrace"sv,     "adopt"sv,       "discover"sv,    "explore"sv,
    "invent"sv,    "innovate"sv,  "pioneer"sv,  "treat"sv};

constexpr std::array money_en{"revenue"sv, "revenues"sv, "profit"sv,   "profits"sv, "profitability"sv, "margin"sv,
                              "margins"sv, "sales"sv,    "turnover"sv, "cost"sv,    "costs"sv,         "ebit"sv,
                              "ebitda"sv,  "arr"sv,      "mrr"sv,      "income"sv,  "earnings"sv,      "cash"sv,
                              "money"sv,   "budget"sv,   "spend"sv};
constexpr std::array money_de{"umsatz"sv,  "umsätze"sv,   "gewinn"sv,  "gewinne"sv,    "marge"sv,  "margen"sv,
                              "kosten"sv,  "ertrag"sv,    "erträge"sv, "erlös"sv,      "erlöse"sv, "ebit"sv,
                              "ebitda"sv,  "arr"sv,       "mrr"sv,     "liquidität"sv, "geld"sv,   "budget"sv,
                              "rendite"sv, "einnahmen"sv, "ausgaben"sv};

constexpr std::array number_en{"two"sv,     "three"sv,    "four"sv,    "five"sv,   "six"sv,    "seven"sv,
                               "eight"sv,   "nine"sv,     "ten"sv,     "eleven"sv, "twelve"sv, "dozen"sv,
                               "hundred"sv, "thousand"sv, "million"sv, "percent"sv};
constexpr std::array number_de{"zwei"sv,    "drei"sv,    "vier"sv,    "fünf"sv,      "sechs"sv,  "sieben"sv,
                               "acht"sv,    "neun"sv,    "zehn"sv,    "elf"sv,       "zwölf"sv,  "dutzend"sv,
                               "hundert"sv, "tausend"sv, "million"sv, "millionen"sv, "prozent"sv};

bool holds(List list, std::string_view word) {
  return std::ranges::find(list, word) != list.end();
}

List of(Language language, List english, List german) {
  return language == Language::de ? german : english;
}

}  // namespace

std::string_view vague_in(std::string_view padded, Language language) {
  for (auto phrase : of(language, vague_en, vague_de)) {
    if (padded.find(phrase) != padded.npos) return phrase.substr(1, phrase.size() - 2);
  }
  return {};
}

bool is_change(std::string_view word, Language language) {
  return holds(of(language, change_en, change_de), word);
}

bool is_task_verb(std::string_view word, Language language) {
  return holds(of(language, task_en, task_de), word);
}

bool is_verb(std::string_view word, Language language) {
  if (is_change(word, language) || is_task_verb(word, language)) return true;
  if (language == Language::en) {
    return holds(verb_en, word) || word.ends_with("ise") || word.ends_with("ize") || word.ends_with("ify");
  }
  return word.ends_with("en") || word.ends_with("ern") || word.ends_with("eln") || word == "sein" || word == "tun";
}

bool is_money(std::string_view word, Language language) {
  return holds(of(language, money_en, money_de), word);
}

bool is_number_word(std::string_view word, Language language) {
  return holds(of(language, number_en, number_de), word);
}

}  // namespace waymark::okr::words
