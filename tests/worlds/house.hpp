#pragma once

#include <boost/json/value.hpp>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "app/wiring.hpp"
#include "world/any_world.hpp"

namespace waymark::testing {

// Hands everything on to another database; what is written is taken back again where that was asked for.
class Undoing final : public db::Db {
 public:
  explicit Undoing(std::unique_ptr<db::Db> inner) : inner_(std::move(inner)) {}

  bool undoes{false};

  db::Dialect dialect() const override { return inner_->dialect(); }
  void back_up_to(std::string const& file) override { inner_->back_up_to(file); }

 private:
  void run_read(Work const& work) override { inner_->read(work); }
  void run_write(Work const& work) override;
  std::vector<std::string> find_faults() override { return inner_->faults(); }

  std::unique_ptr<db::Db> inner_;
};

// One kind of caller: a person, and how they prove it.
struct Caller {
  enum class Proof { none, session, read_token, write_token };
  char const* name;
  char const* person;
  Proof proof;
};
std::vector<Caller> const& callers();

// The prepared demo world, asked at the router, without a network. Everybody came to their team, their lead and their
// reporting line when the story of the house begins; a day before that, they were not there.
class House final : public AnyWorld {
 public:
  static constexpr base::Millis begins = world_now;
  static constexpr base::Millis day_before = begins - base::ms_per_day;
  static constexpr base::Millis asked_at = begins + 60'000;

  explicit House(db::Dialect dialect);

  unsigned short port() const override { return 0; }
  base::Millis now() const override { return clock_.now(); }
  void move_clock(base::Millis to) override { clock_.set(to); }
  void do_what_is_due() { product_->jobs.run_due(); }

  Names names;  // what is there for everybody to name, see prepared.hpp

  // What this caller is told. Nothing of what it does is kept.
  http::Response ask(Caller const& caller, std::string_view method, std::string const& target,
                     std::string const& body = "", Headers const& more = {});

  // Something happens, and is kept. Throws where it is refused.
  boost::json::value act(std::string_view person, std::string_view method, std::string const& target,
                         std::string const& body = "");
  Headers sign_in(std::string_view person);
  std::string make_token(policy::PersonId person);  // its id
  db::Db& database() { return *database_; }

  // The stream of news of this caller, which stays open.
  std::shared_ptr<http::Channel> listen(Caller const& caller, std::string const& last_seen = "");

 private:
  void do_due_jobs(db::Db&) override { do_what_is_due(); }
  Headers proof_of(Caller const& caller);
  http::Response send(Headers headers, std::string_view method, std::string const& target, std::string const& body);

  base::FixedClock clock_{begins};
  std::unique_ptr<Undoing> database_;
  std::unique_ptr<app::Product> product_;
  std::map<std::string, Headers, std::less<>> proofs_;
};

// Status line, headers and body, as one text.
std::string text_of(http::Response const& response);

// With the values of names put in the place of <names>.
std::string with_names(std::string text, Names const& names);

}  // namespace waymark::testing
