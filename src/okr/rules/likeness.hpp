#pragma once

#include <set>
#include <string>
#include <string_view>

namespace waymark::okr {

// How much two texts speak of the same, from 0 to 1: the share of their longer words that both have. Words count by
// their beginning, so that "customers" meets "customer" and "Kunde" meets "Kunden".
double likeness(std::string_view a, std::string_view b);

// These words, by their beginning; what is in every OKR is left out.
std::set<std::string> longer_words(std::string_view text);

}  // namespace waymark::okr
