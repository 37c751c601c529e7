#include <memory>

#include "audit/audit.hpp"
#include "audit/audit_store.hpp"
#include "audit/chain_watch.hpp"
#include "core/base/text.hpp"

namespace waymark::audit {
namespace {

using rest::Call;

std::vector<AuditCode> codes_in(std::string_view text) {
  std::vector<AuditCode> codes;
  for (auto const one : base::split(text, ';')) {
    auto const sign = one.find('=');
    if (sign != std::string_view::npos)
      codes.push_back({std::string{one.substr(0, sign)}, std::string{one.substr(sign + 1)}});
  }
  return codes;
}

AuditLine told(db::Tx& tx, Row row, NameOf const& name_of) {
  auto const person = [&](std::optional<policy::PersonId> id) {
    return id ? name_of(tx, "person", id->value) : std::nullopt;
  };
  auto subject = row.subject_id ? name_of(tx, row.subject, row.subject_id->value) : std::nullopt;
  return {.id = row.id,
          .number = row.id.value,
          .at = row.at,
          .actor_id = row.actor_id,
          .actor = person(row.actor_id),
          .in_place_of_id = row.in_place_of_id,
          .in_place_of = person(row.in_place_of_id),
          .action = std::move(row.action),
          .subject = std::move(row.subject),
          .subject_id = row.subject_id,
          .subject_name = std::move(subject),
          .with_id = row.with_id,
          .with = person(row.with_id),
          .codes = codes_in(row.codes),
          .words = std::move(row.words),
          .erased = row.erased};
}

rest::Page<AuditLine> page(db::Tx& tx, AuditFilter const& filter, NameOf const& name_of) {
  auto const most = filter.limit.value_or(50).value;
  auto rows = lines(tx, filter, most + 1);
  rest::Page<AuditLine> page;
  if (std::ssize(rows) > most) {
    rows.pop_back();
    page.next = rows.back().id.text();
  }
  for (auto& row : rows) page.items.push_back(told(tx, std::move(row), name_of));
  return page;
}

}  // namespace

std::vector<rest::Route> routes(NameOf name_of) {
  return {
      rest::get("/api/v1/audit", policy::auditor, "Who did what, the newest first.",
                [name_of = std::move(name_of)](Call<rest::Nothing, AuditFilter> const& call) {
                  return page(call.tx, call.query, name_of);
                }),
      rest::get("/api/v1/audit/chain", policy::auditor,
                "Whether the log is whole, as far as it was looked at, and a line to hold it against later.",
                [watch = std::make_shared<ChainWatch>()](Call<> const& call) { return watch->look(call.tx); }),
  };
}

}  // namespace waymark::audit
