#include "app/wiring.hpp"

#include <spdlog/spdlog.h>

#include "app/version.hpp"
#include "audit/audit.hpp"
#include "audit/refusals.hpp"
#include "connect/list_export.hpp"
#include "connect/measure/wording.hpp"
#include "connect/transfer.hpp"
#include "core/rest/docs.hpp"
#include "core/rest/idempotency.hpp"
#include "guide/guide.hpp"
#include "guide/guideline.hpp"
#include "okr/key_result/restated.hpp"
#include "people/conventions.hpp"
#include "search/search.hpp"

namespace waymark::app {
namespace {

constexpr base::Millis hour = 3'600'000;
constexpr base::Millis ten_seconds = 10'000;
constexpr std::size_t file_bytes = 32 << 20;  // of a file that is brought in

std::optional<std::string> reword(std::string const& sentence, okr::Measure const& now) {
  return connect::reworded(sentence, {now.baseline, now.target, now.low, now.high});
}

// Titles of objectives are not told here: who reads the log may not see each of them.
std::optional<std::string> name_today(db::Tx& tx, std::string_view subject, std::int64_t id) {
  if (subject == "person") {
    auto const person = people::name_of(tx, policy::PersonId{id});
    return person ? std::optional{person->name} : std::nullopt;
  }
  if (subject != "team") return std::nullopt;
  auto const team = people::team_name(tx, people::TeamId{id});
  return team ? std::optional{team->name} : std::nullopt;
}

}  // namespace

Product::Product(db::Db& db, identity::Options const& options)
    : people(events),
      identity(db, people, by_hand, options),
      okr(
          events,
          [this](db::Tx& tx, okr::KpiId kpi) -> std::optional<okr::KpiNow> {
            auto const now = kpis.now(tx, {kpi.value});
            if (!now) return std::nullopt;
            okr::KpiNow answer{now->name, now->value, {}};
            for (auto const& [day, value] : now->history) answer.history.push_back({day, value});
            return answer;
          },
          [this](db::Tx& tx, policy::PersonId owner) {
            std::vector<okr::KpiOutside> all;
            for (auto& one : kpis.outside(tx, owner))
              all.push_back({{one.id.value}, std::move(one.name), std::move(one.unit), one.value, one.low, one.high});
            return all;
          }),
      kpis(events),
      stream(db, events,
             [this, &db](policy::Viewer const& viewer, events::Event const& event) {
               if (event.subject == "notice") return event.subject_id == viewer.person.value;
               return db.read([&](db::Tx& tx) { return okr.may_hear(tx, viewer, event); });
             }),
      jobs(db),
      notify(events, jobs, people::is_away,
             [](db::Tx& tx) { return static_cast<int>(people::conventions(tx).hand_up_after); }),
      router(db, identity) {
  // A key result that follows a KPI has its value, and somebody whose rights changed or who signed out has no open
  // stream with the old ones.
  kpis.on_entry([this](db::Tx& tx, kpi::KpiId kpi, double value, policy::PersonId author, base::Day day) {
    okr.check_ins.follow(tx, {kpi.value}, value, author, day);
  });
  kpis.on_archive([this](db::Tx& tx, kpi::KpiId kpi, std::string const& name, policy::PersonId by) {
    okr.check_ins.stop_following(tx, {kpi.value}, name, by);
  });
  events.witness(search::follow);
  events.witness([](db::Tx& tx, events::Event const& event) { okr::restate(tx, reword, event); });
  auto const close_streams = [this](db::Tx& tx, policy::PersonId person) {
    tx.after_commit([this, person] { stream.close_for(person); });
  };
  people.on_access_change([close_streams](db::Tx& tx, policy::PersonId person, bool) { close_streams(tx, person); });
  identity.on_end(close_streams);

  jobs.every(hour, "identity.tidy",
             [this](db::Db& at, auto const&) { at.write([&](db::Tx& tx) { identity.tidy(tx); }); });
  jobs.every(hour, "events.tidy",
             [](db::Db& at, auto const&) { at.write([](db::Tx& tx) { events::forget_old_events(tx); }); });
  jobs.every(hour, "rest.tidy",
             [](db::Db& at, auto const&) { at.write([](db::Tx& tx) { rest::forget_old_answers(tx); }); });

  jobs.every(hour, "okr.restate", [](db::Db& at, auto const&) { okr::restate_all(at, reword); });
  jobs.every(hour, "search.fill", [](db::Db& at, auto const&) { search::fill(at); });
  jobs.every(ten_seconds, "search.notes", [](db::Db& at, auto const&) { search::follow_notes(at); });

  router.add(identity.routes());
  router.add(people.routes());
  router.add(okr.routes());
  router.add(kpis.routes());
  router.add(notify.routes());
  router.add(connect::list_routes());
  router.add(guide::routes());
  router.add(guide::guideline_routes());
  router.add(connect::transfer_routes(people, events));
  for (auto const* path : {"/api/v1/imports/okrs", "/api/v1/imports/people"}) router.takes_files(path, file_bytes);
  router.add(audit::routes(name_today));
  router.on_refusal([refusals = std::make_shared<audit::Refusals>()](auto& at, auto const& route, auto const& path,
                                                                     auto const& viewer, auto const& problem) {
    refusals->note(at, route, path, viewer, problem);
  });
  router.add(search::routes());
  router.add(stream.routes());
  router.add(rest::docs_routes(router, version));
}

void Product::ByHand::deliver(db::Tx& tx, Letter const& letter) {
  tx.after_commit([person = letter.person.text()] {
    spdlog::warn("person {} asked for a new password; hand over a link made with 'waymark user link'", person);
  });
}

}  // namespace waymark::app
