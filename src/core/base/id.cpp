#include "core/base/id.hpp"

#include <algorithm>
#include <array>
#include <atomic>
#include <random>

namespace waymark::base {
namespace {

constexpr std::string_view alphabet = "0123456789abcdefghjkmnpqrstvwxyz";
constexpr std::int64_t epoch_ms = 1'704'067'200'000;  // 2024-01-01T00:00:00Z
constexpr int counter_bits = 22;

constexpr std::array<std::int8_t, 256> digit_table() {
  std::array<std::int8_t, 256> table{};
  table.fill(-1);
  for (std::size_t i = 0; i < alphabet.size(); ++i) {
    auto const letter = static_cast<unsigned char>(alphabet[i]);
    table[letter] = static_cast<std::int8_t>(i);
    if (letter >= 'a') table[letter - 'a' + 'A'] = static_cast<std::int8_t>(i);
  }
  return table;
}
constexpr auto digits = digit_table();

}  // namespace

std::string id_text(std::int64_t id) {
  std::string text(13, '0');
  auto rest = static_cast<std::uint64_t>(id);
  for (auto letter = text.rbegin(); letter != text.rend(); ++letter, rest >>= 5) *letter = alphabet[rest & 31];
  return text;
}

std::optional<std::int64_t> id_of(std::string_view text) {
  if (text.size() != 13 || text[0] > '7') return std::nullopt;  // 13 letters hold 65 bits, an id has 63
  std::uint64_t id = 0;
  for (char const letter : text) {
    auto const digit = digits[static_cast<unsigned char>(letter)];
    if (digit < 0) return std::nullopt;
    id = id << 5 | static_cast<std::uint64_t>(digit);
  }
  return static_cast<std::int64_t>(id);
}

std::int64_t new_id(std::int64_t now_ms) {
  static std::atomic<std::int64_t> last{0};
  thread_local std::mt19937_64 random{std::random_device{}()};
  auto const fresh =
      ((now_ms - epoch_ms) << counter_bits) | static_cast<std::int64_t>(random() >> (64 - counter_bits + 1));
  auto before = last.load(std::memory_order_relaxed);
  std::int64_t id = 0;
  do {
    id = std::max(fresh, before + 1);
  } while (!last.compare_exchange_weak(before, id, std::memory_order_relaxed));
  return id;
}

}  // namespace waymark::base
