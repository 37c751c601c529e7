#include "authorization/cast.hpp"

#include "people/calendar_store.hpp"
#include "people/directory.hpp"
#include "search/note_store.hpp"
#include "world/repeating_jobs.hpp"

namespace waymark::testing {
namespace {

using policy::PersonId;
using policy::Role;
using policy::Scope;

constexpr db::Sql find_blocker{"test.blocker", "SELECT id FROM okr_blocker WHERE key_result_id = :key_result"};
constexpr db::Sql put_off_jobs{"test.put_off", "UPDATE core_job SET due_at = :due"};
constexpr base::Millis minute = 60'000;

class Casting {
 public:
  explicit Casting(World& world) : world_(world), product_(*world.database), names_(world.names()) {}

  Cast cast() {
    act([&](db::Tx& tx) { before(tx); });
    act([&](db::Tx& tx) { changes(tx); });
    act([&](db::Tx& tx) { things(tx); });
    act([&](db::Tx& tx) { leave(tx); });
    sign_in("owner");
    sign_in("administrator");
    sign_in("hr");
    act([&](db::Tx& tx) { tokens(tx); });
    callers_["nobody"] = {};
    names_["session"] = session_of("owner");
    return {std::move(callers_), std::move(names_)};
  }

 private:
  template <class F>
  void act(F&& work) {
    world_.database->write(work);
    world_.clock.set(world_.clock.now() + minute);
  }

  PersonId person(std::string const& key) const { return {base::id_of(names_.at(key)).value()}; }
  people::TeamId team(std::string const& key) const { return {base::id_of(names_.at(key)).value()}; }
  policy::Viewer as(std::string const& key) const {
    return {.person = person(key),
            .roles = {key == "executive" ? Role::executive
                      : key == "hr"      ? Role::hr
                                         : Role::employee},
            .scopes = {Scope::read, Scope::write, Scope::administer}};
  }

  void enter(db::Tx& tx, std::string const& key, std::vector<Role> roles = {}, std::string const& manager = "") {
    people::NewPerson given;
    given.name = "The " + key;
    given.email = "the_" + key + "@halden.example";
    given.title = "Engineer";
    given.roles = std::move(roles);
    if (!manager.empty()) given.manager_id = person(manager);
    auto const id = product_.people.create_person(tx, {}, given);
    if (key != "newcomer") people::note_entry(tx, id);
    names_[key] = id.text();
    cast_.push_back(key);
  }

  people::TeamId found(db::Tx& tx, std::string const& key, people::TeamKind kind, std::string const& under,
                       std::string const& lead) {
    people::NewTeam given;
    given.name = "Matrix " + key;
    given.kind = kind;
    given.parent_id = team(under);
    if (!lead.empty()) given.lead_id = person(lead);
    auto const id = product_.people.create_team(tx, {}, given);
    names_[key] = id.text();
    return id;
  }

  // Who was there before: what they could see of that time they see no longer, and who comes after them sees what is
  // written from then on.
  void before(db::Tx& tx) {
    for (auto const* key : {"former_manager", "manager_above", "stand_in", "author", "member", "former_member", "lead",
                            "former_lead", "lead_above", "contributor", "key_result_owner", "reader", "team_reader",
                            "proposer", "helper", "lead_elsewhere", "member_elsewhere", "employee", "newcomer"})
      enter(tx, key);
    enter(tx, "manager", {}, "manager_above");
    enter(tx, "owner", {}, "former_manager");
    enter(tx, "leaver", {}, "stand_in");
    enter(tx, "hr", {Role::hr});
    enter(tx, "administrator", {Role::administrator});
    enter(tx, "executive", {Role::executive});
    enter(tx, "auditor", {Role::auditor});
    enter(tx, "former_hr", {Role::hr});
    enter(tx, "other_administrator", {Role::administrator});
    names_["company"] = people::company(tx)->text();
    found(tx, "department", people::TeamKind::department, "company", "lead_above");
    found(tx, "team", people::TeamKind::team, "department", "former_lead");
    found(tx, "elsewhere", people::TeamKind::team, "company", "lead_elsewhere");
    found(tx, "readers", people::TeamKind::team, "company", "");
    product_.people.join(tx, {}, team("team"), person("author"));
    product_.people.join(tx, {}, team("team"), person("former_member"));
    product_.people.join(tx, {}, team("elsewhere"), person("member_elsewhere"));
    write(tx, "early_draft", "Binturong", "author", "owner");
  }

