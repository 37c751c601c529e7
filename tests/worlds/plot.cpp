#include "worlds/plot.hpp"

#include <fmt/format.h>

namespace waymark::testing {
namespace {

namespace json = boost::json;

constexpr db::Sql find_milestone{"test.milestone", "SELECT id FROM okr_milestone WHERE key_result_id = :key_result"};
constexpr db::Sql find_blocker_of{"test.blocker_of", "SELECT id FROM okr_blocker WHERE key_result_id = :key_result"};
constexpr db::Sql find_notice{"test.notice_of", "SELECT MAX(id) FROM notify_notice WHERE person_id = :person"};
constexpr db::Sql find_session{"test.session_of", "SELECT MAX(id) FROM identity_session WHERE person_id = :person"};
constexpr db::Sql carry{"test.carry", "UPDATE okr_objective SET carried_from = :from WHERE id = :id"};

std::string id_in(json::value const& made) {
  return std::string{made.at("id").as_string()};
}

template <class... Args>
std::string one_id(House& house, db::Sql const& sql, Args const&... args) {
  auto const found = house.database().read([&](db::Tx& tx) { return tx.row<std::int64_t>(sql, args...); });
  if (!found) throw std::runtime_error(fmt::format("{} finds nothing", sql.name));
  return base::id_text(*found);
}

std::int64_t value_of(std::string const& id) {
  return base::id_of(id).value();
}

// Writes an objective and keeps it and its key results as hidden.
std::string draft(House& house, Hidden& hidden, std::string_view author, std::string const& body) {
  auto const made = house.act(author, "POST", "/api/v1/objectives", body);
  hidden["objective"].push_back(id_in(made));
  for (auto const& key_result : made.at("key_results").as_array()) hidden["key_result"].push_back(id_in(key_result));
  return id_in(made);
}

void initiative_on(House& house, Hidden& hidden, std::string const& objective, std::string_view owner) {
  hidden["initiative"].push_back(id_in(
      house.act("pia", "POST", "/api/v1/objectives/" + objective + "/initiatives",
                fmt::format(R"({{"title": "Zebra lists", "owner_id": "<{}>", "due_on": "2025-11-18"}})", owner))));
}

void comment_on(House& house, Hidden& hidden, std::string const& objective, std::string const& rest) {
  hidden["comment"].push_back(id_in(house.act("pia", "POST", "/api/v1/objectives/" + objective + "/comments",
                                              R"({"text": "Zebra talk about it")" + rest + "}")));
}

void support(House& house, Hidden& hidden, std::string const& child, std::string const& parent) {
  hidden["link"].push_back(id_in(
      house.act("pia", "POST", "/api/v1/objectives/" + child + "/supports", R"({"parent_id": ")" + parent + "\"}")));
}

void ask(House& house, Hidden& hidden, std::string const& child, std::string const& provider) {
  hidden["dependency"].push_back(id_in(house.act("pia", "POST", "/api/v1/objectives/" + child + "/dependencies",
                                                 R"({"need": "Zebra figures", "provider_id": ")" + provider + "\"}")));
}

std::string const with_key_results = R"(, "contributor_ids": ["<theo>"], "key_results": [
  {"title": "Cut zebra days from 9 to 5", "baseline": 9, "target": 5, "unit": "days", "owner_id": "<sara>"},
  {"title": "Zebra steps", "kind": "milestones", "milestones": [{"title": "First zebra"}, {"title": "Second zebra"}]},
  {"title": "Keep faults below 5", "direction": "stay_below","target":5, "kpi_id": "<kpi>"}]})";

}  // namespace

