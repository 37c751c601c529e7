#include "okr/alignment/alignment_routes.hpp"

#include "core/rest/created.hpp"
#include "okr/objective/path.hpp"

namespace waymark::okr {
namespace {

using namespace policy;
using rest::Call;

}  // namespace

std::vector<rest::Route> alignment_routes(Alignment const& alignment) {
  return {
      rest::post("/api/v1/objectives/{objective}/supports", signed_in,
                 "Links an objective to one that it supports; proposed when it is not yours.",
                 [&](Call<NewLink> const& c) { return alignment.create(c.tx, c.viewer, objective_in(c), c.body); }),
      rest::put("/api/v1/supports/{link}/acceptance", signed_in, "Accepts a proposed link.",
                [&](Call<> const& c) { alignment.accept(c.tx, c.viewer, c.id<LinkId>("link")); }),
      rest::put("/api/v1/supports/{link}/primary", signed_in, "Makes a link the first one of its objective.",
                [&](Call<> const& c) { alignment.make_primary(c.tx, c.viewer, c.id<LinkId>("link")); }),
      rest::del("/api/v1/supports/{link}", signed_in, "Takes a link away.",
                [&](Call<> const& c) { alignment.remove(c.tx, c.viewer, c.id<LinkId>("link")); }),
      rest::post("/api/v1/objectives/{objective}/dependencies", signed_in,
                 "Asks the people of another objective for something.",
                 [&](Call<NewDependency> const& c) {
                   return rest::created(alignment.ask(c.tx, c.viewer, objective_in(c), c.body), "dependencies");
                 }),
      rest::put("/api/v1/dependencies/{dependency}/answer", signed_in,
                "Confirms, declines or delivers what was asked for.",
                [&](Call<DependencyAnswer> const& c) {
                  return alignment.answer(c.tx, c.viewer, c.id<DependencyId>("dependency"), c.body);
                }),
      rest::del("/api/v1/dependencies/{dependency}", signed_in, "Withdraws a request.",
                [&](Call<> const& c) { alignment.withdraw(c.tx, c.viewer, c.id<DependencyId>("dependency")); }),
  };
}

}  // namespace waymark::okr
