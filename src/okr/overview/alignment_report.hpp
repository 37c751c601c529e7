#pragma once

#include "core/rest/route.hpp"
#include "okr/overview/graph_shapes.hpp"

// How far the objectives of a cycle hang together, level by level and team by team.
namespace waymark::okr {

// Of what is published or closed.
struct AlignmentFigures {
  std::int64_t objectives = 0;
  std::int64_t supporting = 0;  // support one above
  std::int64_t alone = 0;       // support nothing; the company's may, and are not counted here
  std::int64_t from_below = 0;

  bool operator==(AlignmentFigures const&) const = default;
};
BOOST_DESCRIBE_STRUCT(AlignmentFigures, (), (objectives, supporting, alone, from_below))

enum class ReportLevel { company, department, team, person };
BOOST_DESCRIBE_ENUM(ReportLevel, company, department, team, person)

struct AlignmentLevel : AlignmentFigures {
  ReportLevel level;
};
BOOST_DESCRIBE_STRUCT(AlignmentLevel, (AlignmentFigures), (level))

struct AlignmentTeam : AlignmentFigures {
  TeamName team;
  bool silo;  // no objective of it is linked with one of anybody else, up, down or sideways
};
BOOST_DESCRIBE_STRUCT(AlignmentTeam, (AlignmentFigures), (team, silo))

struct AlignmentReport {
  CycleName cycle;
  std::vector<AlignmentLevel> levels;      // all four
  std::vector<AlignmentTeam> teams;        // that own something, by name
  std::vector<ObjectiveName> unsupported;  // of the company: nothing supports them
};
BOOST_DESCRIBE_STRUCT(AlignmentReport, (), (cycle, levels, teams, unsupported))

// `teams`: by name.
AlignmentReport report_of(CycleGraph const& graph, CycleName cycle, std::span<TeamName const> teams);

std::vector<rest::Route> alignment_report_routes();

}  // namespace waymark::okr
