#include "connect/csv/csv.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "connect/csv/csv_text.hpp"
#include "core/base/problem.hpp"

namespace waymark::connect {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

std::string refusal(std::string_view text, CsvLimits const& limits = {}) {
  try {
    read_csv(text, limits);
  } catch (base::Problem const& problem) {
    return problem.detail;
  }
  return "accepted";
}

// [CONNECT-1]
TEST(ReadCsv, reads_quotes_newlines_and_both_line_ends) {
  auto const table = read_csv("a,b\r\n\"x, \"\"y\"\"\",\"two\nlines\"\n1,\n");
  EXPECT_THAT(table.header, ElementsAre("a", "b"));
  ASSERT_EQ(table.rows.size(), 2u);
  EXPECT_THAT(table.rows[0].cells, ElementsAre("x, \"y\"", "two\nlines"));
  EXPECT_EQ(table.rows[0].line, 2);
  EXPECT_THAT(table.rows[1].cells, ElementsAre("1", ""));
  EXPECT_EQ(table.rows[1].line, 4);
}

TEST(ReadCsv, takes_the_separator_from_the_header) {
  auto const table = read_csv("\"a,b\";c\n1,5;2\n");
  EXPECT_THAT(table.header, ElementsAre("a,b", "c"));
  EXPECT_THAT(table.rows[0].cells, ElementsAre("1,5", "2"));
}

TEST(ReadCsv, skips_the_byte_order_mark_and_blank_lines) {
  auto const table = read_csv("\xEF\xBB\xBF\n\nname,team\n\nA,B\n\n\n");
  EXPECT_THAT(table.header, ElementsAre("name", "team"));
  ASSERT_EQ(table.rows.size(), 1u);
  EXPECT_EQ(table.rows[0].line, 5);
}

TEST(ReadCsv, reads_a_last_line_without_an_end) {
  EXPECT_THAT(read_csv("a,b\n1,2").rows[0].cells, ElementsAre("1", "2"));
  EXPECT_THAT(read_csv("a,b\n1,").rows[0].cells, ElementsAre("1", ""));
}

// [CONNECT-1]
TEST(ReadCsv, names_the_line_of_what_it_refuses) {
  EXPECT_THAT(refusal("a,b\n1,2\n1,2,3\n"), HasSubstr("line 3 has 3 cells where the header has 2"));
  EXPECT_THAT(refusal("a,b\n\"x,2\n"), HasSubstr("line 2: a quote is opened and never closed"));
  EXPECT_THAT(refusal("a,b\n\"x\"y,2\n"), HasSubstr("line 2: text follows a closing quote"));
  EXPECT_THAT(refusal("a,b\n\n1,M\xFCller\n"), HasSubstr("line 3 is not UTF-8; save the file as UTF-8"));
  EXPECT_THAT(refusal(std::string_view("a,b\n1,\0\n", 8)), HasSubstr("line 2 holds a NUL byte"));
  EXPECT_THAT(refusal("\xFF\xFE"
                      "a"),
              HasSubstr("UTF-16"));
  EXPECT_THAT(refusal(""), HasSubstr("empty"));
  EXPECT_THAT(refusal("\n\n"), HasSubstr("empty"));
}

TEST(ReadCsv, lists_every_ragged_row) {
  try {
    read_csv("a,b\n1\n1,2\n1,2,3\n");
    FAIL();
  } catch (base::Problem const& problem) {
    ASSERT_EQ(problem.fields.size(), 2u);
    EXPECT_EQ(problem.fields[1].path, "line 4");
  }
}

TEST(ReadCsv, refuses_malformed_utf8) {
  for (auto const* bad :
       {"\xC0\xAF", "\xE0\x80\x80", "\xED\xA0\x80", "\xF4\x90\x80\x80", "\xF0\x9F\x98", "\x80", "\xC3"}) {
    EXPECT_THAT(refusal("a\n" + std::string(bad) + "\n"), HasSubstr("line 2 is not UTF-8")) << bad;
  }
  EXPECT_EQ(refusal("a\n\xF0\x9F\x98\x80 \xC3\xBC \xE2\x82\xAC\n"), "accepted");
}

TEST(ReadCsv, keeps_its_limits) {
  CsvLimits const small{.bytes = 64, .rows = 2, .columns = 3, .cell_bytes = 8};
  EXPECT_THAT(refusal(std::string(65, 'a'), small), HasSubstr("larger"));
  EXPECT_THAT(refusal("a\n1\n2\n3\n", small), HasSubstr("more than 2 rows"));
  EXPECT_THAT(refusal("a,b,c,d\n", small), HasSubstr("more than 3 columns"));
  EXPECT_THAT(refusal("a\n123456789\n", small), HasSubstr("longer than 8 bytes"));
}

// [CONNECT-2]
TEST(WriteCsv, defuses_formulas_and_keeps_numbers) {
  for (auto const* bad : {"=1+1", "+cmd", "-2+3", "@SUM(A1)", "\tx", "\rx", "\nx", "|calc", "  =1", "-",
                          "\xEF\xBC\x9D"
                          "1",
                          "\xEF\xBC\x8B"
                          "1",
                          "\xEF\xBC\x8D"
                          "1",
                          "\xEF\xBC\xA0"
                          "A"}) {
    EXPECT_EQ(defused(bad), "'" + std::string(bad));
    EXPECT_EQ(fused(defused(bad)), bad);
  }
  for (auto const* fine : {"-5", "+4.25", "-0.5", "a=b", "", "'tis"}) EXPECT_EQ(fused(defused(fine)), fine);
  EXPECT_EQ(defused("-5"), "-5");
  EXPECT_EQ(csv_line({"-5", "=x", "a;b"}), "-5,'=x,\"a;b\"\n");
}

TEST(ReadCsv, leaves_an_ordinary_apostrophe_alone) {
  EXPECT_THAT(read_csv("a\n'tis\n").rows[0].cells, ElementsAre("'tis"));
}

rc::Gen<std::string> any_cell() {
  return rc::gen::map(rc::gen::container<std::vector<std::string>>(rc::gen::elementOf(std::vector<std::string>{
                          "a", "\"", ",", ";", "\n", "\r", "'", "=", "-", "1", " ", "\t", "\xC3\xA9", "\xEF\xBB\xBF",
                          "\xEF\xBC\x9D", ".", "\xF0\x9F\x98\x80"})),
                      [](std::vector<std::string> const& pieces) {
                        std::string text;
                        for (auto const& piece : pieces) text += piece;
                        return text;
                      });
}

// [CONNECT-2]
RC_GTEST_PROP(Csv, reading_what_was_written_gives_it_back, ()) {
  auto const width = *rc::gen::inRange<std::size_t>(1, 5);
  auto const line = rc::gen::container<std::vector<std::string>>(width, any_cell());
  Table table{*line, {}};
  for (auto& cells : *rc::gen::container<std::vector<std::vector<std::string>>>(line)) table.rows.push_back({0, cells});
  auto const back = read_csv(write_csv(table));
  RC_ASSERT(back.header == table.header);
  RC_ASSERT(back.rows.size() == table.rows.size());
  for (std::size_t i = 0; i < back.rows.size(); ++i) RC_ASSERT(back.rows[i].cells == table.rows[i].cells);
}

RC_GTEST_PROP(Csv, any_bytes_are_read_or_refused, (std::string const& text)) {
  try {
    auto const table = read_csv(text);
    for (auto const& row : table.rows) RC_ASSERT(row.cells.size() == table.header.size());
  } catch (base::Problem const& problem) {
    RC_ASSERT(!problem.detail.empty());
  }
}

}  // namespace
}  // namespace waymark::connect
