#include "identity/invitations.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

#include "core/base/problem.hpp"
#include "core/base/text.hpp"
#include "identity/identity.hpp"
#include "identity/own_account.hpp"

// The sheet of links for those who have never been in: made for many at once, shown once. [IDN-25]
namespace waymark::identity {
namespace {

using rest::Call;
using rest::OwnCall;

// What one sheet holds, and how many of its links share a transaction, so that nobody else waits for all of them.
constexpr std::int64_t most_on_a_sheet = 1000;
constexpr std::size_t links_a_step = 50;

NewcomerList list_of_newcomers(Call<rest::Nothing, NewcomerPage> const& call) {
  std::int64_t const most = call.query.limit.value_or(200);
  auto const after = call.query.after.value_or(PersonId{});
  auto const [all, without_link] = count_newcomers(call.tx, call.viewer);
  NewcomerList list{
      newcomers(call.tx, call.viewer, after, most + 1), {}, all, without_link, std::min(all, most_on_a_sheet)};
  if (std::ssize(list.items) > most) {
    list.items.pop_back();
    list.next = list.items.back().id.text();
  }
  return list;
}

// All of them, or none: a sheet on which somebody is missing would be taken for a whole one.
std::vector<PersonId> chosen(db::Tx& tx, policy::Viewer const& viewer, NewSheet const& wanted) {
  if (wanted.everybody.value_or(false)) return next_newcomers(tx, viewer, most_on_a_sheet);
  for (std::size_t i = 0; i < wanted.person_ids.size(); ++i) {
    if (!newcomer(tx, viewer, wanted.person_ids[i]))
      throw base::invalid(fmt::format("person_ids[{}]", i),
                          "This person has been in before, or is not yours to let in.");
  }
  auto people = wanted.person_ids;
  std::ranges::sort(people);
  auto const twice = std::ranges::unique(people);
  people.erase(twice.begin(), twice.end());
  return people;
}

}  // namespace

rest::Created<Sheet> Identity::make_sheet(OwnCall<NewSheet> const& call) {
  require_session(call.viewer);
  if (call.body.everybody.value_or(false) == !call.body.person_ids.empty())
    throw base::invalid("person_ids", "Say for whom: these people, or everybody who has never been in.");
  auto const people = call.db.read([&](db::Tx& tx) { return chosen(tx, call.viewer, call.body); });
  Sheet sheet{};
  for (std::size_t from = 0; from < people.size(); from += links_a_step) {
    auto const to = std::min(people.size(), from + links_a_step);
    auto made = call.db.write([&](db::Tx& tx) {
      std::vector<LinkOnSheet> links;
      for (auto at = from; at < to; ++at) {
        auto const who = newcomer(tx, call.viewer, people[at]);
        if (!who) continue;  // they were let in meanwhile, or left
        auto link = new_link(tx, call.viewer.person, who->id);
        links.push_back({who->id, who->name, who->email, std::move(link.link), link.expires_at});
      }
      return links;
    });
    std::ranges::move(made, std::back_inserter(sheet.items));
  }
  std::ranges::stable_sort(sheet.items, {}, [](LinkOnSheet const& one) { return base::folded(one.name); });
  auto const left = call.db.read([&](db::Tx& tx) { return count_newcomers(tx, call.viewer); });
  sheet.without_link = left.without_link;
  if (call.body.everybody.value_or(false))
    sheet.left_with_link = left.all - left.without_link - std::ssize(sheet.items);
  return {std::move(sheet), "/api/v1/invitations"};
}

std::vector<rest::Route> Identity::invitation_routes() {
  return {
      rest::get("/api/v1/invitations", policy::hr_or_administrator,
                "Who has never chosen a password, and until when a link of theirs lasts.",
                [](Call<rest::Nothing, NewcomerPage> const& call) { return list_of_newcomers(call); }),
      rest::post("/api/v1/invitations", policy::hr_or_administrator,
                 "Makes a sheet of links for people who have never chosen a password, at most 1,000 at once; they are "
                 "shown this once.",
                 [this](OwnCall<NewSheet> const& call) { return make_sheet(call); }),
  };
}

}  // namespace waymark::identity
