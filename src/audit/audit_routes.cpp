#include "audit/audit.hpp"
#include "audit/audit_store.hpp"

namespace waymark::audit {
namespace {

rest::Page<AuditLine> page(db::Tx& tx, AuditFilter const& filter, NameOf const& name_of) {
  auto const most = filter.limit.value_or(50).value;
  rest::Page<AuditLine> page{lines(tx, filter, most + 1), {}};
  if (std::ssize(page.items) > most) {
    page.items.pop_back();
    page.next = page.items.back().id.text();
  }
  for (auto& line : page.items) {
    if (line.actor_id) line.actor = name_of(tx, *line.actor_id);
  }
  return page;
}

}  // namespace

std::vector<rest::Route> routes(NameOf name_of) {
  return {
      rest::get("/api/v1/audit", policy::auditor, "Who did what, the newest first.",
                [name_of = std::move(name_of)](rest::Call<rest::Nothing, AuditFilter> const& call) {
                  return page(call.tx, call.query, name_of);
                }),
  };
}

}  // namespace waymark::audit
