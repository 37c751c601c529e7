#pragma once

#include "core/base/id.hpp"
#include "people/people_shapes.hpp"

// What things of this slice are named by.
namespace waymark::okr {

using people::PersonName;
using people::TeamId;
using people::TeamName;
using policy::PersonId;

using CycleId = base::Id<struct CycleTag>;
using ObjectiveId = base::Id<struct ObjectiveTag>;
using KeyResultId = base::Id<struct KeyResultTag>;
using MilestoneId = base::Id<struct MilestoneTag>;
using KpiId = base::Id<struct KpiTag>;
using ChangeId = base::Id<struct ChangeTag>;
using CheckInId = base::Id<struct CheckInTag>;
using SkipId = base::Id<struct SkipTag>;
using BlockerId = base::Id<struct BlockerTag>;
using LinkId = base::Id<struct LinkTag>;
using DependencyId = base::Id<struct DependencyTag>;
using InitiativeId = base::Id<struct InitiativeTag>;
using CommentId = base::Id<struct CommentTag>;
using RetroCardId = base::Id<struct RetroCardTag>;
using PairActId = base::Id<struct PairActTag>;
using ViewId = base::Id<struct ViewTag>;

}  // namespace waymark::okr
