#pragma once

#include <unordered_map>

#include "core/db/db.hpp"
#include "okr/objective/objective_shapes.hpp"
#include "people/team_tree.hpp"

// Whether an objective was drafted from below, by those who work on it, or from above. [SHARE-1]
namespace waymark::okr {

struct Authorship {
  ObjectiveLevel level;
  std::optional<TeamId> team_id;
  std::optional<PersonId> person_id;
  PersonId author;
  bool imported;  // whoever brought the file in has not drafted it
  bool member;    // the author belongs to the team whose it is
};
BOOST_DESCRIBE_STRUCT(Authorship, (), (level, team_id, person_id, author, imported, member))

struct TeamLead {
  TeamId team;
  PersonId lead;
};
BOOST_DESCRIBE_STRUCT(TeamLead, (), (team, lead))

// Who leads which team, or one that it lies in.
class Leads {
 public:
  Leads(people::TeamTree tree, std::span<TeamLead const> leads);

  bool leads(PersonId person, TeamId team) const;

 private:
  people::TeamTree tree_;
  std::unordered_map<TeamId, PersonId> leads_;
};
Leads leads_of(db::Tx& tx);

// The company's come from above by their nature, and of an imported one nobody knows: both are asked of nobody.
bool is_asked_of(Authorship const& objective);
bool is_from_below(Authorship const& objective, Leads const& leads);

// How many objectives of teams and people were drafted from below.
struct FromBelow {
  std::int64_t drafted = 0;
  std::int64_t of = 0;

  bool operator==(FromBelow const&) const = default;
};
BOOST_DESCRIBE_STRUCT(FromBelow, (), (drafted, of))

FromBelow from_below(std::span<Authorship const> objectives, Leads const& leads);

}  // namespace waymark::okr
