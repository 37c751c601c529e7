#include "identity/secret.hpp"

#include <sodium.h>

#include <algorithm>
#include <array>
#include <stdexcept>

namespace waymark::identity {
namespace {

constexpr std::string_view alphabet = "0123456789abcdefghjkmnpqrstvwxyz";
constexpr std::size_t bytes = 32;
constexpr std::size_t letters = 52;  // 5 bits each

void start_sodium() {
  static int const state = sodium_init();
  if (state < 0) throw std::runtime_error("libsodium does not start");
}

}  // namespace

std::string new_secret() {
  start_sodium();
  std::array<unsigned char, bytes> random{};
  randombytes_buf(random.data(), random.size());
  std::string text;
  unsigned waiting = 0;
  int bits = 0;
  for (auto const byte : random) {
    waiting = (waiting << 8) | byte;
    for (bits += 8; bits >= 5; bits -= 5) text += alphabet[(waiting >> (bits - 5)) & 31];
  }
  text += alphabet[(waiting << (5 - bits)) & 31];
  sodium_memzero(random.data(), random.size());
  return text;
}

std::string hashed(std::string_view secret) {
  start_sodium();
  std::array<unsigned char, crypto_generichash_BYTES> hash{};
  crypto_generichash(hash.data(), hash.size(), reinterpret_cast<unsigned char const*>(secret.data()), secret.size(),
                     nullptr, 0);
  std::string text(hash.size() * 2 + 1, '\0');
  sodium_bin2hex(text.data(), text.size(), hash.data(), hash.size());
  text.pop_back();
  return text;
}

bool looks_like_secret(std::string_view text) {
  return text.size() == letters &&
         std::all_of(text.begin(), text.end(), [](char c) { return alphabet.find(c) != std::string_view::npos; });
}

}  // namespace waymark::identity
