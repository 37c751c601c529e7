#include "okr/check_in/withdrawal_rules.hpp"

namespace waymark::okr {
namespace {

constexpr base::Millis time_to_withdraw = 10 * 60'000;

}  // namespace

std::optional<NoWithdrawal> why_it_stays(WithdrawalCase const& wanted) {
  if (!wanted.is_author) return NoWithdrawal::of_somebody_else;
  if (!wanted.is_newest) return NoWithdrawal::not_the_newest;
  if (wanted.age > time_to_withdraw) return NoWithdrawal::too_late;
  return std::nullopt;
}

}  // namespace waymark::okr
