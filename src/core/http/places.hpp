#pragma once

#include <boost/asio/ip/address.hpp>
#include <list>
#include <map>
#include <optional>
#include <set>
#include <string>

namespace waymark::http {

class Connection;

// Those who share a line to this server: one address of IPv4, a /64 of IPv6.
std::string house_of(boost::asio::ip::address const& address);

// Who is connected, by where they come from. When the places run out, of those who come from where most are connected
// the one who has waited longest gives way to somebody new. On the I/O thread only.
class Places {
 public:
  enum class Doing { waits, talks, works };  // for a request; sends or reads; a worker has its request
  struct Guest {
    Connection* connection;
    Doing doing{Doing::waits};
  };
  struct House;
  struct Seat {
    House* house{nullptr};
    std::list<Guest>::iterator guest{};
  };

  Places(std::size_t most, std::size_t most_of_a_house) : most_(most), most_of_a_house_(most_of_a_house) {}

  // Whether there is a place for one more from this house; where somebody gives way for it, who.
  struct Room {
    bool is_there{true};
    Connection* gives_way{nullptr};
  };
  Room room_for(std::string const& house);

  Seat enter(Connection& connection, std::string const& house);  // after room_for(), which keeps the numbers
  void leave(Seat& seat);
  void now(Seat const& seat, Doing doing);  // who waits again is the last to give way
  void stays(Seat& seat);                   // an open event stream: counted in all, but no longer in its house

  std::size_t count() const { return count_; }

  struct House {
    std::string name;
    std::list<Guest> guests;  // the one who had a request last at the end
  };

 private:
  House& biggest();
  static Connection* next_of(House& house);
  House& house_called(std::string const& name);
  void resize(House& house, std::size_t before);

  std::size_t most_;
  std::size_t most_of_a_house_;
  std::size_t count_{0};
  std::map<std::string, House, std::less<>> houses_;
  std::set<std::pair<std::size_t, House*>> by_size_;  // all of them
};

}  // namespace waymark::http
