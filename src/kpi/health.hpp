#pragma once

#include <boost/describe.hpp>

#include <cstdint>
#include <optional>

// How a standing measure does against its limits. Pure arithmetic.
namespace waymark::kpi {

// Which way is better. `within`: neither, the middle is.
enum class Better { higher, lower, within };
BOOST_DESCRIBE_ENUM(Better, higher, lower, within)

// The values from low to high are acceptable; a missing limit is open. A value is near a limit when it is closer than
// the margin, on the side where things get worse. Without a margin a tenth of the range counts, and nothing where a
// limit is open.
struct Limits {
  Better better = Better::higher;
  std::optional<double> low = {};
  std::optional<double> high = {};
  std::optional<double> margin = {};
};
BOOST_DESCRIBE_STRUCT(Limits, (), (better, low, high, margin))

enum class Health { unknown, healthy, near, out_of_range };
BOOST_DESCRIBE_ENUM(Health, unknown, healthy, near, out_of_range)

// Unknown without a value or without any limit.
Health health(Limits const& limits, std::optional<double> value);

struct HealthCounts {
  std::int64_t healthy = 0;
  std::int64_t near = 0;
  std::int64_t out_of_range = 0;
  std::int64_t unknown = 0;

  bool operator==(HealthCounts const&) const = default;
};
BOOST_DESCRIBE_STRUCT(HealthCounts, (), (healthy, near, out_of_range, unknown))

void count(HealthCounts& counts, Health health);

// The place of a health where those come first that need attention. [KPI-12]
int urgency(Health health);

// How far a value lies outside its limits, 0 inside.
double distance_outside(Limits const& limits, double value);

enum class Trend { worse, same, better };
BOOST_DESCRIBE_ENUM(Trend, worse, same, better)

// Whether the step from one value to the next was for the better. `within` asks which is closer to the acceptable
// values, and inside them to their middle.
Trend trend(Limits const& limits, double before, double now);

}  // namespace waymark::kpi
