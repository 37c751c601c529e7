#include <fmt/format.h>
#include <gtest/gtest.h>

#include <array>
#include <cstdlib>
#include <random>
#include <string>

#include "targets.hpp"

namespace waymark::fuzz {
namespace {

// clang-format off
constexpr auto pieces = std::to_array<std::string_view>({
    "from", "to", "by", "of", "increase", "Raise", "reduce", "Cut", "hire", "keep", "stays", "above", "below",
    "under", "over", "at least", "at most", "between", "and", "than", "more", "fewer", "NPS", "churn", "plants",
    "new", "customers", "people", "hours", "days", "per", "week", "each", "every", "within", "month", "von", "auf",
    "um", "mindestens", "höchstens", "zwischen", "und", "senken", "Release", "Phase", "SOC", "Q3", "2026", "v1.2",
    "(", ")", "currently", ",", ".", ":", ";", "%", "$", "€", "EUR", "k", "M", "Mio", "bn", "x", "5", "-7", ".5",
    "1.234,5", "1,200", "12.500", "99.9", "1:3", "4/5", "1e999", "0", "00012", "999999999999999999999999", "1'234",
    "½", "10-12", "+", "-", "→", "->", ">=", "<=", ">", "<", "\xC2\xA0", "\xC3", "\"", "\t", "#", "–"
});
// clang-format on

std::uint64_t number_of(char const* variable, std::uint64_t otherwise) {
  auto const* text = std::getenv(variable);
  return text ? std::strtoull(text, nullptr, 10) : otherwise;
}

class Generator {
 public:
  explicit Generator(std::uint64_t seed) : random_(seed) {}

  std::string sentence() {
    std::string text;
    for (auto words = below(12); words > 0; --words) {
      text +=
          below(20) == 0 ? std::string(1, static_cast<char>(below(256))) : std::string{pieces[below(pieces.size())]};
      if (below(3) != 0) text += ' ';
    }
    return text;
  }

 private:
  std::size_t below(std::size_t bound) { return random_() % bound; }

  std::mt19937_64 random_;
};

// Set WAYMARK_SENTENCES for their number and WAYMARK_SEED to have the same ones again.
TEST(Sentences, HoldForManyThatNobodyThoughtOf) {
  auto const seed = number_of("WAYMARK_SEED", std::random_device{}());
  auto const count = number_of("WAYMARK_SENTENCES", 20'000);
  fmt::print("{} sentences and cells, seed {}\n", count, seed);
  Generator generator{seed};
  for (std::uint64_t i = 0; i < count; ++i) {
    auto const text = generator.sentence();
    ASSERT_NO_THROW(sentence(text)) << "seed " << seed << ", sentence " << i << ": " << text;
  }
}

}  // namespace
}  // namespace waymark::fuzz
