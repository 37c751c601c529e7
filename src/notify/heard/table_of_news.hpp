#pragma once

#include <span>

#include "notify/sent/teller.hpp"

// One line for each kind of news, and for each day that is news: who is told of it, where the notice leads, and when it
// goes away by itself. A kind without a line does not compile; the same table stands in the README.
namespace waymark::notify {

struct LineOfNews {
  std::string_view kind;
  void (*hear)(Teller const& teller, db::Tx& tx, events::Event const& event);  // nothing where nothing follows
  std::string_view told;
  std::string_view leads_to;
  std::string_view goes_with;
};

std::span<LineOfNews const> table_of_news();

// Does what the table says of this kind of news.
void hear_of(Teller const& teller, db::Tx& tx, events::Event const& event);

}  // namespace waymark::notify
