#include "guide/guideline.hpp"

#include "audit/audit.hpp"
#include "core/base/problem.hpp"
#include "core/json/write.hpp"
#include "guide/guideline_store.hpp"
#include "people/directory.hpp"

namespace waymark::guide {

using policy::Role;
using rest::Call;

Guidelines guidelines(db::Tx& tx, policy::Viewer const& viewer) {
  Guidelines page{};
  if (auto const row = newest_guideline(tx)) {
    page.text = row->text;
    page.version = row->version;
    page.author = people::name_of(tx, row->author_id);
    page.changed_at = row->created_at;
    page.acknowledged_at = acknowledged_at(tx, row->version, viewer.person);
  }
  if (!viewer.is(Role::hr)) return page;
  page.acknowledgements = acknowledgements(tx, page.version);
  page.people = people_here(tx);
  page.may = {"edit"};
  return page;
}

void write_guidelines(db::Tx& tx, policy::Viewer const& viewer, std::string const& text, std::int64_t seen) {
  auto const now = guidelines(tx, viewer);
  if (now.version != seen) {
    auto lost = base::conflict("version_conflict", "The guidelines were changed by somebody else meanwhile.");
    lost.current = json::text_of(now);
    throw lost;
  }
  if (now.text == text) return;
  insert_guideline(tx, {seen + 1, text, viewer.person, tx.now()});
  audit::record(tx, viewer.person, "guidelines.written", "guidelines", 0, {},
                {.codes = audit::code("version", std::to_string(seen + 1))});
}

void acknowledge(db::Tx& tx, policy::Viewer const& viewer, std::int64_t version) {
  auto const newest = newest_guideline(tx);
  if (!newest || newest->version != version)
    throw base::conflict("newer_version", "There is a newer version of the guidelines. Please read that one.");
  insert_acknowledgement(tx, version, viewer.person);
}

std::vector<rest::Route> guideline_routes() {
  return {
      rest::get("/api/v1/guidelines", policy::signed_in, "How OKRs are used here.",
                [](Call<> const& call) { return guidelines(call.tx, call.viewer); }),
      rest::patch("/api/v1/guidelines", policy::hr, "Writes a new version of the guidelines.",
                  [](Call<GuidelinesChange> const& call) {
                    write_guidelines(call.tx, call.viewer, call.body.text, call.seen_version());
                    return guidelines(call.tx, call.viewer);
                  }),
      rest::put("/api/v1/guidelines/acknowledgement", policy::signed_in, "Says that one has read this version.",
                [](Call<Acknowledgement> const& call) {
                  acknowledge(call.tx, call.viewer, call.body.version);
                  return guidelines(call.tx, call.viewer);
                }),
  };
}

}  // namespace waymark::guide
