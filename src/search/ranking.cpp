#include "search/ranking.hpp"

#include <algorithm>
#include <array>
#include <boost/mp11.hpp>
#include <tuple>

#include "search/words.hpp"

namespace waymark::search {
namespace {

int distance(Hit const& hit, std::string const& typed, std::vector<std::string> const& words) {
  if (is_said(hit.kind)) return 2;
  if (plain(hit.title).starts_with(typed)) return 0;
  return begins_words(words, hit.title) ? 1 : 2;
}

}  // namespace

bool is_said(HitKind kind) {
  return kind == HitKind::learning || kind == HitKind::blocker || kind == HitKind::comment || kind == HitKind::check_in;
}

void sort_by_fit(std::vector<Hit>& hits, std::string_view typed) {
  auto const start = plain(typed);
  auto const words = words_typed(typed);
  using Place = std::tuple<int, bool, HitKind, std::int64_t>;
  std::vector<std::pair<Place, Hit>> placed;
  placed.reserve(hits.size());
  for (auto& hit : hits) {
    Place place{distance(hit, start, words), !hit.running, hit.kind, -hit.id.value};
    placed.emplace_back(place, std::move(hit));
  }
  std::sort(placed.begin(), placed.end(), [](auto const& a, auto const& b) { return a.first < b.first; });
  std::transform(placed.begin(), placed.end(), hits.begin(), [](auto& one) { return std::move(one.second); });
}

std::vector<Hit> mixed(std::vector<Hit> hits, std::size_t limit) {
  auto const share = (limit + 2) / 3;
  std::array<std::size_t, boost::mp11::mp_size<boost::describe::describe_enumerators<HitKind>>::value> taken{};
  std::vector<Hit> first;
  std::vector<Hit> beyond;
  for (auto& hit : hits) {
    auto& list = taken.at(static_cast<std::size_t>(hit.kind))++ < share ? first : beyond;
    list.push_back(std::move(hit));
  }
  std::move(beyond.begin(), beyond.end(), std::back_inserter(first));
  if (first.size() > limit) first.erase(first.begin() + static_cast<std::ptrdiff_t>(limit), first.end());
  return first;
}

}  // namespace waymark::search
