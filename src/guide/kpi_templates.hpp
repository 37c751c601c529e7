#pragma once

#include "guide/templates.hpp"

// Standing measures that most organisations keep, with the way that is better. Limits are theirs to set.
namespace waymark::guide {

enum class BetterWay { higher, lower };
BOOST_DESCRIBE_ENUM(BetterWay, higher, lower)

enum class Beat { daily, weekly, monthly, quarterly };
BOOST_DESCRIBE_ENUM(Beat, daily, weekly, monthly, quarterly)

struct KpiTemplate {
  std::string id;
  std::string name;
  std::string description;
  std::string unit;
  BetterWay better;
  Beat cadence;
};
BOOST_DESCRIBE_STRUCT(KpiTemplate, (), (id, name, description, unit, better, cadence))

// [GUI-9]
std::vector<KpiTemplate> kpi_templates(Language language);

}  // namespace waymark::guide
