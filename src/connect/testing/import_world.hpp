#pragma once

#include "connect/directory/people_import.hpp"
#include "okr/transfer/import.hpp"
#include "connect/okr_export.hpp"
#include "connect/okrs/okr_rows.hpp"
#include "testing/databases.hpp"

// For tests: organisations to import into.
namespace waymark::connect {

// An organisation with its administrator, who imports.
class World {
 public:
  explicit World(db::Db& db) : db_(db) {
    db_.write([&](db::Tx& tx) {
      people::NewTeam company;
      company.name = "Acme";
      company.kind = people::TeamKind::company;
      people_.create_team(tx, {}, company);
      people::NewPerson admin;
      admin.name = "Robin Admin";
      admin.email = "robin@acme.example";
      admin.roles = {policy::Role::administrator};
      viewer.person = people_.create_person(tx, {}, admin);
      viewer.roles = {policy::Role::employee, policy::Role::administrator};
    });
  }

  OkrsMade okrs(okr::Plan const& plan) {
    return db_.write([&](db::Tx& tx) { return import_okrs(tx, people_, events_, viewer, plan); });
  }

  PeopleMade directory(PeoplePlan const& plan) {
    return db_.write([&](db::Tx& tx) { return import_people(tx, people_, viewer, plan); });
  }

  std::string exported() {
    return db_.read([&](db::Tx& tx) { return export_okrs(tx, viewer); });
  }

  policy::Viewer viewer;

 private:
  db::Db& db_;
  events::Events events_;
  people::People people_{events_};
};

// A second organisation, in a database of its own of the same kind.
struct Elsewhere final : waymark::testing::OnBothDatabases {
  World world{*db};

 private:
  void TestBody() override {}
};

class Importing : public waymark::testing::OnBothDatabases {
 protected:
  OkrsMade okrs(std::string_view csv) {
    auto const plan = okr_plan(read_csv(csv));
    EXPECT_TRUE(plan.rejected.empty());
    return world.okrs(plan);
  }

  PeopleMade directory(std::string_view csv) {
    auto const plan = people_plan(read_csv(csv));
    EXPECT_TRUE(plan.rejected.empty());
    return world.directory(plan);
  }

  World world{*db};
  policy::Viewer const& viewer = world.viewer;
};

}  // namespace waymark::connect
