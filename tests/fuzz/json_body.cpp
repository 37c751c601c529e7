#include <boost/json/serialize.hpp>

#include "core/base/text.hpp"
#include "core/json/read.hpp"
#include "core/json/write.hpp"
#include "okr/okr_shapes.hpp"
#include "targets.hpp"

namespace waymark::fuzz {
namespace {

void check_refusal(base::Problem const& problem) {
  require(problem.code == base::Code::malformed || problem.code == base::Code::invalid,
          "a body is refused for another reason");
  require(base::is_utf8(problem.detail), "a refusal is no UTF-8");
  for (auto const& field : problem.fields) json::parse(json::text_of(field.path + field.detail));
}

void check_bounds(okr::NewObjective const& objective) {
  auto const size = base::letters(objective.title);
  require(size >= 1 && size <= 300, "a title is out of bounds");
  require(base::is_utf8(objective.title) && !base::has_control(objective.title), "a title holds what it may not");
  for (auto const& key_result : objective.key_results) {
    if (key_result.target)
      require(std::abs(key_result.target->value) <= json::Figure::most, "a target is out of bounds");
  }
}

}  // namespace

// Any body is read within its bounds or refused in words that can be sent; what is JSON stays what it is when it is
// written again.
void json_body(std::string_view input) {
  try {
    auto const value = json::parse(input);
    auto const again = json::parse(boost::json::serialize(value));
    require(boost::json::serialize(again) == boost::json::serialize(value), "JSON changes when it is written again");
    check_bounds(json::read<okr::NewObjective>(input));
  } catch (base::Problem const& problem) {
    check_refusal(problem);
  }
}

}  // namespace waymark::fuzz
