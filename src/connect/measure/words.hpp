#pragma once

#include <string>
#include <string_view>

// Word lists for reading key results, English and basic German; each list is one text with spaces around every word.
namespace waymark::connect::words {

inline bool in(std::string_view list, std::string_view word) {
  return !word.empty() && list.find(" " + std::string(word) + " ") != std::string_view::npos;
}

inline constexpr std::string_view up =
    " increase increases increased increasing raise raises grow grows growing growth boost lift expand gain rise rises "
    "uplift more higher additional extend double steigern steigert erhöhen erhöht steigerung ausbauen anheben heben "
    "wachsen steigt mehr höher up ";

inline constexpr std::string_view down =
    " reduce reduces reduced reducing reduction decrease decreases decreased lower lowers cut cuts shorten drop drops "
    "shrink minimize minimise decline less fewer slash trim down senken senkt reduzieren reduziert verringern "
    "verkürzen drücken halbieren weniger kürzen senkung reduzierung ";

// Change without saying in which direction.
inline constexpr std::string_view improve =
    " improve improves improving get bring move drive scale push take optimize optimise set verbessern bringen change ";

inline constexpr std::string_view reach =
    " achieve achieves reach reaches hit hits attain meet accomplish exceed target ensure "
    "erreichen erreicht erzielen hitting achieving reaching ";

inline constexpr std::string_view keep =
    " keep keeps maintain maintains stay stays remain remains hold preserve sustain halten bleiben beibehalten hält "
    "bleibt ";

// Verbs whose number counts what is made from now on, so that it begins at 0.
inline constexpr std::string_view make =
    " hire source publish ship launch run create deliver complete close add sign identify conduct review produce "
    "generate "
    "write build train certify interview contact implement resolve win onboard host organize organise schedule release "
    "document migrate integrate perform execute recruit develop collect solve establish introduce propose evaluate "
    "activate adopt feature amplify author survey attend merge contribute acquire fix attract sell book save design "
    "provide nominate pilot research give accept enable triage convert gain speak secure recover open submit record "
    "register enroll enrol support rewrite distribute obtain earn automate refactor test remove delete retire document "
    "draft benchmark amplify celebrate elevate retain prioritize address fill answer audit inspect visit call shadow "
    "analyse analyze plan select einstellen veröffentlichen gewinnen liefern "
    "erstellen schreiben durchführen abschließen ";

inline constexpr std::string_view fillers =
    " a an the approx approximately about around roughly consistent nearly just almost only average total some another "
    "additional new first further overall etwa rund ca circa ein eine einen einem durchschnittlich den die das score "
    "value out steady stable full ";

// What a number may follow and still be the name of a thing and not a quantity.
inline constexpr std::string_view labels =
    " top phase tier stage level step day version part section soc iso priority no number item chapter sprint week "
    "milestone rails kubernetes phases page release article rule sox room group issue ticket epic bug iteration type "
    "gen generation round series class grade quarter month year rolling pillar kapitel stufe woche tag punkt nr platz ";

inline constexpr std::string_view metrics =
    " nps enps csat ces arr mrr nrr grr sus osat dau mau wau smau roi gmv acv iacv ltv cac sov ";

// Nouns of what is measured and not counted: 2.5 of it lies below 3.
inline constexpr std::string_view measures =
    " kg g mg t ton tons tonne tonnes tonnen km m cm mm metres meters meter kilometres kilometers kilometer l litre "
    "litres liter liters kwh mwh kw mw w watt watts volt gb mb tb kb gigabytes megabytes degree degrees grad celsius "
    "star stars sterne stern score rating point points punkte fte ftes db hz bar co2 ";

inline constexpr std::string_view months =
    " jan january feb february mar march apr april may jun june jul july aug august sep sept september oct october nov "
    "november dec december januar februar märz mai juni juli oktober dezember ";

inline constexpr std::string_view change_nouns =
    " increase decrease reduction growth lift more less fewer higher lower improvement uplift rise drop decline mom "
    "qoq "
    "yoy faster slower mehr weniger höher niedriger steigerung senkung reduktion wachstum ";

inline constexpr std::string_view place_prepositions =
    " at with for in across on against than among between through via over into after before until from to than bei "
    "mit "
    "für in auf über within per every each last next past ";

inline constexpr std::string_view unit_stops =
    " of in to for from with and by on per who that at across or is are was were will be as which while through into "
    "via "
    "under over than using until before after within each every this next last a an the via between during among about "
    "towards based aimed becomes von "
    "für "
    "mit in auf bis pro und oder bei aus um im am zu completed complete delivered created done published launched "
    "signed "
    "hired released identified ";

}  // namespace waymark::connect::words
