#include "connect/testing/real_okrs.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <set>

#include "connect/measure/measure.hpp"
#include "connect/measure/sentence.hpp"
#include "connect/okrs/okr_rows.hpp"
#include "core/base/normalised.hpp"

namespace waymark::connect {
namespace {

class RealOkrs : public testing::TestWithParam<std::filesystem::path> {
 protected:
  Table const table = read_csv(text_of(GetParam()));
  OkrPlan const plan = okr_plan(table);
};

std::string cell(Table const& table, Row const& row, std::string_view column) {
  for (std::size_t i = 0; i < table.header.size(); ++i) {
    if (column_name(table.header[i]) == column) return row.cells[i];
  }
  return {};
}

// [CONNECT-10]
TEST_P(RealOkrs, place_every_row) {
  EXPECT_EQ(plan.rows, table.rows.size());
  EXPECT_EQ(plan.placed, plan.rows);
  for (auto const& row : plan.rejected) ADD_FAILURE() << row.line << ": " << row.text;
  fmt::print(
      "{}: {} rows, {} cycles, {} teams, {} objectives, {} key results of which {} measured, {} links, {} notes\n",
      GetParam().filename().string(), plan.rows, plan.cycles.size(), plan.teams.size(), plan.objectives.size(),
      plan.key_results(), plan.measured(), plan.links.size(), plan.notes.size());
}

TEST_P(RealOkrs, keep_every_objective_and_key_result) {
  std::set<std::string> titles;
  for (auto const& objective : plan.objectives) {
    titles.insert("o " + base::normalised(objective.title));
    for (auto const& result : objective.key_results)
      titles.insert(base::normalised(objective.title) + " > " + base::normalised(result.title));
  }
  for (auto const& row : table.rows) {
    auto const objective = base::normalised(cell(table, row, "objective"));
    auto const result = base::normalised(cell(table, row, "key_result"));
    EXPECT_TRUE(titles.contains("o " + objective)) << row.line;
    EXPECT_TRUE(result.empty() || titles.contains(objective + " > " + result)) << row.line;
  }
}

// [CONNECT-13]
TEST_P(RealOkrs, keep_every_parent_link) {
  std::set<std::string> links;
  for (auto const& link : plan.links) {
    auto const& child = plan.objectives[link.child];
    auto const text = fmt::format("{} {} > {}", base::normalised(child.team), base::normalised(child.title),
                                  base::normalised(plan.objectives[link.parent].title));
    links.insert(text);
    if (!link.parent_key_result) continue;
    links.insert(text + " / " +
                 base::normalised(plan.objectives[link.parent].key_results[*link.parent_key_result].title));
  }
  for (auto const& row : table.rows) {
    auto const parent = base::normalised(cell(table, row, "parent_objective"));
    auto const result = base::normalised(cell(table, row, "parent_key_result"));
    if (parent.empty()) continue;
    auto const text = fmt::format("{} {} > {}", base::normalised(cell(table, row, "team")),
                                  base::normalised(cell(table, row, "objective")), parent);
    EXPECT_TRUE(links.contains(result.empty() ? text : text + " / " + result)) << row.line << ": " << text;
  }
}

TEST_P(RealOkrs, have_keys_that_are_each_used_once) {
  std::set<std::string> keys;
  std::size_t count = 0;
  for (auto const& objective : plan.objectives) {
    keys.insert(objective.key);
    for (auto const& result : objective.key_results) keys.insert(result.key);
    count += 1 + objective.key_results.size();
  }
  EXPECT_EQ(keys.size(), count);
}

// A change is a share of the start where the sentence states both; its target is worked out and not written there.
bool is_written(std::string_view sentence, double value) {
  auto const tokens = tokens_of(sentence);
  return std::any_of(tokens.begin(), tokens.end(),
                     [&](Token const& t) { return t.is_number() && std::abs(t.value) == std::abs(value); });
}

void expect_sound(std::string const& title, okr::Measure const& measure) {
  EXPECT_TRUE(std::isfinite(measure.target)) << title;
  EXPECT_NE(measure.baseline, measure.target) << title;
  if (measure.change_percent) {
    EXPECT_TRUE(is_written(title, *measure.change_percent)) << title << ": " << *measure.change_percent;
    return;
  }
  bool const worked_out = measure_of(title).explanation.find("at present") != std::string::npos;
  EXPECT_TRUE(worked_out || is_written(title, measure.target)) << title << ": " << measure.target;
  auto const baseline = measure.baseline.value_or(0);
  EXPECT_TRUE(baseline == 0 || is_written(title, baseline)) << title << ": " << baseline;
}

// [CONNECT-5]
TEST_P(RealOkrs, have_no_invented_measure) {
  for (auto const& objective : plan.objectives) {
    for (auto const& result : objective.key_results) {
      if (result.measured) expect_sound(result.title, result.measure);
    }
  }
}

INSTANTIATE_TEST_SUITE_P(Files, RealOkrs, testing::ValuesIn(okr_files()),
                         [](auto const& file) { return file.param.stem().string(); });

TEST(RealOkrMeasures, are_found_in_many_sentences) {
  std::size_t measured = 0;
  std::size_t all = 0;
  for (auto const& file : okr_files()) {
    auto const plan = okr_plan(read_csv(text_of(file)));
    measured += plan.measured();
    all += plan.key_results();
  }
  EXPECT_GE(static_cast<double>(measured), 0.29 * static_cast<double>(all)) << measured << " of " << all;
}

}  // namespace
}  // namespace waymark::connect
