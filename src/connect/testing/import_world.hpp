#pragma once

#include "connect/directory/people_import.hpp"
#include "connect/okr_export.hpp"
#include "connect/okrs/okr_rows.hpp"
#include "okr/testing/empty_company.hpp"

// For tests: organisations to import into.
namespace waymark::connect {

// An organisation with its administrator, who imports files.
class World : public okr::EmptyCompany {
 public:
  using EmptyCompany::EmptyCompany;

  PeopleMade directory(PeoplePlan const& plan) {
    return db_.write([&](db::Tx& tx) { return import_people(tx, people_, viewer, plan); });
  }

  std::string exported() {
    return db_.read([&](db::Tx& tx) { return export_okrs(tx, viewer); });
  }
};

// A second organisation, in a database of its own of the same kind.
struct Elsewhere final : waymark::testing::OnBothDatabases {
  World world{*db};

 private:
  void TestBody() override {}
};

class Importing : public waymark::testing::OnBothDatabases {
 protected:
  okr::Imported okrs(std::string_view csv) {
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
