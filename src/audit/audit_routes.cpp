#include "audit/audit.hpp"
#include "audit/audit_store.hpp"

namespace waymark::audit {
namespace {

rest::Page<AuditLine> page(db::Tx& tx, AuditFilter const& filter) {
  auto const most = filter.limit.value_or(50).value;
  rest::Page<AuditLine> page{lines(tx, filter, most + 1), {}};
  if (std::ssize(page.items) > most) {
    page.items.pop_back();
    page.next = page.items.back().id.text();
  }
  return page;
}

}  // namespace

std::vector<rest::Route> routes() {
  return {
      rest::get("/api/v1/audit", policy::auditor, "Who did what, the newest first.",
                [](rest::Call<rest::Nothing, AuditFilter> const& call) { return page(call.tx, call.query); }),
  };
}

}  // namespace waymark::audit
