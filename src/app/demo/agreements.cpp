#include "app/demo/agreements.hpp"

#include "guide/guideline.hpp"

namespace waymark::app::demo {
namespace {

constexpr char const* guidelines = R"(# How we use OKRs at Halden

We use OKRs to agree on **what changes this quarter**. Work that simply has to go on is watched with KPIs.

## What we agreed on

- Each team has three to five objectives, each with three to five key results. Fewer is fine; more needs a reason.
- An objective says where we want to go. A key result says how we will know, with a number *from* and *to*.
- Objectives come half from the top and half from the teams. Nobody is handed one without a talk.

## Our week

1. **Monday**: everybody checks in, in five minutes. A value, how sure you are, what happened, what is next.
2. **Tuesday**: each team looks at its board for a quarter of an hour and talks about what is stuck.
3. Ask for help as soon as you think of it. Red is news, not a fault.

## At the end of the quarter

We grade honestly: **0.7 of something bold is a success**, and 0.4 with a good learning is worth more than an easy 1.0.
Grades are never used for pay or for rating people.

Questions? Ask Hugo or Sara, or say so in the comments of an objective.
)";

}  // namespace

void agree(db::Tx& tx, Product& product, policy::Viewer const& hr) {
  people::SettingsChange change;
  change.vision = std::string{"Measurements that people stake their lives on, without measuring twice."};
  product.people.change_settings(tx, hr, change, 1);
  guide::write_guidelines(tx, hr, guidelines, 0);
}

}  // namespace waymark::app::demo
