#include <fmt/format.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>
#include <filesystem>
#include <optional>
#include <set>

#include "connect/csv/csv.hpp"
#include "connect/testing/real_okrs.hpp"
#include "testing/program.hpp"
#include "world/any_world.hpp"
#include "world/spawn.hpp"

// What people really wrote goes through every reader of sentences and files: nothing dies, nothing is a defect.
namespace waymark::testing {
namespace {

namespace fs = std::filesystem;
namespace json = boost::json;

constexpr std::size_t longest_title = 300;

std::string encoded(std::string_view text) {
  std::string result;
  for (unsigned char const c : text)
    result += std::isalnum(c) ? std::string(1, static_cast<char>(c)) : fmt::format("%{:02X}", c);
  return result;
}

// The cells of these columns, each text once.
std::set<std::string> texts_of(fs::path const& file, std::set<std::string> const& columns) {
  auto const table = connect::read_csv(connect::text_of(file));
  std::set<std::string> texts;
  for (auto const& row : table.rows) {
    for (std::size_t i = 0; i < table.header.size(); ++i) {
      if (columns.contains(table.header[i]) && !row.cells[i].empty()) texts.insert(row.cells[i]);
    }
  }
  return texts;
}

std::set<std::string> every_text() {
  std::set<std::string> texts;
  for (auto const& file : connect::okr_files()) texts.merge(texts_of(file, {"objective", "key_result", "key result"}));
  auto const labelled = connect::shared_folder() / "data/open/linter/labelled_sentences.csv";
  if (connect::is_there(labelled)) texts.merge(texts_of(labelled, {"text", "context_objective"}));
  return texts;
}

class Asked : public ::testing::Test {
 protected:
  Answer send(std::string_view method, std::string const& target, std::string_view person,
              std::optional<json::value> const& body = std::nullopt) {
    auto headers = world_->as(person);
    if (body) headers.emplace_back("Content-Type", "application/json");
    auto const answer = client_.send(method, target, headers, body ? json::serialize(*body) : "");
    EXPECT_LT(answer.status, 500) << method << " " << target << "\n"
                                  << (body ? json::serialize(*body) : "") << answer.body;
    return answer;
  }

  // What the form does with a line: it asks for the measure, and fills the fields that it gets.
  json::array measured(std::string const& title) {
    auto const answer = send("GET", "/api/v1/measures?sentence=" + encoded(title), "ana");
    EXPECT_TRUE(answer.status == 200 || title.size() > longest_title) << title << " " << answer.body;
    if (answer.status != 200) return {};
    auto const measure = json::parse(answer.body).at("measure");
    if (!measure.is_object()) return {};
    json::object made{{"title", title}};
    for (auto const& [name, value] : measure.get_object()) {
      if (!value.is_null()) made[name] = value;
    }
    return {made};
  }

  int write(std::string const& title, json::array const& key_results) {
    return send("POST", "/api/v1/objectives", "ana",
                json::object{{"cycle_id", world_->names().at("this_quarter")},
                             {"person_id", world_->names().at("ana")},
                             {"title", title},
                             {"key_results", key_results},
                             {"contributor_ids", json::array{}}})
        .status;
  }

  std::unique_ptr<AnyWorld> world_{fresh_world(db::Dialect::sqlite)};
  Client client_{world_->port()};
};

TEST_F(Asked, ReadsEverySentence) {
  auto const texts = every_text();
  std::size_t saved = 0;
  for (auto const& text : texts) {
    SCOPED_TRACE(text);
    auto const key_results = measured(text);
    if (text.size() > longest_title) continue;
    EXPECT_EQ(send("POST", "/api/v1/objective-advice", "ana", json::object{{"title", text}}).status, 200);
    auto const status = write(text, key_results);
    EXPECT_TRUE(status == 201 || (status == 422 && !key_results.empty())) << status;
    saved += status == 201 ? 1 : 0;
  }
  fmt::print("{} texts, {} saved as objectives\n", texts.size(), saved);
  EXPECT_GT(saved, texts.size() / 2);
}

TEST_F(Asked, ImportsEveryFile) {
  for (auto const& file : connect::okr_files()) {
    auto const answer = send("POST", "/api/v1/imports/okrs?dry_run=true", "hugo",
                             json::object{{"text", connect::text_of(file)}, {"mapping", json::array{}}});
    EXPECT_EQ(answer.status, 200) << file << " " << answer.body.substr(0, 500);
  }
}

TEST(RealOkrFiles, GoInOnTheCommandLineAndComeOut) {
  auto const folder = fs::temp_directory_path() / fmt::format("waymark-real-{}", getpid());
  for (auto const& file : connect::okr_files()) {
    SCOPED_TRACE(file);
    auto const data = (folder / file.stem()).string();
    ASSERT_EQ(run({program(), "demo", "--data", data}).code, 0);
    EXPECT_EQ(run({program(), "import", "okrs", file.string(), "--data", data}).code, 0);
    EXPECT_EQ(run({program(), "export", "okrs", "--data", data}).code, 0);
    EXPECT_EQ(run({program(), "check", "--data", data}).code, 0);
  }
  fs::remove_all(folder);
}

}  // namespace
}  // namespace waymark::testing
