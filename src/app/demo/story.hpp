#pragma once

#include <functional>
#include <map>
#include <string>

#include "app/demo/calendar.hpp"
#include "app/demo/tables.hpp"
#include "app/wiring.hpp"

namespace waymark::app::demo {

inline constexpr std::string_view web_shop = "Open a shop for spare parts";

// The target of a key result as the tables say it.
double target_of(std::string_view key_result);

// What happens in the demo world, and when. Acts are told in any order and played in the order of their moments.
class Story {
 public:
  Story(Product& product, Calendar const& calendar);

  void play(db::Db& database, base::FixedClock& clock, std::function<void(std::size_t, std::size_t)> const& told);

  std::vector<policy::PersonId> staff() const;  // who are still here

 private:
  using Act = std::function<void(db::Tx&)>;
  void at(base::Millis moment, Act act);  // not at all when it lies ahead of us

  void begin();
  void run_year();
  void run_quarter(Stretch const& stretch, std::vector<ObjectiveRow> const& rows);
  void close_quarter(Stretch const& stretch, std::vector<ObjectiveRow> const& rows,
                     std::vector<RetroRow> const& retros);
  void review(Stretch const& stretch);
  void run_kpis();
  void talk();
  void side_stories();

  void hire(db::Tx& tx);
  void open_cycle(db::Tx& tx, Stretch const& stretch, okr::CycleKind kind, okr::Cadence cadence);
  void set_phase(db::Tx& tx, std::string const& cycle, okr::Phase phase);
  void write(db::Tx& tx, Stretch const& stretch, ObjectiveRow const& row);
  okr::NewKeyResult wanted(KeyResultRow const& row) const;
  void check_in_weekly(Stretch const& stretch, KeyResultRow const& row, int step);
  void check_in(db::Tx& tx, KeyResultRow const& row, int week, double share, bool newest);
  void acknowledge(db::Tx& tx, KeyResultRow const& row, okr::CheckInId id);
  void close(db::Tx& tx, ObjectiveRow const& row);
  void amend(db::Tx& tx, AmendmentRow const& row);
  void start(db::Tx& tx, InitiativeRow const& row);
  void ask(db::Tx& tx, DependencyRow const& row);
  void begin_kpi(db::Tx& tx, KpiRow const& row);
  void begin_web_shop(db::Tx& tx);
  void begin_draft(db::Tx& tx);
  void write_retro(db::Tx& tx, Stretch const& stretch, RetroRow const& row);

  policy::Viewer as(std::string_view person) const;
  policy::PersonId person(std::string_view key) const { return people_.at(std::string{key}); }

  Product& product_;
  Calendar calendar_;
  std::multimap<base::Millis, Act> acts_;
  std::map<std::string, policy::PersonId> people_;
  std::map<std::string, people::TeamId> teams_;
  std::map<std::string, okr::CycleId> cycles_;
  std::map<std::string, okr::ObjectiveId> objectives_;
  std::map<std::string, okr::KeyResultId> key_results_;
  std::map<std::string, kpi::KpiId> kpis_;
  std::map<std::string, std::string> team_of_;  // of key results
};

}  // namespace waymark::app::demo
