#pragma once

#include "guide/templates.hpp"

// The examples as they are written down: both languages side by side.
namespace waymark::guide {

struct Said {
  std::string_view en;
  std::string_view de;
};

struct Step {
  Said title;
  TemplateKind kind = TemplateKind::number;
  std::optional<double> baseline;
  std::optional<double> target;
  std::optional<double> change_percent;
  Said unit;
};

struct Example {
  std::string_view id;
  Function function;
  Said title;
  Said why;
  std::vector<Step> steps;
};

std::vector<Example> inner_examples();   // company, HR, finance, operations
std::vector<Example> market_examples();  // support, sales
std::vector<Example> maker_examples();   // product, engineering

// How steps are usually written.
inline Step from_to(Said title, double baseline, double target, Said unit, TemplateKind kind = TemplateKind::number) {
  return {title, kind, baseline, target, {}, unit};
}
inline Step percent(Said title, double baseline, double target) {
  return from_to(title, baseline, target, {"%", "%"}, TemplateKind::percent);
}
inline Step changed_by(Said title, double percent, Said unit) {
  return {title, TemplateKind::number, {}, {}, percent, unit};
}

}  // namespace waymark::guide
