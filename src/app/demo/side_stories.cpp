#include "app/demo/agreements.hpp"
#include "app/demo/story.hpp"

namespace waymark::app::demo {

using policy::Role;

void Story::hire(db::Tx& tx) {
  policy::PersonId const nobody;
  auto const& staff = product_.people;
  auto const company = staff.create_team(
      tx, nobody, {.name = "Halden Instruments", .kind = people::TeamKind::company, .parent_id = {}, .lead_id = {}});
  teams_["Halden Instruments"] = company;
  for (auto const& row : people()) {
    people::NewPerson wanted;
    wanted.name = std::string{row.name};
    wanted.email = std::string{row.key} + "@halden.example";
    wanted.title = std::string{row.title};
    if (!row.manager.empty()) wanted.manager_id = person(row.manager);
    if (row.key == "hugo") wanted.roles = {Role::hr};
    if (row.key == "sam") wanted.roles = {Role::administrator};
    if (row.key == "iris") wanted.roles = {Role::executive};
    if (row.key == "olga") wanted.roles = {Role::auditor};
    people_[std::string{row.key}] = staff.create_person(tx, nobody, wanted);
  }
  for (auto const& row : teams()) {
    auto const lead = person(row.lead);
    teams_[std::string{row.name}] = staff.create_team(
        tx, nobody,
        {.name = std::string{row.name}, .kind = people::TeamKind::department, .parent_id = company, .lead_id = lead});
  }
  staff.change_team(tx, nobody, company,
                    {.name = {}, .parent_id = {}, .lead_id = {.given = true, .value = person("iris")}, .cadence = {}});
  for (auto const& row : people()) staff.join(tx, nobody, teams_.at(std::string{row.team}), person(row.key));
  agree(tx, product_, as("hugo"));
}

// What happens beside the weekly rhythm.
void Story::side_stories() {
  auto const day_of = [](Stretch const& stretch, int week, int day) {
    return stretch.starts_on + (7 * (week - 1) + day);
  };
  at(office_hour(day_of(calendar_.second, 3, 4), "zed"),
     [this](db::Tx& tx) { product_.people.depart(tx, person("hugo"), person("zed")); });
  for (auto const& row : amendments()) {
    auto const& stretch = row.week == 6                                        ? calendar_.second
                          : row.key_result.starts_with("Raise the order book") ? calendar_.first
                                                                               : calendar_.current;
    at(office_hour(day_of(stretch, row.week, 4), row.key_result), [this, &row](db::Tx& tx) { amend(tx, row); });
  }
  for (auto const& row : initiatives()) {
    at(office_hour(day_of(calendar_.current, 2, 1), row.title), [this, &row](db::Tx& tx) { start(tx, row); });
  }
  for (auto const& row : dependencies()) {
    at(office_hour(day_of(calendar_.current, 5, 2), row.objective), [this, &row](db::Tx& tx) { ask(tx, row); });
  }
  at(office_hour(day_of(calendar_.first, 1, 2), "web shop"), [this](db::Tx& tx) { begin_web_shop(tx); });
  at(office_hour(day_of(calendar_.first, 6, 2), "web shop"), [this](db::Tx& tx) {
    product_.okr.objectives.cancel(
        tx, as("dora"), objectives_.at(std::string{web_shop}),
        "The wholesaler will carry the spare parts; a shop of our own would only double it.");
  });
  at(office_hour(day_of(calendar_.current, 6, 1), "draft"), [this](db::Tx& tx) { begin_draft(tx); });
}

void Story::amend(db::Tx& tx, AmendmentRow const& row) {
  auto const id = key_results_.at(std::string{row.key_result});
  auto const now = product_.okr.key_results.get(tx, as("iris"), id);
  policy::Viewer owner = as("iris");
  owner.person = now.owner.id;
  okr::KeyResultChange change;
  change.target = target_of(row.key_result);
  change.reason = std::string{row.reason};
  product_.okr.key_results.change(tx, owner, id, now.version, change);
}

void Story::start(db::Tx& tx, InitiativeRow const& row) {
  okr::NewInitiative wanted;
  wanted.title = std::string{row.title};
  wanted.owner_id = person(row.owner);
  auto const viewer = as(row.owner);
  auto const made = product_.okr.initiatives.create(tx, viewer, objectives_.at(std::string{row.objective}), wanted);
  if (!row.done) return;
  okr::InitiativeChange change;
  change.state = okr::InitiativeState::done;
  product_.okr.initiatives.change(tx, viewer, made.id, made.version, change);
}

void Story::ask(db::Tx& tx, DependencyRow const& row) {
  auto const ours = objectives_.at(std::string{row.objective});
  auto const theirs = objectives_.at(std::string{row.provider});
  auto const accountable = [&](okr::ObjectiveId id) {
    auto viewer = as("iris");
    viewer.person = product_.okr.pages.get(tx, viewer, id).accountable.id;
    return viewer;
  };
  okr::NewDependency wanted{
      .provider_id = theirs, .need = std::string{row.need}, .due_on = calendar_.current.ends_on - 28};
  auto const asked = product_.okr.alignment.ask(tx, accountable(ours), ours, wanted);
  if (!row.confirmed) return;
  product_.okr.alignment.answer(tx, accountable(theirs), asked.id,
                                {.state = okr::DependencyState::confirmed, .answer = "Yes, we have planned for it."});
}

void Story::begin_web_shop(db::Tx& tx) {
  static ObjectiveRow const row{
      "Sales",
      "alice",
      web_shop,
      "Small parts cost more to offer than to send.",
      okr::Ambition::aspirational,
      "",
      {{"Sell 100 spare parts without an offer", okr::Kind::number, 0, 100, "parts", "alice", 0, "", ""}}};
  write(tx, calendar_.first, row);
}

void Story::begin_draft(db::Tx& tx) {
  okr::NewObjective draft;
  draft.cycle_id = cycles_.at(calendar_.current.name);
  draft.person_id = person("cam");
  draft.title = "Write the firmware guide I wish I had been given";
  draft.why = "Ivan and Ella asked me the same ten questions that I once asked.";
  auto const id = product_.okr.writing.create(tx, as("cam"), draft);
  product_.okr.drafts.share_with(tx, as("cam"), id, person("ben"));
}

double target_of(std::string_view key_result) {
  for (auto const* rows : {&first_quarter(), &second_quarter(), &this_quarter()}) {
    for (auto const& objective : *rows) {
      for (auto const& row : objective.key_results) {
        if (row.title == key_result) return row.to;
      }
    }
  }
  return 0;
}

}  // namespace waymark::app::demo
