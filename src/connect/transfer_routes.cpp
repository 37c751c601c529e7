#include "audit/audit.hpp"
#include "connect/directory/people_export.hpp"
#include "connect/import_answer.hpp"
#include "connect/measure/measure.hpp"
#include "connect/measure/wording.hpp"
#include "connect/okr_export.hpp"
#include "connect/okrs/okr_row.hpp"
#include "connect/rehearsal.hpp"
#include "connect/transfer.hpp"
#include "core/base/problem.hpp"

namespace waymark::connect {
namespace {

using rest::Call;
using rest::OwnCall;

using ImportCall = OwnCall<FileToImport, ImportQuery>;
using OkrImportCall = OwnCall<FileToImport, OkrImportQuery>;

// Beyond so many rows a dry run is tried on a copy: as a write it would keep others waiting.
constexpr std::int64_t many_rows = 1000;

Mapping mapping_in(FileToImport const& file) {
  Mapping mapping;
  for (auto const& [column, field] : file.mapping) mapping.emplace_back(column, field);
  return mapping;
}

// Reads, tries and, unless it is a dry run or something is wrong, keeps. A dry run does all of it and keeps nothing, so
// that what only the database knows is found too. [CONNECT-24]
template <class Call, class Plan, class Make>
ImportAnswer carry_out(Call const& call, std::span<Field const> fields, Plan const& plan_of, Make const& make) {
  auto const dry_run = call.query.dry_run.value_or(false);
  auto const table = read_csv(call.body.text);
  auto const mapping = mapping_in(call.body);
  ImportAnswer answer{};
  answer.rows = static_cast<std::int64_t>(table.rows.size());
  tell_columns(answer, table.header, fields, mapping);
  try {
    auto const plan = plan_of(table, mapping);
    tell_plan(answer, plan);
    if (!plan.rejected.empty()) return answer;
    auto const carry = [&](db::Tx& tx) {
      auto const made = make(tx, plan);
      answer.notes.clear();
      answer.things.clear();
      tell_plan(answer, plan);
      tell_made(answer, made);
    };
    if (dry_run) {
      rehearse(call.db, answer.rows > many_rows, carry);
    } else {
      call.db.write(carry);
    }
    answer.kept = !dry_run;
  } catch (base::Problem const& problem) {
    answer.problem = problem.detail;
  }
  return answer;
}

http::Response file(std::string name, std::string text) {
  http::Response response;
  response.content_type = "text/csv; charset=utf-8";
  response.body = std::move(text);
  response.with("Content-Disposition", "attachment; filename=\"" + name + "\"");
  return response.with("Cache-Control", "no-store");
}

// In the log before the file goes out. [AUD-8]
void note_export(OwnCall<> const& call, std::string_view action, std::string const& text) {
  call.db.write([&](db::Tx& tx) {
    audit::record(tx, call.viewer.person, action, "export", 0, {},
                  {.codes = audit::code("bytes", std::to_string(text.size())) + ";" +
                            audit::code("with", json::name_of(call.viewer.proof))});
  });
}

// "points change" without its last word.
std::string unit_of_change(std::string const& unit) {
  auto const end = unit.rfind(' ');
  return end == std::string::npos ? "" : unit.substr(0, end);
}

// What a form may take from a sentence: a measure that could be kept. [CONNECT-28]
MeasureReading reading_of(std::string const& sentence) {
  auto const found = measure_of(sentence);
  auto const kept = kept_measure(found);
  if (!found.has_measure) return {};
  if (found.of_change) return {{}, StatedChange{found.target, unit_of_change(found.unit)}};
  return {StatedMeasure{kept.kind, kept.direction, kept.baseline, okr::stated_target(kept), kept.change_percent,
                        kept.low, kept.high, found.unit},
          {}};
}

Wording wording_of(WordingRequest const& asked) {
  auto const plain = [](std::optional<json::Figure> const& figure) {
    return figure ? std::optional{figure->value} : std::nullopt;
  };
  return {reworded(asked.sentence, {plain(asked.baseline), plain(asked.target), plain(asked.low), plain(asked.high)})};
}

}  // namespace

std::vector<rest::Route> transfer_routes(people::People const& people, events::Events const& events) {
  return {
      rest::post("/api/v1/imports/okrs", policy::hr_or_administrator,
                 "Brings OKRs in from a CSV file, all or nothing; a dry run says what would be made.",
                 [&](OkrImportCall const& call) {
                   auto const plan = [&](Table const& table, Mapping const& mapping) {
                     OkrRules rules{.mapping = mapping};
                     if (auto const month = call.query.fiscal_start) rules.fiscal_start = static_cast<int>(*month);
                     return okr_plan(table, rules);
                   };
                   return carry_out(call, okr_fields(), plan, [&](db::Tx& tx, OkrPlan const& made_of) {
                     return okr::import_plan(tx, people, events, call.viewer, made_of);
                   });
                 }),
      rest::post("/api/v1/imports/people", policy::administrator,
                 "Brings a directory in from a CSV file, all or nothing; a dry run says what would be made.",
                 [&](ImportCall const& call) {
                   return carry_out(call, people_fields(), people_plan, [&](db::Tx& tx, PeoplePlan const& made_of) {
                     return import_people(tx, people, call.viewer, made_of);
                   });
                 }),
      rest::get("/api/v1/measures", policy::signed_in, "Reads out of a sentence how a key result is measured.",
                [](Call<rest::Nothing, SentenceQuery> const& call) { return reading_of(call.query.sentence); }),
      rest::post("/api/v1/wordings", policy::signed_in,
                 "Puts the figures of a measure into the sentence that states others. Nothing is kept.",
                 [](Call<WordingRequest> const& call) { return wording_of(call.body); }),
      rest::get("/api/v1/exports/okrs", policy::signed_in, "The OKRs that one may see, as CSV to import again.",
                [](OwnCall<> const& call) {
                  auto text = call.db.read([&](db::Tx& tx) { return export_okrs(tx, call.viewer); });
                  note_export(call, "okrs.exported", text);
                  return file("okrs.csv", std::move(text));
                }),
      rest::get("/api/v1/exports/people", policy::hr_or_administrator, "The directory, as CSV to import again.",
                [](OwnCall<> const& call) {
                  auto text = call.db.read([](db::Tx& tx) { return export_people(tx); });
                  note_export(call, "people.exported", text);
                  return file("people.csv", std::move(text));
                }),
  };
}

}  // namespace waymark::connect
