#pragma once

#include <array>
#include <boost/describe.hpp>
#include <boost/mp11/algorithm.hpp>
#include <string_view>

namespace waymark::events {

// A kind of news, and which id its subject has: "blocker.raised" speaks of a BlockerId, or it does not compile.
template <class SubjectId>
struct Kind {
  // The subject is the word before the dot, unless the kind says otherwise.
  constexpr Kind(std::string_view whole) : Kind(whole, whole.substr(0, whole.find('.'))) {}
  constexpr Kind(std::string_view whole, std::string_view what) : name(whole), subject(what) {}

  std::string_view name;     // "check_in.made", "objective.published" …
  std::string_view subject;  // what kind of thing it is about: "objective", "team", "cycle" …
};

// A slice lists its kinds as the members of one described struct. True when none of them was left out there.
template <class Kinds>
constexpr bool are_all_described =
    boost::mp11::mp_size<boost::describe::describe_members<Kinds, boost::describe::mod_public>>::value *
        sizeof(Kind<void>) ==
    sizeof(Kinds);

template <class Kinds>
constexpr auto names_of(Kinds const& kinds) {
  using Members = boost::describe::describe_members<Kinds, boost::describe::mod_public>;
  std::array<std::string_view, boost::mp11::mp_size<Members>::value> names{};
  std::size_t next = 0;
  boost::mp11::mp_for_each<Members>([&](auto member) { names[next++] = (kinds.*member.pointer).name; });
  return names;
}

}  // namespace waymark::events
