#include "authorization/prepared.hpp"

#include "people/calendar_store.hpp"

namespace waymark::testing {
namespace {

constexpr db::Sql find_objective{"test.objective", "SELECT id FROM okr_objective WHERE title = :title"};
constexpr db::Sql find_blocker{"test.blocker", "SELECT id FROM okr_blocker WHERE key_result_id = :key_result"};

class Preparation {
 public:
  Preparation(Names const& names, db::Db& database) : names_(names), product_(database) {
    database.write([this](db::Tx& tx) {
      goals(tx);
      work(tx);
      talk(tx);
      calendar(tx);
      secrets(tx);
    });
    stand_for_the_cast();
  }

  Names names() && { return std::move(names_); }

 private:
  policy::PersonId person(char const* key) const { return {base::id_of(names_.at(key)).value()}; }
  policy::Viewer as(char const* key) const {
    return {.person = person(key),
            .roles = {policy::Role::employee},
            .scopes = {policy::Scope::read, policy::Scope::write}};
  }

  void goals(db::Tx& tx) {
    okr::NewObjective wanted;
    wanted.cycle_id = {base::id_of(names_.at("this_quarter")).value()};
    wanted.team_id = people::TeamId{base::id_of(names_.at("engineering")).value()};
    wanted.accountable_id = person("cam");
    wanted.title = "Be easy to read";
    wanted.contributor_ids = {person("erik")};
    okr::NewKeyResult measured;
    measured.title = "Cut the time from 5 to 1 day";
    measured.baseline = 5;
    measured.target = 1;
    auto another = measured;
    another.title = "Cut the calls about it from 9 to 1";
    wanted.key_results = {measured, another};
    auto const draft = written(tx, wanted);
    wanted.publish = true;
    auto const objective = written(tx, wanted);
    other_ = *tx.row<okr::ObjectiveId>(find_objective, "Answer like the engineer next door");
    objective_ = objective.id;
    key_result_ = objective.key_results.at(0).id;
    okr::NewObjective twin;
    twin.cycle_id = wanted.cycle_id;
    twin.team_id = people::TeamId{base::id_of(names_.at("finance")).value()};
    twin.accountable_id = person("pia");
    twin.title = wanted.title;
    twin.publish = true;
    twin.key_results = {okr::NewKeyResult{}};
    twin.key_results[0].title = "Halve the pages of a report";
    twin.key_results[0].baseline = 20;
    twin.key_results[0].target = 10;
    names_["twin"] = product_.okr.writing.create(tx, as("pia"), twin).text();
    names_["draft"] = draft.id.text();
    names_["draft_key_result"] = draft.key_results.at(0).id.text();
    names_["objective"] = objective_.text();
    names_["key_result"] = key_result_.text();
    names_["other_key_result"] = objective.key_results.at(1).id.text();
    names_["other"] = other_.text();
    names_["third"] =
        tx.row<okr::ObjectiveId>(find_objective, "Be the supplier that inspectors name as an example")->text();
  }

  okr::Objective written(db::Tx& tx, okr::NewObjective const& wanted) {
    return product_.okr.pages.get(tx, as("cam"), product_.okr.writing.create(tx, as("cam"), wanted));
  }

  void work(db::Tx& tx) {
    okr::NewCheckIn said;
    said.value = 4;
    said.confidence = 5;
    said.help_needed = "We need a second bench.";
    names_["check_in"] = product_.okr.check_ins.create(tx, as("cam"), key_result_, said).id.text();
    names_["blocker"] = tx.row<okr::BlockerId>(find_blocker, key_result_)->text();
    names_["link"] =
        product_.okr.alignment
            .create(tx, as("karl"), objective_, {.parent_id = other_, .parent_key_result_id = {}, .primary = {}})
            .id.text();
    names_["dependency"] =
        product_.okr.alignment
            .ask(tx, as("lena"), other_, {.provider_id = objective_, .need = "Diagrams", .due_on = {}})
            .id.text();
    names_["initiative"] = product_.okr.initiatives
                               .create(tx, as("cam"), objective_,
                                       {.title = "Second bench", .key_result_id = {}, .owner_id = {}, .due_on = {}})
                               .id.text();
  }

  void talk(db::Tx& tx) {
    names_["comment"] =
        product_.okr.comments
            .create(tx, as("cam"), objective_, {.text = "Look", .check_in_id = {}, .mention_ids = {}, .thanked_id = {}})
            .id.text();
    product_.okr.comments.create(tx, as("ben"), objective_, {.text = "Nice", .check_in_id = {}, .mention_ids = {}});
    names_["notice"] = notify::store::page(tx, person("cam"), {}, 1).at(0).id.text();
    policy::Viewer const hr{person("hugo"), {policy::Role::hr}, {policy::Scope::read, policy::Scope::write}};
    names_["view"] =
        product_.okr.views
            .create(tx, hr, {.name = "Stale", .query = "stale=true", .sharing = okr::Sharing::everyone, .team_id = {}})
            .id.text();
    names_["card"] = product_.okr.retros
                         .add(tx, as("cam"), people::TeamId{base::id_of(names_.at("engineering")).value()},
                              okr::CycleId{base::id_of(names_.at("this_quarter")).value()},
                              {.part = okr::RetroPart::learn, .text = "Ask"})
                         .id.text();
    kpi::NewKpi measure;
    measure.name = "Faults in the field";
    measure.team_id = people::TeamId{base::id_of(names_.at("engineering")).value()};
    measure.high = 5;
    names_["kpi"] = product_.kpis.create(tx, as("cam"), measure).text();
  }

  void calendar(db::Tx& tx) {
    people::Absence const leave{tx.new_id<people::AbsenceId>(), tx.today(), tx.today() + 4};
    people::insert_absence(tx, person("cam"), leave, person("cam"));
    names_["absence"] = leave.id.text();
    people::insert_holiday(tx, {*base::Day::parse("2026-01-01"), "New Year"});
  }

  void secrets(db::Tx& tx) {
    auto const token = product_.identity.new_token(
        tx, person("cam"), {.name = "x", .scopes = {policy::Scope::read}, .expires_in_days = 1});
    names_["token"] = token.token.id.text();
    names_["nele"] =
        product_.people.create_person(tx, {}, {"Nele Brandt", "nele@halden.example", {}, {}, {}, {}, {}}).text();
    auto const link = product_.identity.new_link(tx, {}, person("lars")).link;
    names_["secret"] = link.substr(link.find('=') + 1);
    names_["session"] = base::id_text(base::new_id(tx.now()));  // somebody else's
  }

  // What requests.txt names by its part.
  void stand_for_the_cast() {
    for (auto const& [part, played_by] : {std::pair{"person", "cam"},
                                          {"owner", "cam"},
                                          {"contributor", "erik"},
                                          {"member", "ben"},
                                          {"helper", "ben"},
                                          {"employee", "karl"},
                                          {"hr", "hugo"},
                                          {"administrator", "sam"},
                                          {"team", "engineering"},
                                          {"elsewhere", "sales"},
                                          {"company", "halden_instruments"},
                                          {"team_kpi/kpi", "kpi"}})
      names_[part] = names_.at(played_by);
    names_["mark"] = "easy";
  }

  Names names_;
  app::Product product_;
  okr::ObjectiveId objective_;
  okr::ObjectiveId other_;
  okr::KeyResultId key_result_;
};

}  // namespace

Names prepare(World& world) {
  return prepare(world.names(), *world.database);
}

Names prepare(Names const& names, db::Db& database) {
  return Preparation{names, database}.names();
}

}  // namespace waymark::testing
