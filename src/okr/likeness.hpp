#pragma once

#include <string_view>

namespace waymark::okr {

// How much two texts speak of the same, from 0 to 1: the share of their longer words that both have. Words count by
// their beginning, so that "customers" meets "customer" and "Kunde" meets "Kunden".
double likeness(std::string_view a, std::string_view b);

}  // namespace waymark::okr
