#include "okr/page/objective_routes.hpp"

#include "core/base/problem.hpp"
#include "core/json/write.hpp"
#include "core/rest/created.hpp"
#include "okr/objective/path.hpp"
#include "okr/objective/writers.hpp"

namespace waymark::okr {
namespace {

using namespace policy;
using rest::Call;
using rest::Nothing;

struct LanguageQuery {
  std::optional<Language> language;
};
BOOST_DESCRIBE_STRUCT(LanguageQuery, (), (language))

// A race that was lost is answered with the page as it is now.
void change(Call<ObjectiveChange> const& c, Objectives const& objectives, ObjectivePages const& pages) try {
  objectives.change(c.tx, c.viewer, objective_in(c), c.seen_version(), c.body);
} catch (base::Problem& problem) {
  if (problem.slug == "version_conflict") problem.current = json::text_of(pages.get(c.tx, c.viewer, objective_in(c)));
  throw;
}

}  // namespace

std::vector<rest::Route> objective_routes(Objectives const& objectives, Writing const& writing,
                                          ObjectivePages const& pages) {
  return {
      rest::get("/api/v1/objectives", signed_in, "Lists objectives with their key results, filtered and paged.",
                [&](Call<Nothing, ObjectiveFilter> const& c) { return objectives.list(c.tx, c.viewer, c.query); }),
      rest::post("/api/v1/objectives", signed_in, "Writes an objective, as a draft or published at once.",
                 [&](Call<NewObjective> const& c) {
                   auto const id = writing.create(c.tx, c.viewer, c.body);
                   return rest::created(pages.get(c.tx, c.viewer, id), "objectives");
                 }),
      rest::get("/api/v1/objectives/{objective}", signed_in, "Shows one objective with everything its page needs.",
                [&](Call<Nothing, LanguageQuery> const& c) {
                  return pages.get(c.tx, c.viewer, objective_in(c), c.query.language);
                }),
      rest::patch("/api/v1/objectives/{objective}", signed_in,
                  "Changes an objective. Those whom it concerns may; what changes the meaning of a published one needs "
                  "a reason.",
                  [&](Call<ObjectiveChange> const& c) {
                    change(c, objectives, pages);
                    return pages.get(c.tx, c.viewer, objective_in(c));
                  }),
      rest::del("/api/v1/objectives/{objective}", signed_in, "Deletes a draft.",
                [&](Call<> const& c) { writing.remove(c.tx, c.viewer, objective_in(c)); }),
      rest::put("/api/v1/objectives/{objective}/publication", signed_in,
                "Publishes a draft. It needs a key result and nothing else.",
                [&](Call<> const& c) {
                  writing.publish(c.tx, c.viewer, objective_in(c));
                  return pages.get(c.tx, c.viewer, objective_in(c));
                }),
      rest::del("/api/v1/objectives/{objective}/publication", signed_in,
                "Makes a published objective a draft again, while nobody else has taken part in it.",
                [&](Call<> const& c) {
                  objectives.take_back(c.tx, c.viewer, objective_in(c));
                  return pages.get(c.tx, c.viewer, objective_in(c));
                }),
      rest::get("/api/v1/objective-owners", signed_in,
                "Lists the teams and people the caller may write objectives for.",
                [](Call<> const& c) { return owners_for(c.tx, c.viewer); }),
      rest::put("/api/v1/objectives/{objective}/cancellation", signed_in,
                "Cancels a published objective, with a reason.",
                [&](Call<Reasoned> const& c) {
                  objectives.cancel(c.tx, c.viewer, objective_in(c), c.body.reason.value_or(""));
                  return pages.get(c.tx, c.viewer, objective_in(c));
                }),
      rest::put("/api/v1/objectives/{objective}/contributors/{person}", signed_in, "Names a contributor.",
                [&](Call<> const& c) {
                  objectives.add_contributor(c.tx, c.viewer, objective_in(c), c.id<PersonId>("person"));
                }),
      rest::del("/api/v1/objectives/{objective}/contributors/{person}", signed_in, "Takes a contributor off.",
                [&](Call<> const& c) {
                  objectives.remove_contributor(c.tx, c.viewer, objective_in(c), c.id<PersonId>("person"));
                }),
      rest::post("/api/v1/objective-advice", signed_in,
                 "Says what the writing rules think of a draft. Nothing is kept.",
                 [&](Call<AdviceRequest, LanguageQuery> const& c) {
                   return writing.advise(c.tx, c.viewer, c.body, c.query.language.value_or(Language::en));
                 }),
  };
}

}  // namespace waymark::okr