  void changes(db::Tx& tx) {
    product_.people.set_manager(tx, {}, person("owner"), person("manager"));
    people::TeamChange change;
    change.lead_id = {true, person("lead")};
    product_.people.change_team(tx, {}, team("team"), change);
    product_.people.leave(tx, {}, team("team"), person("former_lead"));
    product_.people.leave(tx, {}, team("team"), person("former_member"));
    product_.people.join(tx, {}, team("team"), person("member"));
    product_.people.join(tx, {}, team("readers"), person("team_reader"));
    product_.people.set_roles(tx, {}, person("former_hr"), {Role::employee});
    product_.people.join(tx, {}, team("company"), person("author"));
  }

  void things(db::Tx& tx) {
    okr::NewObjective other = wanted("Okapi");
    other.team_id = team("elsewhere");
    other.accountable_id = person("lead_elsewhere");
    other.publish = true;
    names_["other"] = product_.okr.writing.create(tx, as("lead_elsewhere"), other).text();
    other.title = "Be as quick as a Caracal";
    names_["twin"] = product_.okr.writing.create(tx, as("lead_elsewhere"), other).text();
    write(tx, "draft", "Aardwolf", "author", "owner");
    write(tx, "orphaned_draft", "Gerenuk", "author", "leaver");
    write(tx, "company_draft", "Ibex", "author", "owner", "company");
    write(tx, "own_draft", "Kudu", "owner", "owner", "");
    publish(tx, "published", "Caracal", "author", "owner");
    publish(tx, "orphaned", "Fossa", "author", "leaver");
    publish(tx, "company", "Hoatzin", "author", "owner", "company");
    publish(tx, "own", "Jerboa", "owner", "owner", "");
    product_.okr.writing.publish(tx, as("contributor"),
                                 write(tx, "quiet", "Lemur", "author", "owner", "team", true).id);
    take_back(tx);
    publish(tx, "closed", "Dugong", "author", "owner");
    publish(tx, "cancelled", "Echidna", "author", "owner");
    close(tx);
    product_.okr.objectives.cancel(tx, as("owner"), objective("cancelled"), "Another way was found");
    beside(tx);
    talk(tx);
    directory(tx);
  }

  okr::ObjectiveId objective(std::string const& state) const {
    return {base::id_of(names_.at(state + "/objective")).value()};
  }

  okr::NewObjective wanted(std::string const& mark) const {
    okr::NewObjective wanted;
    wanted.cycle_id = {base::id_of(names_.at("this_quarter")).value()};
    wanted.title = "Be as quick as a " + mark;
    okr::NewKeyResult first;
    first.title = mark + " takes from 5 to 1 day";
    first.baseline = 5;
    first.target = 1;
    auto second = first;
    second.title = mark + " has from 9 to 1 calls";
    wanted.key_results = {first, second};
    return wanted;
  }

  okr::Objective write(db::Tx& tx, std::string const& state, std::string const& mark, std::string const& by,
                       std::string const& accountable, std::string const& of = "team", bool quietly = false) {
    auto objective = wanted(mark);
    if (of.empty()) {
      objective.person_id = person(accountable);
    } else {
      objective.team_id = team(of);
    }
    objective.accountable_id = person(accountable);
    objective.contributor_ids = {person("contributor")};
    objective.key_results[0].owner_id = person("key_result_owner");
    auto const made = product_.okr.pages.get(tx, as(by), product_.okr.writing.create(tx, as(by), objective));
    names_[state + "/objective"] = made.id.text();
    names_[state + "/mark"] = mark;
    names_[state + "/key_result"] = made.key_results.at(0).id.text();
    names_[state + "/other_key_result"] = made.key_results.at(1).id.text();
    for (auto const* reader : {"reader", "proposer"})
      product_.okr.drafts.share_with(tx, as("contributor"), made.id, person(reader));
    product_.okr.drafts.share_with(tx, as("contributor"), made.id, team("readers"));
    if (quietly) return made;
    names_[state + "/comment"] =
        product_.okr.comments.create(tx, as("contributor"), made.id, {"Look, " + mark}).id.text();
    names_[state + "/initiative"] =
        product_.okr.initiatives.create(tx, as("contributor"), made.id, {"Second " + mark, {}, {}, {}}).id.text();
    if (names_.contains("other")) {
      okr::NewLink link{
          .parent_id = {base::id_of(names_.at("other")).value()}, .parent_key_result_id = {}, .primary = {}};
      names_[state + "/link"] = product_.okr.alignment.create(tx, as("proposer"), made.id, link).id.text();
    }
    return made;
  }

