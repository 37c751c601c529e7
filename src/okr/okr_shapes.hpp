#pragma once

// Everything that the OKR slice says and hears, in one include.
#include "okr/alignment_shapes.hpp"
#include "okr/board_shapes.hpp"
#include "okr/check_in_shapes.hpp"
#include "okr/closing_shapes.hpp"
#include "okr/cycle_shapes.hpp"
#include "okr/draft_shapes.hpp"
#include "okr/graph_shapes.hpp"
#include "okr/home_shapes.hpp"
#include "okr/key_result_shapes.hpp"
#include "okr/objective_shapes.hpp"
#include "okr/page_shapes.hpp"
#include "okr/talk_shapes.hpp"
#include "okr/view_shapes.hpp"
