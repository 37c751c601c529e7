#include "okr/objective/named.hpp"

namespace waymark::okr {
namespace {

std::optional<ObjectiveId> place_of(db::Tx& tx, KeyResultId key_result) try {
  return objective_of(tx, key_result);
} catch (base::Problem const& problem) {
  if (problem.code != base::Code::not_found) throw;
  return std::nullopt;
}

// What `ask` says of the objective, with the refusal of what hangs on it.
template <class Ask>
Relation through(std::optional<ObjectiveId> objective, base::Problem const& refusal, Ask const& ask) {
  if (!objective) throw refusal;
  try {
    return ask(*objective);
  } catch (base::Problem const& problem) {
    if (problem.code != base::Code::not_found) throw;
    throw refusal;
  }
}

}  // namespace

Relation relation_through(db::Tx& tx, policy::Viewer const& viewer, std::optional<ObjectiveId> objective,
                          base::Problem const& refusal) {
  return through(objective, refusal, [&](ObjectiveId id) { return relation_to(tx, viewer, id); });
}

Relation still_open_through(db::Tx& tx, policy::Viewer const& viewer, std::optional<ObjectiveId> objective,
                            base::Problem const& refusal) {
  return through(objective, refusal, [&](ObjectiveId id) { return still_open(tx, viewer, id); });
}

ObjectiveId objective_of(db::Tx& tx, policy::Viewer const& viewer, KeyResultId key_result) {
  auto const objective = place_of(tx, key_result);
  relation_through(tx, viewer, objective, base::not_found("There is no such key result."));
  return *objective;
}

void check_belongs(db::Tx& tx, KeyResultId key_result, ObjectiveId objective, std::string_view path) {
  if (place_of(tx, key_result) == objective) return;
  throw base::invalid(std::string{path}, "This key result belongs to another objective.");
}

}  // namespace waymark::okr
