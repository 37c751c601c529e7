#include "audit/audit.hpp"

#include <algorithm>

#include "audit/audit_store.hpp"
#include "audit/only_tried.hpp"

namespace waymark::audit {
namespace {

thread_local bool is_only_tried = false;

std::optional<std::int64_t> unless_none(std::int64_t id) {
  return id != 0 ? std::optional{id} : std::nullopt;
}

bool belongs_in_codes(char c) {
  constexpr std::string_view marks = "_-.,:/{}+ ";
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
         marks.find(c) != std::string_view::npos;
}

}  // namespace

OnlyTried::OnlyTried() {
  is_only_tried = true;
}

OnlyTried::~OnlyTried() {
  is_only_tried = false;
}

std::string code(std::string_view name, std::string_view value) {
  std::string text{name};
  text += '=';
  std::copy_if(value.begin(), value.end(), std::back_inserter(text), belongs_in_codes);
  return text;
}

Actor actor_of(policy::Viewer const& viewer) {
  if (viewer.proof == policy::Proof::none && viewer.session == 0) return {{}, viewer.person};
  return {viewer.person, {}};
}

void record(db::Tx& tx, policy::PersonId actor, std::string_view action, std::string_view subject,
            std::int64_t subject_id, std::string_view words, More const& more) {
  if (is_only_tried) return;
  Link link{};
  link.at = tx.now();
  link.actor_id = unless_none(actor.value);
  link.in_place_of_id = unless_none(more.in_place_of.value);
  link.action = action;
  link.subject = subject;
  link.subject_id = unless_none(subject_id);
  link.with_id = unless_none(more.with.value);
  link.codes = more.codes;
  if (!words.empty()) link.words = std::string{words};
  append(tx, std::move(link));
}

}  // namespace waymark::audit
