#pragma once

#include "search/search_shapes.hpp"

namespace waymark::search {

// What somebody said, which has no title.
bool is_said(HitKind kind);

// Best first: titles that begin with what was typed, titles that hold all of its words, the rest; in each of these
// running cycles before others, then people, teams, objectives …, then the newest. [SEA-3]
void sort_by_fit(std::vector<Hit>& hits, std::string_view typed);

// The first `limit`, of one kind no more than a third of them unless nothing else is left. [SEA-6]
std::vector<Hit> mixed(std::vector<Hit> hits, std::size_t limit);

}  // namespace waymark::search
