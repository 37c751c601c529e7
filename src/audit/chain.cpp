#include "audit/chain.hpp"

#include <fmt/format.h>
#include <sodium.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <stdexcept>

#include "core/base/day.hpp"
#include "core/base/problem.hpp"
#include "core/base/text.hpp"

namespace waymark::audit {
namespace {

constexpr std::string_view mark = "waymark-audit";
constexpr std::size_t hash_letters = crypto_hash_sha256_BYTES * 2;

std::string hex(unsigned char const* bytes, std::size_t size) {
  std::string text(size * 2 + 1, '\0');
  sodium_bin2hex(text.data(), text.size(), bytes, size);
  text.pop_back();
  return text;
}

std::string sha256(std::string_view text) {
  std::array<unsigned char, crypto_hash_sha256_BYTES> hash{};
  crypto_hash_sha256(hash.data(), reinterpret_cast<unsigned char const*>(text.data()), text.size());
  return hex(hash.data(), hash.size());
}

// Each part with its length before it, so that no two lines are the same text.
void add(std::string& all, std::string_view part) {
  fmt::format_to(std::back_inserter(all), "{}:{},", part.size(), part);
}
void add(std::string& all, std::int64_t number) {
  fmt::format_to(std::back_inserter(all), "{},", number);
}
void add(std::string& all, std::optional<std::int64_t> const& number) {
  if (number)
    add(all, *number);
  else
    all += "-,";
}

bool is_hash(std::string_view text) {
  return text.size() == hash_letters &&
         std::all_of(text.begin(), text.end(), [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); });
}

std::optional<std::int64_t> number_in(std::string_view text) {
  std::int64_t number = 0;
  auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  return error == std::errc{} && end == text.data() + text.size() ? std::optional{number} : std::nullopt;
}

Checkpoint checkpoint_in(std::string_view line) {
  auto const parts = base::split(line, ' ');
  auto const number = parts.size() == 4 ? number_in(parts[1]) : std::nullopt;
  if (!number || parts[0] != mark || !is_hash(parts[3]))
    throw base::invalid("--checkpoint",
                        fmt::format("This is no checkpoint of the log: {}", base::shortened(line, 100)));
  return {*number, 0, std::string{parts[3]}};
}

std::string instant(std::int64_t at) {
  return fmt::format("{}T{:02}:{:02}:{:02}.{:03}Z", base::day_of(at).to_string(), at / 3'600'000 % 24, at / 60'000 % 60,
                     at / 1000 % 60, at % 1000);
}

}  // namespace

std::string hash_of(Link const& link, std::string_view before) {
  std::string all;
  all.reserve(400);
  add(all, mark);
  add(all, before);
  add(all, link.id);
  add(all, link.at);
  add(all, link.actor_id);
  add(all, link.in_place_of_id);
  add(all, link.action);
  add(all, link.subject);
  add(all, link.subject_id);
  add(all, link.with_id);
  add(all, link.codes);
  add(all, link.words_hash);
  return sha256(all);
}

std::string hash_of_words(std::string_view salt, std::string_view words) {
  std::string all;
  add(all, salt);
  add(all, words);
  return sha256(all);
}

std::string new_salt() {
  if (sodium_init() < 0) throw std::runtime_error("libsodium does not start");
  std::array<unsigned char, 16> random{};
  randombytes_buf(random.data(), random.size());
  return hex(random.data(), random.size());
}

std::string text_of(Checkpoint const& checkpoint) {
  return fmt::format("{} {} {} {}", mark, checkpoint.line, instant(checkpoint.at), checkpoint.hash);
}

std::vector<Checkpoint> checkpoints_in(std::string_view text) {
  std::vector<Checkpoint> all;
  for (auto const line : base::split(text, '\n')) {
    auto const said = base::trimmed(line);
    if (!said.empty() && said.front() != '#') all.push_back(checkpoint_in(said));
  }
  if (all.empty()) throw base::invalid("--checkpoint", "There is no checkpoint of the log in this file.");
  return all;
}

Walk::Walk(Head start, std::vector<Checkpoint> const& kept)
    : start_(std::move(start)),
      last_(start_.first_id - 1),
      hash_(start_.hash_before),
      start_is_known_(start_.first_id == 1 && start_.hash_before.empty()) {
  for (auto const& [line, at, hash] : kept) kept_.emplace(line, hash);
  hold_against_outside();
}

void Walk::breaks(std::int64_t line, std::string what) {
  if (!broken_) broken_ = Break{line, std::move(what)};
}

void Walk::take(Link const& link) {
  ++taken_;
  if (broken_) return;
  if (link.id != last_ + 1) {
    auto const missing = link.id - last_ - 1;
    return breaks(last_ + 1, missing == 1
                                 ? std::string{"it is missing"}
                                 : fmt::format("lines {} to {} are not where they belong", last_ + 1, link.id));
  }
  if (link.hash != hash_of(link, hash_)) return breaks(link.id, "it or the line before was changed");
  look_at_words(link);
  last_ = link.id;
  hash_ = link.hash;
  if (link.action == pruned_action && link.subject_id == start_.first_id - 1 &&
      link.codes == "hash=" + start_.hash_before)
    start_is_known_ = true;
  if (link.action == erased_action && link.subject_id) without_words_.erase(*link.subject_id);
  hold_against_outside();
}

void Walk::look_at_words(Link const& link) {
  if (!link.words) {
    if (!link.words_hash.empty()) without_words_.insert(link.id);
    return;
  }
  if (link.words_hash.empty()) return breaks(link.id, "words were put beside it that it did not have");
  if (hash_of_words(link.salt.value_or(""), *link.words) != link.words_hash) breaks(link.id, "its words were changed");
}

void Walk::hold_against_outside() {
  auto const [begin, end] = kept_.equal_range(last_);
  for (auto it = begin; it != end; ++it) {
    if (it->second != hash_) return breaks(last_, "it is not the line that the checkpoint knows");
    ++agreed_;
  }
}

void Walk::finish(Head const& end) {
  if (broken_) return;
  if (!start_is_known_)
    return breaks(start_.first_id, "lines before it are missing, and no line says that they were taken away for good");
  if (!without_words_.empty())
    return breaks(*without_words_.begin(), "its words are missing, and no line says that they were erased");
  if (last_ < start_.last_id || last_ > end.last_id)
    return breaks(last_ + 1, last_ < start_.last_id ? "the lines from here on are missing" : "the log ends before it");
  if (last_ == end.last_id && hash_ != end.hash) return breaks(last_, "the log ends with another line");
  auto const beyond = kept_.upper_bound(last_);
  if (beyond != kept_.end())
    return breaks(last_ + 1,
                  fmt::format("the lines from here on are missing: the checkpoint knows line {}", beyond->first));
  // Whoever writes the tables can write the line of a pruning too: what was kept outside must reach the beginning.
  if (!kept_.empty() && kept_.rbegin()->first < start_.first_id - 1)
    breaks(start_.first_id, "the log says that it begins here, and no checkpoint reaches so far");
}

}  // namespace waymark::audit
