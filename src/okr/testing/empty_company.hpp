#pragma once

#include "okr/transfer/import.hpp"
#include "okr/transfer/snapshot.hpp"
#include "testing/databases.hpp"

namespace waymark::okr {

// For tests: an organisation of nobody but its administrator, who brings OKRs in.
class EmptyCompany {
 public:
  explicit EmptyCompany(db::Db& db) : db_(db) {
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

  Imported okrs(Plan const& plan) {
    return db_.write([&](db::Tx& tx) { return import_plan(tx, people_, events_, viewer, plan); });
  }

  Plan taken() {
    return db_.read([&](db::Tx& tx) { return snapshot(tx, viewer); });
  }

  policy::Viewer viewer;

 protected:
  db::Db& db_;
  events::Events events_;
  people::People people_{events_};
};

}  // namespace waymark::okr
