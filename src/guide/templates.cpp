#include "guide/templates.hpp"

#include <algorithm>

#include "core/base/text.hpp"
#include "guide/template_table.hpp"

namespace waymark::guide {
namespace {

std::vector<Example> const& examples() {
  static auto const all = [] {
    auto every = inner_examples();
    for (auto const& more : {market_examples(), maker_examples()}) every.insert(every.end(), more.begin(), more.end());
    std::ranges::stable_sort(every, {}, &Example::function);
    return every;
  }();
  return all;
}

std::string in(Language language, Said const& said) {
  return std::string{language == Language::de ? said.de : said.en};
}

Template shown(Example const& example, Language language) {
  Template one{std::string{example.id}, example.function, in(language, example.title), in(language, example.why), {}};
  for (auto const& step : example.steps) {
    one.key_results.push_back({in(language, step.title), step.kind, step.baseline, step.target, step.change_percent,
                               in(language, step.unit)});
  }
  return one;
}

std::string all_words_of(Template const& one) {
  auto words = one.title + ' ' + one.why;
  for (auto const& key_result : one.key_results) words += ' ' + key_result.title;
  return base::folded(words);
}

bool has_all(std::string const& words, std::vector<std::string_view> const& wanted) {
  return std::ranges::all_of(wanted, [&](auto word) { return words.find(word) != std::string::npos; });
}

}  // namespace

std::vector<Template> found(std::optional<Function> function, std::string_view text, Language language) {
  auto const folded = base::folded(text);
  auto const wanted = base::split(folded, ' ');
  std::vector<Template> all;
  for (auto const& example : examples()) {
    if (function && example.function != *function) continue;
    auto one = shown(example, language);
    if (has_all(all_words_of(one), wanted)) all.push_back(std::move(one));
  }
  return all;
}

}  // namespace waymark::guide
