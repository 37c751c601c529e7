#pragma once

#include <boost/describe.hpp>

#include <span>
#include <vector>

#include "okr/cycle/cycle_shapes.hpp"
#include "okr/rules/closing_rules.hpp"

// What the ends of several cycles say together about how high an owner aims. No database, no clock.
namespace waymark::okr {

struct EndedObjective {
  double grade = 0;
  Ambition ambition = Ambition::aspirational;
  std::vector<Ending> key_results = {};
};

struct EndedCycle {
  CycleName cycle;
  std::vector<EndedObjective> objectives;
};

// near_full: all stretches of a cycle, two or more, ended at 0.9 or more. near_full_again: all of them did, one cycle
// after the other. safe_again: in one cycle after the other a key result of a stretch was nearly certain from the start
// and ended there.
enum class AimSign { near_full, near_full_again, safe_again };
BOOST_DESCRIBE_ENUM(AimSign, near_full, near_full_again, safe_again)

struct LowAim {
  AimSign sign;
  std::vector<CycleName> cycles;  // in which it was so, without one between them in which it was not; newest first
};
BOOST_DESCRIBE_STRUCT(LowAim, (), (sign, cycles))

// Newest first. Commitments are meant to end at 1.0 and say nothing; a cycle without a stretch is passed over.
std::vector<LowAim> low_aims(std::span<EndedCycle const> cycles);

}  // namespace waymark::okr