  void publish(db::Tx& tx, std::string const& state, std::string const& mark, std::string const& by,
               std::string const& accountable, std::string const& of = "team") {
    auto const made = write(tx, state, mark, by, accountable, of);
    product_.okr.writing.publish(tx, as("contributor"), made.id);
    okr::NewCheckIn said;
    said.value = 4;
    said.confidence = 5;
    said.what_happened = mark + " ran";
    said.help_needed = mark + " needs a bench";
    said.help_from = person("helper");
    auto const key_result = made.key_results.at(0).id;
    names_[state + "/check_in"] = product_.okr.check_ins.create(tx, as("key_result_owner"), key_result, said).id.text();
    names_[state + "/blocker"] = tx.row<okr::BlockerId>(find_blocker, key_result)->text();
    okr::ObjectiveId const asking{base::id_of(names_.at("other")).value()};
    names_[state + "/dependency"] =
        product_.okr.alignment
            .ask(tx, as("lead_elsewhere"), asking, {.provider_id = made.id, .need = "Diagrams", .due_on = {}})
            .id.text();
  }

  // A draft with a check-in: what was said when it was published.
  void take_back(db::Tx& tx) {
    auto const made = write(tx, "taken_back", "Manatee", "author", "owner", "team", true);
    product_.okr.writing.publish(tx, as("owner"), made.id);
    okr::NewCheckIn said;
    said.value = 4;
    said.confidence = 5;
    said.what_happened = "Manatee ran";
    names_["taken_back/check_in"] =
        product_.okr.check_ins.create(tx, as("owner"), made.key_results.at(0).id, said).id.text();
    product_.okr.objectives.take_back(tx, as("owner"), made.id);
  }

  void close(db::Tx& tx) {
    okr::NewClosure wanted;
    wanted.grade = 0.5;
    wanted.reason = "We stop here";
    wanted.execution = okr::Execution::good;
    wanted.cause = okr::Cause::other;
    wanted.learning = "Begin earlier";
    okr::NewKeyResultClosure missed;
    missed.key_result_id = {base::id_of(names_.at("closed/key_result")).value()};
    missed.outcome = okr::Outcome::missed;
    missed.cause = okr::Cause::other;
    wanted.key_results = {missed};
    product_.okr.closing.close(tx, as("owner"), objective("closed"), wanted);
  }

  // Views, measures, lines of a retro.
  void beside(db::Tx& tx) {
    auto const view = [&](char const* state, char const* by, okr::Sharing sharing) {
      okr::NewView wanted;
      wanted.name = std::string{"View "} + state;
      wanted.query = "stale=true";
      wanted.sharing = sharing;
      if (sharing == okr::Sharing::team) wanted.team_id = team("team");
      names_[std::string{state} + "/view"] = product_.okr.views.create(tx, as(by), wanted).id.text();
      names_[std::string{state} + "/mark"] = wanted.name;
    };
    view("personal_view", "owner", okr::Sharing::personal);
    view("team_view", "lead", okr::Sharing::team);
    view("view_for_all", "hr", okr::Sharing::everyone);
    names_["card"] = product_.okr.retros
                         .add(tx, as("member"), team("team"), {base::id_of(names_.at("this_quarter")).value()},
                              {.part = okr::RetroPart::learn, .text = "Ask"})
                         .id.text();
    kpi::NewKpi measure;
    measure.name = "Faults in the field";
    measure.team_id = team("team");
    measure.owner_id = person("owner");
    measure.high = 5;
    names_["team_kpi/kpi"] = product_.kpis.create(tx, as("member"), measure).text();
    measure.name = "Faults of all";
    measure.team_id.reset();
    measure.owner_id = person("helper");
    names_["company_kpi/kpi"] = product_.kpis.create(tx, as("hr"), measure).text();
  }

