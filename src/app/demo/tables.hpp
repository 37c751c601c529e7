#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "kpi/kpi_shapes.hpp"
#include "okr/okr_shapes.hpp"

// The demo world as tables: who works at Halden Instruments and what they want. People are named by the part of their
// address before the @.
namespace waymark::app::demo {

struct PersonRow {
  std::string_view key;
  std::string_view name;
  std::string_view title;
  std::string_view team;
  std::string_view manager;
};

struct TeamRow {
  std::string_view name;
  std::string_view lead;
};

struct KeyResultRow {
  std::string_view title;
  okr::Kind kind;
  double from;
  double to;
  std::string_view unit;
  std::string_view owner;
  double latest;  // value, or number of milestones, of its newest check-in
  std::string_view happened;
  std::string_view next;
  std::optional<okr::Direction> direction = {};
  std::optional<double> commit = {};
  std::optional<double> stretch = {};
  int last_week = 99;  // no check-in after this week
  std::string_view help = {};
  std::string_view kpi = {};
  std::vector<std::string_view> milestones = {};
  std::string_view counter = {};
};

struct ObjectiveRow {
  std::string_view team;
  std::string_view person;  // accountable; the objective is theirs alone where there is no team
  std::string_view title;
  std::string_view why;
  okr::Ambition ambition;
  std::string_view parent;  // title of what it supports
  std::vector<KeyResultRow> key_results;
  std::string_view learning = {};  // of a closed one
};

// A target that was another one until somebody changed it for a reason.
struct AmendmentRow {
  std::string_view key_result;
  double before;
  int week;
  std::string_view reason;
};

struct CommentRow {
  std::string_view objective;
  std::string_view author;
  std::string_view text;
  std::string_view mention;
  int days_ago;
};

struct DependencyRow {
  std::string_view objective;
  std::string_view provider;
  std::string_view need;
  bool confirmed;
};

struct InitiativeRow {
  std::string_view objective;
  std::string_view owner;
  std::string_view title;
  bool done;
};

struct RetroRow {
  std::string_view team;
  std::string_view celebrate;
  std::string_view learn;
  std::string_view next;
};

struct KpiRow {
  std::string_view name;
  std::string_view description;
  std::string_view unit;
  std::string_view team;
  std::string_view owner;
  kpi::Better better;
  std::optional<double> low;
  std::optional<double> high;
  double from;  // at the beginning
  double to;    // in week 32

  double value_in(int week) const;
};

std::vector<PersonRow> const& people();
std::vector<TeamRow> const& teams();

std::vector<ObjectiveRow> const& year();
std::vector<ObjectiveRow> const& first_quarter();
std::vector<ObjectiveRow> const& second_quarter();
std::vector<ObjectiveRow> const& this_quarter();

std::vector<RetroRow> const& first_retros();
std::vector<RetroRow> const& second_retros();
std::vector<AmendmentRow> const& amendments();
std::vector<CommentRow> const& comments();
std::vector<DependencyRow> const& dependencies();
std::vector<InitiativeRow> const& initiatives();
std::vector<KpiRow> const& kpis();

}  // namespace waymark::app::demo
