#pragma once

#include <boost/describe.hpp>

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace waymark::guide {

enum class Language { en, de };
BOOST_DESCRIBE_ENUM(Language, en, de)

enum class Function { company, hr, finance, support, sales, product, engineering, operations };
BOOST_DESCRIBE_ENUM(Function, company, hr, finance, support, sales, product, engineering, operations)

enum class TemplateKind { number, percent, currency, ratio, yes_no };
BOOST_DESCRIBE_ENUM(TemplateKind, number, percent, currency, ratio, yes_no)

struct TemplateKeyResult {
  std::string title;
  TemplateKind kind;
  std::optional<double> baseline;
  std::optional<double> target;
  std::optional<double> change_percent;  // instead of a target
  std::string unit;
};
BOOST_DESCRIBE_STRUCT(TemplateKeyResult, (), (title, kind, baseline, target, change_percent, unit))

struct Template {
  std::string id;
  Function function;
  std::string title;
  std::string why;
  std::vector<TemplateKeyResult> key_results;
};
BOOST_DESCRIBE_STRUCT(Template, (), (id, function, title, why, key_results))

// The templates of a function, or all, in which every word of `text` occurs. [GUI-2]
std::vector<Template> found(std::optional<Function> function, std::string_view text, Language language);

}  // namespace waymark::guide