void write_drafts(House& house, Hidden& hidden) {
  auto const rich = draft(house, hidden, "pia",
                          R"({"cycle_id": "<this_quarter>", "team_id": "<finance>", "accountable_id": "<ralf>",
                              "title": "Zebra books in five days", "why": "Zebra because")" +
                              with_key_results);
  auto const own = draft(house, hidden, "pia",
                         R"({"cycle_id": "<this_quarter>", "person_id": "<pia>", "title": "Zebra reading every week",
                             "key_results": [{"title": "Read from 0 to 9 zebra pages", "baseline": 0, "target": 9}]})");
  auto const milestones = hidden["key_result"].at(1);
  hidden["milestone"].push_back(one_id(house, find_milestone, value_of(milestones)));
  house.act("pia", "PUT", "/api/v1/objectives/" + rich + "/readers/<nina>");
  house.act("pia", "PUT", "/api/v1/objectives/" + rich + "/reader-teams/<manufacturing>");
  house.act("ralf", "PUT", "/api/v1/objectives/" + rich + "/vote");
  initiative_on(house, hidden, rich, "karl");
  initiative_on(house, hidden, own, "cam");
  comment_on(house, hidden, rich, R"(, "mention_ids": ["<nina>"])");
  support(house, hidden, rich, "<third>");
  support(house, hidden, own, "<objective>");
  support(house, hidden, "<twin>", rich);
  ask(house, hidden, rich, "<objective>");
  ask(house, hidden, own, "<other>");
  ask(house, hidden, rich, "<twin>");
  house.act("pia", "PUT", "/api/v1/dependencies/" + hidden["dependency"].back() + "/answer",
            R"({"state": "confirmed"})");

  // The end of something that everybody sees has led to a draft.
  house.database().write([&](db::Tx& tx) { tx.run(carry, value_of(house.names.at("closed")), value_of(own)); });

  // What colleagues wrote before the callers came.
  auto const now = house.now();
  house.move_clock(House::day_before);
  draft(house, hidden, "priya",
        R"({"cycle_id": "<this_quarter>", "team_id": "<engineering>", "accountable_id": "<priya>", "title": "Zebra rigs"
            )" +
            with_key_results);
  draft(house, hidden, "omar",
        R"({"cycle_id": "<this_quarter>", "person_id": "<omar>", "title": "Zebra plans of a head of finance"
            )" +
            with_key_results);
  auto const shared = draft(house, hidden, "omar",
                            R"({"cycle_id": "<this_quarter>", "team_id": "<finance>", "title": "Zebra costs of repairs"
                                )" +
                                with_key_results);
  house.act("omar", "PUT", "/api/v1/objectives/" + shared + "/reader-teams/<support>");
  house.move_clock(now);
}

void take_back_a_publication(House& house, Hidden& hidden) {
  auto const id = draft(house, hidden, "pia",
                        R"({"cycle_id": "<this_quarter>", "team_id": "<finance>", "accountable_id": "<ralf>",
                            "title": "Zebra invoices in a day", "publish": true)" +
                            with_key_results);
  auto const key_results = hidden["key_result"];
  auto const measured = key_results.at(key_results.size() - 3);
  auto const milestones = key_results.at(key_results.size() - 2);
  hidden["milestone"].push_back(one_id(house, find_milestone, value_of(milestones)));
  hidden["check_in"].push_back(
      id_in(house.act("pia", "POST", "/api/v1/key-results/" + measured + "/check-ins",
                      R"({"value": 8, "confidence": 2, "what_happened": "Zebra delays", "help_needed": "A zebra please",
                    "help_from": "<karl>"})")));
  hidden["blocker"].push_back(one_id(house, find_blocker_of, value_of(measured)));
  house.act("pia", "POST", "/api/v1/check-ins",
            R"({"check_ins": [], "skips": [{"key_result_id": ")" + milestones + R"(", "reason": "Zebra week"}]})");
  comment_on(house, hidden, id, R"(, "mention_ids": ["<ben>", "<hugo>"], "thanked_id": "<cam>")");
  initiative_on(house, hidden, id, "ana");
  support(house, hidden, id, "<third>");
  support(house, hidden, "<twin>", id);
  ask(house, hidden, id, "<objective>");
  ask(house, hidden, "<twin>", id);
  house.act("pia", "DELETE", "/api/v1/objectives/" + id + "/publication");
}

void keep_to_themselves(House& house, Hidden& hidden) {
  hidden["view"].push_back(
      id_in(house.act("pia", "POST", "/api/v1/views", R"({"name": "Zebra", "query": "state=draft"})")));
  hidden["view"].push_back(
      id_in(house.act("omar", "POST", "/api/v1/views",
                      R"({"name": "Zebra of all", "query": "", "sharing": "team", "team_id": "<finance>"})")));
  house.act("pia", "PUT", "/api/v1/views/<view>/pin");
  hidden["notice"].push_back(one_id(house, find_notice, value_of(house.names.at("lena"))));
  house.act("lena", "PUT", "/api/v1/notices/read");
  house.act("lena", "PUT", "/api/v1/me/notice-settings",
            R"({"items": [{"kind": "comment", "inbox": false, "digest": false}]})");
  house.act("lena", "POST", "/api/v1/suggestion-answers",
            R"({"cycle_id": "<this_quarter>", "kind": "kpi", "source": "<kpi>", "accepted": false})");
  house.act("lena", "PUT", "/api/v1/me/suggestions-off");
}

void come_and_go(House& house, Hidden& hidden) {
  house.act("lena", "PUT", "/api/v1/my-visit");
  auto const pia = policy::PersonId{value_of(house.names.at("pia"))};
  hidden["token"].push_back(house.make_token(pia));
  house.sign_in("pia");
  hidden["session"].push_back(one_id(house, find_session, pia));
}

void be_away(House& house, Hidden& hidden) {
  hidden["absence"].push_back(id_in(house.act("pia", "POST", "/api/v1/people/<pia>/absences",
                                              R"({"starts_on": "2025-11-17", "ends_on": "2025-11-28"})")));
  hidden["absent"].push_back(house.names.at("pia"));
}

}  // namespace waymark::testing
