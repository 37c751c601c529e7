#include <algorithm>

#include "core/base/problem.hpp"
#include "guide/guide.hpp"
#include "guide/kpi_templates.hpp"

namespace waymark::guide {
namespace {

using rest::Call;
using rest::Nothing;

struct TemplateQuery {
  std::optional<Function> function;
  std::optional<json::Text<1, 100>> text;
  std::optional<Language> language;  // English when left out
  std::optional<json::Text<1, 400>> after;
  std::optional<json::Int<1, 200>> limit;
};
BOOST_DESCRIBE_STRUCT(TemplateQuery, (), (function, text, language, after, limit))

struct KpiTemplateQuery {
  std::optional<Language> language;  // English when left out
};
BOOST_DESCRIBE_STRUCT(KpiTemplateQuery, (), (language))

struct KpiTemplates {
  std::vector<KpiTemplate> items;
};
BOOST_DESCRIBE_STRUCT(KpiTemplates, (), (items))

rest::Page<Template> page(TemplateQuery const& query) {
  auto all =
      found(query.function, query.text ? std::string_view{*query.text} : "", query.language.value_or(Language::en));
  auto from = all.begin();
  if (query.after) {
    from = std::ranges::find(all, std::string_view{*query.after}, &Template::id);
    if (from == all.end()) throw base::invalid("after", "This is no cursor of this list.");
    ++from;
  }
  auto const limit = query.limit.value_or(50).value;
  rest::Page<Template> page;
  auto const until = all.end() - from > limit ? from + limit : all.end();
  page.items.assign(std::make_move_iterator(from), std::make_move_iterator(until));
  if (until != all.end()) page.next = page.items.back().id;
  return page;
}

}  // namespace

std::vector<rest::Route> routes() {
  return {
      rest::get("/api/v1/templates", policy::signed_in,
                "Examples of OKRs to start from, by function, found by their words.",
                [](Call<Nothing, TemplateQuery> const& call) { return page(call.query); }),
      rest::get("/api/v1/kpi-templates", policy::signed_in, "KPIs to start from, with the way that is better.",
                [](Call<Nothing, KpiTemplateQuery> const& call) {
                  return KpiTemplates{kpi_templates(call.query.language.value_or(Language::en))};
                }),
  };
}

}  // namespace waymark::guide
