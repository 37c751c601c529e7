#include "connect/measure/sentence.hpp"

#include <cmath>

#include "connect/csv/cells.hpp"
#include "connect/measure/measure.hpp"
#include "targets.hpp"

namespace waymark::fuzz {
namespace {

void check_measure(connect::Measure const& m) {
  require(std::isfinite(m.target), "a target is no number");
  require(m.has_measure == (m.kind != okr::Kind::yes_no), "a measure is a yes or no");
  require(!m.explanation.empty(), "a measure does not explain itself");
  require(!m.baseline || (std::isfinite(*m.baseline) && *m.baseline != m.target), "a baseline leads nowhere");
  require(m.low.has_value() == m.high.has_value() && (!m.low || *m.low < *m.high), "a range is none");
  require(okr::faults(connect::kept_measure(m)).empty(), "a measure that is read cannot be kept");
}

}  // namespace

// Whatever a sentence says, what is read from it can be kept; a cell is a number that reads back as itself, or none.
void sentence(std::string_view input) {
  check_measure(connect::measure_of(input));
  if (auto const number = connect::number_in(input)) {
    require(std::isfinite(*number), "a cell is no number");
    require(connect::number_in(connect::number_text(*number)) == number, "a number changes when it is written again");
  }
}

}  // namespace waymark::fuzz
