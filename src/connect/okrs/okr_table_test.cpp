#include "connect/okrs/okr_table.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>

#include "connect/okrs/okr_rows.hpp"
#include "connect/testing/real_okrs.hpp"
#include "okr/testing/any_plan.hpp"

namespace waymark::connect {
namespace {

// What a round trip does not keep: the lines of the first file, and how an objective was found there.
OkrPlan without_origin(OkrPlan plan) {
  for (auto& objective : plan.objectives) {
    objective.line = 0;
    objective.from_reference = false;
    for (auto& result : objective.key_results) result.line = 0;
  }
  for (auto& link : plan.links) link.line = 0;
  std::stable_sort(plan.links.begin(), plan.links.end(),
                   [](auto const& a, auto const& b) { return a.child < b.child; });
  return plan;
}

OkrPlan again(okr::Plan const& plan) {
  return okr_plan(read_csv(write_csv(okr_table(plan))));
}

class RoundTrip : public testing::TestWithParam<std::filesystem::path> {};

TEST_P(RoundTrip, of_a_real_file_gives_the_same_plan) {
  auto const first = without_origin(okr_plan(read_csv(text_of(GetParam()))));
  auto const second = without_origin(again(first));
  EXPECT_TRUE(second.rejected.empty());
  EXPECT_TRUE(second.ignored_columns.empty());
  EXPECT_TRUE(first.cycles == second.cycles);
  EXPECT_TRUE(first.objectives == second.objectives);
  EXPECT_TRUE(first.links == second.links);
  EXPECT_TRUE(write_csv(okr_table(first)) == write_csv(okr_table(second)));
}

INSTANTIATE_TEST_SUITE_P(Files, RoundTrip, testing::ValuesIn(okr_files()),
                         [](auto const& file) { return file.param.stem().string(); });

// [CONNECT-20]
RC_GTEST_PROP(OkrTable, importing_an_export_gives_the_same_plan, ()) {
  auto const plan = okr::any_plan();
  auto const back = without_origin(again(plan));
  RC_ASSERT(back.rejected.empty());
  RC_ASSERT(back.objectives.size() == plan.objectives.size());
  for (std::size_t i = 0; i < plan.objectives.size(); ++i) {
    auto expected = plan.objectives[i];
    auto found = back.objectives[i];
    RC_ASSERT(plan.cycles[expected.cycle] == back.cycles[found.cycle]);
    found.cycle = expected.cycle;
    RC_ASSERT(found == expected);
  }
  RC_ASSERT(back.links == plan.links);
}

}  // namespace
}  // namespace waymark::connect
