#pragma once

#include <boost/describe.hpp>
#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

// Lines that are bound to each other: the hash of each covers all of it and the hash of the line before, so that a line
// that is changed, taken out, put in or moved is found, and where.
namespace waymark::audit {

// A line as the chain knows it. Its words lie beside it; their hash belongs to it.
struct Link {
  std::int64_t id;  // from 1 on, without a gap
  std::int64_t at;
  std::optional<std::int64_t> actor_id;
  std::optional<std::int64_t> in_place_of_id;
  std::string action;
  std::string subject;
  std::optional<std::int64_t> subject_id;
  std::optional<std::int64_t> with_id;
  std::string codes;
  std::string words_hash;  // empty where nothing was written
  std::string hash;
  std::optional<std::string> salt;  // nothing where the words were erased
  std::optional<std::string> words;
};
BOOST_DESCRIBE_STRUCT(Link, (),
                      (id, at, actor_id, in_place_of_id, action, subject, subject_id, with_id, codes, words_hash, hash,
                       salt, words))

std::string hash_of(Link const& link, std::string_view before);
std::string hash_of_words(std::string_view salt, std::string_view words);
std::string new_salt();

// One line of the chain as it can be kept outside: "waymark-audit 1042 2026-03-01T09:15:00.123Z 9f86d0…".
struct Checkpoint {
  std::int64_t line;
  std::int64_t at;
  std::string hash;
};
std::string text_of(Checkpoint const& checkpoint);
// Every checkpoint of a text, a line each; blank lines and what begins with '#' say nothing. Throws base::Problem.
std::vector<Checkpoint> checkpoints_in(std::string_view text);

// Where the chain begins and ends, as it says itself.
struct Head {
  std::int64_t last_id;
  std::string hash;
  std::int64_t begun;     // 0: lines of an earlier release wait for their hashes
  std::int64_t first_id;  // 1, or the first one that was not taken away
  std::string hash_before;
};
BOOST_DESCRIBE_STRUCT(Head, (), (last_id, hash, begun, first_id, hash_before))

struct Break {
  std::int64_t line;
  std::string what;
};
BOOST_DESCRIBE_STRUCT(Break, (), (line, what))

struct ChainReport {
  std::int64_t lines;    // that were looked at
  std::int64_t first;    // the number of the first one; those before were taken away for good
  std::int64_t outside;  // checkpoints that agreed
  std::optional<Break> broken;
};

// Goes along the chain, line by line from its first one, and remembers the first thing that does not fit.
class Walk {
 public:
  explicit Walk(Head start, std::vector<Checkpoint> const& kept = {});

  void take(Link const& link);
  // All lines were taken; `end` is the head as it is now. What can only be known at the end.
  void finish(Head const& end);

  std::int64_t last() const { return last_; }
  std::string const& hash() const { return hash_; }
  ChainReport report() const { return {taken_, start_.first_id, agreed_, broken_}; }

 private:
  void breaks(std::int64_t line, std::string what);
  void look_at_words(Link const& link);
  void hold_against_outside();

  Head start_;
  std::multimap<std::int64_t, std::string> kept_;
  std::int64_t last_;
  std::string hash_;
  std::int64_t taken_{0};
  std::int64_t agreed_{0};
  bool start_is_known_;
  std::set<std::int64_t> without_words_;
  std::optional<Break> broken_;
};

inline constexpr std::string_view pruned_action = "audit.pruned";
inline constexpr std::string_view erased_action = "audit.words_erased";

}  // namespace waymark::audit
