#pragma once

// Everything that the OKR slice says and hears, in one include.
#include "okr/alignment/alignment_shapes.hpp"
#include "okr/board/board_shapes.hpp"
#include "okr/check_in/check_in_shapes.hpp"
#include "okr/closing/closing_shapes.hpp"
#include "okr/cycle/cycle_shapes.hpp"
#include "okr/draft/draft_shapes.hpp"
#include "okr/home/home_shapes.hpp"
#include "okr/objective/key_result_shapes.hpp"
#include "okr/objective/objective_shapes.hpp"
#include "okr/overview/graph_shapes.hpp"
#include "okr/overview/view_shapes.hpp"
#include "okr/page/page_shapes.hpp"
#include "okr/talk/talk_shapes.hpp"
