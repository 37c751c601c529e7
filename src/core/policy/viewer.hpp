#pragma once

#include <boost/describe.hpp>
#include <cstdint>
#include <initializer_list>
#include <string>

#include "core/base/id.hpp"

namespace waymark::policy {

using PersonId = base::Id<struct PersonTag>;

// What a person is in the organisation. Being a manager is no role: it follows from the reporting line.
enum class Role : std::uint8_t { employee, hr, administrator, executive, auditor };
BOOST_DESCRIBE_ENUM(Role, employee, hr, administrator, executive, auditor)

// What an API token may be used for. A session may do all of them.
enum class Scope : std::uint8_t { read, write, administer };
BOOST_DESCRIBE_ENUM(Scope, read, write, administer)

template <class E>
class Set {
 public:
  constexpr Set() = default;
  constexpr Set(std::initializer_list<E> members) {
    for (E const member : members) add(member);
  }
  constexpr void add(E member) { bits_ |= bit(member); }
  constexpr bool has(E member) const { return (bits_ & bit(member)) != 0; }
  constexpr bool meets(Set other) const { return (bits_ & other.bits_) != 0; }
  constexpr bool operator==(Set const&) const = default;

 private:
  static constexpr std::uint32_t bit(E member) { return 1U << static_cast<unsigned>(member); }
  std::uint32_t bits_{0};
};

// How a caller proved who they are. The command line needs no proof.
enum class Proof : std::uint8_t { none, session, token };
BOOST_DESCRIBE_ENUM(Proof, none, session, token)

// Who asks. Every read and every rule takes one.
struct Viewer {
  PersonId person;
  Set<Role> roles;
  Set<Scope> scopes;
  std::int64_t session{0};  // id of the session or token the request came with; 0 for the command line
  Proof proof{Proof::none};
  std::string token{};  // its name, where they came with one

  bool is(Role role) const { return roles.has(role); }
};

// What a route asks of its caller before it runs at all. What depends on the thing itself is decided by the slice.
struct Demand {
  char const* name;    // as the documentation says it
  bool signed_in;      // false: anyone
  Set<Role> any_role;  // empty: every role will do
};

inline constexpr Demand anyone{"anyone", false, {}};
inline constexpr Demand signed_in{"signed in", true, {}};
inline constexpr Demand hr{"HR", true, {Role::hr}};
inline constexpr Demand administrator{"administrator", true, {Role::administrator}};
inline constexpr Demand hr_or_administrator{"HR or administrator", true, {Role::hr, Role::administrator}};
inline constexpr Demand auditor{"auditor or administrator", true, {Role::auditor, Role::administrator}};

}  // namespace waymark::policy
