#pragma once

#include <array>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

// Files that anybody with the public key can write and only the secret key opens (libsodium's sealed boxes and secret
// streams). Nothing here holds more than a piece of 64 KiB in memory.
namespace waymark::db {

using Take = std::function<void(std::string_view)>;

struct PublicKey {
  std::array<unsigned char, 32> bytes{};
};

struct SecretKey {
  SecretKey() = default;
  SecretKey(SecretKey const&) = default;
  SecretKey& operator=(SecretKey const&) = default;
  ~SecretKey();  // wipes it

  std::array<unsigned char, 32> bytes{};
};

SecretKey new_secret_key();
PublicKey public_key_of(SecretKey const& secret);  // the same each time

// Keys as text carry a checksum: one that was mistyped is none.
std::string text_of(PublicKey const& key);
std::string text_of(SecretKey const& key);
std::optional<PublicKey> public_key_in(std::string_view text);
std::optional<SecretKey> secret_key_in(std::string_view text);

// Seals what it is given, piece by piece, into `out`.
class Sealer {
 public:
  Sealer(PublicKey const& key, Take out);
  ~Sealer();
  Sealer(Sealer const&) = delete;
  Sealer& operator=(Sealer const&) = delete;

  void take(std::string_view bytes);
  void finish();  // once, at the end: without it the file is refused when it is opened

 private:
  void push(std::string_view piece, unsigned char tag);

  struct State;
  std::unique_ptr<State> state_;
  Take out_;
  std::string waiting_;
};

// Throws db::Fault where the disk fails, here and below.
bool is_sealed(std::string const& file);

// Hands over what is inside, in order. Throws std::runtime_error when the key is another's, or at the first piece of
// which a bit has changed, that stands in another place or that is missing: what was handed over by then is as it was
// written, but not all of it.
void open_sealed(std::string const& file, SecretKey const& key, Take const& take);

}  // namespace waymark::db
