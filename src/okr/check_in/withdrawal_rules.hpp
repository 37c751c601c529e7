#pragma once

#include <boost/describe.hpp>

#include <optional>

#include "core/base/clock.hpp"

namespace waymark::okr {

// How somebody stands to a check-in that they would like to withdraw.
struct WithdrawalCase {
  bool is_author = false;
  bool is_newest = false;
  base::Millis age = 0;
};

enum class NoWithdrawal { of_somebody_else, not_the_newest, too_late };
BOOST_DESCRIBE_ENUM(NoWithdrawal, of_somebody_else, not_the_newest, too_late)

// Why the check-in stays; nothing when it may go. [OKR-70]
std::optional<NoWithdrawal> why_it_stays(WithdrawalCase const& wanted);

}  // namespace waymark::okr
