#include "core/db/sealing.hpp"

#include <fmt/format.h>
#include <sodium.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fstream>
#include <stdexcept>
#include <vector>

#include "core/db/fault.hpp"

namespace waymark::db {
namespace {

static_assert(crypto_box_PUBLICKEYBYTES == 32 && crypto_box_SECRETKEYBYTES == 32);

using Bytes = std::basic_string<unsigned char>;

constexpr std::string_view magic = "waymark-sealed 1\n";
constexpr std::string_view public_prefix = "wmseal_";
constexpr std::string_view secret_prefix = "wmopen_";
constexpr std::size_t key_size = 32;
constexpr std::size_t check_size = 4;
constexpr std::size_t piece_size = 64 << 10;
constexpr std::size_t key_at = magic.size();
constexpr std::size_t box_at = key_at + key_size;
constexpr std::size_t box_size = crypto_box_SEALBYTES + crypto_secretstream_xchacha20poly1305_KEYBYTES;
constexpr std::size_t stream_at = box_at + box_size;
constexpr std::size_t head_size = stream_at + crypto_secretstream_xchacha20poly1305_HEADERBYTES;

void start_sodium() {
  if (sodium_init() < 0) throw std::runtime_error("libsodium cannot start");
}

unsigned char const* raw(std::string_view bytes) {
  return reinterpret_cast<unsigned char const*>(bytes.data());
}

Bytes checked(std::string_view prefix, Bytes const& key) {
  Bytes of(raw(prefix), prefix.size());
  of += key;
  std::array<unsigned char, crypto_generichash_BYTES_MIN> hash{};
  crypto_generichash(hash.data(), hash.size(), of.data(), of.size(), nullptr, 0);
  return key + Bytes(hash.data(), check_size);
}

std::string text(std::string_view prefix, std::array<unsigned char, key_size> const& key) {
  auto const bytes = checked(prefix, Bytes(key.data(), key.size()));
  std::string hex(2 * bytes.size() + 1, '\0');
  sodium_bin2hex(hex.data(), hex.size(), bytes.data(), bytes.size());
  hex.pop_back();
  return std::string{prefix} + hex;
}

bool read_text(std::string_view prefix, std::string_view text, std::array<unsigned char, key_size>& key) {
  start_sodium();
  if (!text.starts_with(prefix)) return false;
  text.remove_prefix(prefix.size());
  Bytes bytes(key_size + check_size, '\0');
  std::size_t size = 0;
  if (text.size() != 2 * bytes.size() ||
      sodium_hex2bin(bytes.data(), bytes.size(), text.data(), text.size(), nullptr, &size, nullptr) != 0 ||
      size != bytes.size())
    return false;
  std::copy_n(bytes.begin(), key_size, key.begin());
  return checked(prefix, bytes.substr(0, key_size)) == bytes;
}

std::ifstream opened(std::string const& file) {
  std::ifstream in{file, std::ios::binary};
  if (!in.is_open())
    throw Fault{Fault::Kind::input_output, fmt::format("cannot open {}: {}", file, std::strerror(errno))};
  return in;
}

void require_readable(std::ifstream const& in, std::string const& file) {
  if (in.bad()) throw Fault{Fault::Kind::input_output, fmt::format("cannot read {}: the disk failed", file)};
}

[[noreturn]] void refuse(std::string const& file, char const* why) {
  throw std::runtime_error(fmt::format("{} {}", file, why));
}

}  // namespace

SecretKey::~SecretKey() {
  sodium_memzero(bytes.data(), bytes.size());
}

SecretKey new_secret_key() {
  start_sodium();
  SecretKey secret;
  PublicKey open;
  crypto_box_keypair(open.bytes.data(), secret.bytes.data());
  return secret;
}

PublicKey public_key_of(SecretKey const& secret) {
  start_sodium();
  PublicKey open;
  crypto_scalarmult_base(open.bytes.data(), secret.bytes.data());
  return open;
}

std::string text_of(PublicKey const& key) {
  return text(public_prefix, key.bytes);
}

std::string text_of(SecretKey const& key) {
  return text(secret_prefix, key.bytes);
}

std::optional<PublicKey> public_key_in(std::string_view text) {
  PublicKey key;
  return read_text(public_prefix, text, key.bytes) ? std::optional{key} : std::nullopt;
}

std::optional<SecretKey> secret_key_in(std::string_view text) {
  SecretKey key;
  return read_text(secret_prefix, text, key.bytes) ? std::optional{key} : std::nullopt;
}

struct Sealer::State {
  crypto_secretstream_xchacha20poly1305_state stream;
  std::string head;  // goes into the seal of each piece
};

Sealer::Sealer(PublicKey const& key, Take out) : state_(std::make_unique<State>()), out_(std::move(out)) {
  start_sodium();
  std::array<unsigned char, crypto_secretstream_xchacha20poly1305_KEYBYTES> content{};
  std::array<unsigned char, head_size> head{};
  crypto_secretstream_xchacha20poly1305_keygen(content.data());
  std::copy(magic.begin(), magic.end(), head.begin());
  std::copy(key.bytes.begin(), key.bytes.end(), head.begin() + key_at);
  auto const sealed = crypto_box_seal(head.data() + box_at, content.data(), content.size(), key.bytes.data());
  auto const begun =
      crypto_secretstream_xchacha20poly1305_init_push(&state_->stream, head.data() + stream_at, content.data());
  sodium_memzero(content.data(), content.size());
  if (sealed != 0 || begun != 0) throw std::runtime_error("nothing can be sealed to this key");
  state_->head.assign(reinterpret_cast<char const*>(head.data()), head.size());
  out_(state_->head);
}

Sealer::~Sealer() {
  sodium_memzero(&state_->stream, sizeof state_->stream);
  sodium_memzero(waiting_.data(), waiting_.size());
}

void Sealer::take(std::string_view bytes) {
  while (!bytes.empty()) {
    if (waiting_.size() == piece_size) {  // the last piece is known by its tag, so a full one waits for what follows
      push(waiting_, crypto_secretstream_xchacha20poly1305_TAG_MESSAGE);
      waiting_.clear();
    }
    auto const part = std::min(bytes.size(), piece_size - waiting_.size());
    waiting_.append(bytes.substr(0, part));
    bytes.remove_prefix(part);
  }
}

void Sealer::finish() {
  push(waiting_, crypto_secretstream_xchacha20poly1305_TAG_FINAL);
  waiting_.clear();
}

void Sealer::push(std::string_view piece, unsigned char tag) {
  std::string sealed(piece.size() + crypto_secretstream_xchacha20poly1305_ABYTES, '\0');
  crypto_secretstream_xchacha20poly1305_push(&state_->stream, reinterpret_cast<unsigned char*>(sealed.data()), nullptr,
                                             raw(piece), piece.size(), raw(state_->head), state_->head.size(), tag);
  out_(sealed);
}

bool is_sealed(std::string const& file) {
  auto in = opened(file);
  std::string head(magic.size(), '\0');
  in.read(head.data(), static_cast<std::streamsize>(head.size()));
  require_readable(in, file);
  return in && head == magic;
}

void open_sealed(std::string const& file, SecretKey const& key, Take const& take) {
  start_sodium();
  auto in = opened(file);
  std::string head(head_size, '\0');
  in.read(head.data(), static_cast<std::streamsize>(head.size()));
  require_readable(in, file);
  if (!in || !head.starts_with(magic)) refuse(file, "is not a sealed backup, or not whole");
  auto const open = public_key_of(key);
  if (!std::equal(open.bytes.begin(), open.bytes.end(), raw(head) + key_at))
    refuse(file, "was sealed to another key, or is not as it was written");
  std::array<unsigned char, crypto_secretstream_xchacha20poly1305_KEYBYTES> content{};
  crypto_secretstream_xchacha20poly1305_state stream;
  auto const opened =
      crypto_box_seal_open(content.data(), raw(head) + box_at, box_size, open.bytes.data(), key.bytes.data()) == 0 &&
      crypto_secretstream_xchacha20poly1305_init_pull(&stream, raw(head) + stream_at, content.data()) == 0;
  sodium_memzero(content.data(), content.size());
  if (!opened) refuse(file, "is not as it was written: its head cannot be opened");
  std::vector<char> sealed(piece_size + crypto_secretstream_xchacha20poly1305_ABYTES);
  std::vector<unsigned char> piece(piece_size);
  for (unsigned char tag = 0; tag != crypto_secretstream_xchacha20poly1305_TAG_FINAL;) {
    in.read(sealed.data(), static_cast<std::streamsize>(sealed.size()));
    require_readable(in, file);
    auto const got = static_cast<std::size_t>(in.gcount());
    unsigned long long size = 0;
    if (got < crypto_secretstream_xchacha20poly1305_ABYTES ||
        crypto_secretstream_xchacha20poly1305_pull(&stream, piece.data(), &size, &tag,
                                                   reinterpret_cast<unsigned char const*>(sealed.data()), got,
                                                   raw(head), head.size()) != 0)
      refuse(file, "is not as it was written, or ends too early");
    take({reinterpret_cast<char const*>(piece.data()), static_cast<std::size_t>(size)});
  }
  sodium_memzero(&stream, sizeof stream);
  if (in.peek() != std::ifstream::traits_type::eof())
    refuse(file, "is not as it was written: something follows its end");
}

}  // namespace waymark::db