  void talk(db::Tx& tx) {
    okr::NewComment mention{"See here"};
    mention.mention_ids = {person("owner")};
    product_.okr.comments.create(tx, as("contributor"), objective("published"), mention);
    names_["notice"] = notify::store::page(tx, person("owner"), {}, 1).at(0).id.text();
  }

  void directory(db::Tx& tx) {
    people::Absence const away{tx.new_id<people::AbsenceId>(), tx.today(), tx.today() + 4};
    people::insert_absence(tx, person("owner"), away, person("owner"));
    names_["absence"] = away.id.text();
    people::insert_holiday(tx, {*base::Day::parse("2026-01-01"), "New Year"});
    names_["colleague/person"] = names_["owner"];
    names_["newcomer/person"] = names_["newcomer"];
    names_["an_administrator/person"] = names_["other_administrator"];
    names_["left/person"] = names_["leaver"];
  }

  void leave(db::Tx& tx) {
    secret_of(tx, "leaver", {Scope::read, Scope::write, Scope::administer});
    product_.people.leave(tx, {}, team("team"), person("author"));
    product_.people.leave(tx, {}, team("company"), person("author"));
    product_.people.depart(tx, {}, person("leaver"));
    tx.run(put_off_jobs, world_.clock.now() + far_away);
    search::store::index_notes(tx, 100'000);
    for (auto const* key : {"owner", "administrator", "hr"}) {
      auto const link = product_.identity.new_link(tx, {}, person(key)).link;
      names_[std::string{key} + "_secret"] = link.substr(link.find('=') + 1);
    }
    auto const link = product_.identity.new_link(tx, {}, person("newcomer")).link;
    names_["secret"] = link.substr(link.find('=') + 1);
  }

  void sign_in(std::string const& key) {
    Client client{world_.port()};
    Headers const json{{"Content-Type", "application/json"}};
    client.send("PUT", "/api/v1/password-links/" + names_.at(key + "_secret"), json,
                R"({"password": "measure twice, cut once"})");
    auto const answer =
        client.send("POST", "/api/v1/session", json,
                    R"({"email": "the_)" + key + R"(@halden.example", "password": "measure twice, cut once"})");
    auto const cookie = answer.headers.at("set-cookie");
    callers_[key + "_in_browser"] = {{"Cookie", cookie.substr(0, cookie.find(';'))}};
  }

  std::string session_of(std::string const& key) {
    auto const list = Client{world_.port()}.send("GET", "/api/v1/me/sessions", callers_.at(key + "_in_browser")).body;
    auto const at = list.find("\"id\":\"") + 6;
    return list.substr(at, 13);
  }

  void secret_of(db::Tx& tx, std::string const& key, std::vector<Scope> scopes, std::string const& as = "") {
    auto const made = product_.identity.new_token(tx, person(key),
                                                  {.name = "test", .scopes = std::move(scopes), .expires_in_days = 9});
    callers_[as.empty() ? key : as] = {{"Authorization", "Bearer " + made.secret}};
    if (as == "owner_reading") names_["token"] = made.token.id.text();
  }

  void tokens(db::Tx& tx) {
    for (auto const& key : cast_) {
      if (key != "leaver") secret_of(tx, key, {Scope::read, Scope::write, Scope::administer});
    }
    secret_of(tx, "owner", {Scope::read}, "owner_reading");
    secret_of(tx, "hr", {Scope::read, Scope::write}, "hr_writing");
    secret_of(tx, "administrator", {Scope::read, Scope::write}, "administrator_writing");
    callers_.erase("newcomer");
    callers_.erase("other_administrator");
  }

  World& world_;
  app::Product product_;
  Names names_;
  Callers callers_;
  std::vector<std::string> cast_;
};

}  // namespace

Cast cast_in(World& world) {
  return Casting{world}.cast();
}

}  // namespace waymark::testing
