#pragma once

#include <map>
#include <string>
#include <vector>

#include "worlds/house.hpp"

namespace waymark::testing {

// What happens behind the backs of all callers(): Pia of Finance and her colleagues have drafts, talk about them and
// ask and support others with them; drafts of before the callers came are there; people keep settings, views and
// notices of their own. What of it can be named is kept as hidden things by their kind: "objective", "check_in", …

using Hidden = std::map<std::string, std::vector<std::string>, std::less<>>;

// What was never published.
void write_drafts(House& house, Hidden& hidden);

// What was published for a moment and is a draft again.
void take_back_a_publication(House& house, Hidden& hidden);

// What is everybody's own: views, settings, notices.
void keep_to_themselves(House& house, Hidden& hidden);

// What only the log, and who counts who was here, may know: sessions, tokens, visits, links.
void come_and_go(House& house, Hidden& hidden);

// What only the person, those above and HR may know.
void be_away(House& house, Hidden& hidden);

}  // namespace waymark::testing
