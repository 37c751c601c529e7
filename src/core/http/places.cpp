#include "core/http/places.hpp"

#include <algorithm>

namespace waymark::http {

std::string house_of(boost::asio::ip::address const& address) {
  if (address.is_v4()) return address.to_string();
  auto const v6 = address.to_v6();
  if (v6.is_v4_mapped()) return boost::asio::ip::make_address_v4(boost::asio::ip::v4_mapped, v6).to_string();
  if (v6.is_loopback()) return v6.to_string();
  auto bytes = v6.to_bytes();
  std::fill(bytes.begin() + 8, bytes.end(), 0);
  return boost::asio::ip::address_v6{bytes}.to_string();
}

Places::Room Places::room_for(std::string const& house) {
  auto const own = houses_.find(house);
  auto const own_size = own == houses_.end() ? 0 : own->second.guests.size();
  bool const house_full = own_size >= most_of_a_house_;
  if (!house_full && count_ < most_) return {};
  if (by_size_.empty()) return {false};
  auto& gives = house_full || own_size >= biggest().guests.size() ? own->second : biggest();
  auto* const who = next_of(gives);
  return {who != nullptr, who};
}

Places::House& Places::biggest() {
  return *by_size_.rbegin()->second;
}

// Whoever waits for a request first, then whoever is slow to send one or to read the answer.
Connection* Places::next_of(House& house) {
  for (auto const doing : {Doing::waits, Doing::talks}) {
    auto const one = std::ranges::find(house.guests, doing, &Guest::doing);
    if (one != house.guests.end()) return one->connection;
  }
  return nullptr;
}

// Whatever needs memory comes first: where there is none nothing has changed.
Places::Seat Places::enter(Connection& connection, std::string const& name) {
  std::list<Guest> guest;
  guest.push_back({&connection});
  auto& house = house_called(name);
  house.guests.splice(house.guests.end(), guest);
  resize(house, house.guests.size() - 1);
  ++count_;
  return {&house, std::prev(house.guests.end())};
}

Places::House& Places::house_called(std::string const& name) {
  auto const [place, is_new] = houses_.try_emplace(name);
  if (!is_new) return place->second;
  try {
    place->second.name = name;
    by_size_.emplace(0, &place->second);
  } catch (...) {
    houses_.erase(place);
    throw;
  }
  return place->second;
}

void Places::leave(Seat& seat) {
  stays(seat);
  --count_;
}

void Places::now(Seat const& seat, Doing doing) {
  if (!seat.house) return;
  seat.guest->doing = doing;
  if (doing == Doing::waits) seat.house->guests.splice(seat.house->guests.end(), seat.house->guests, seat.guest);
}

void Places::stays(Seat& seat) {
  if (!seat.house) return;
  auto& house = *seat.house;
  auto const before = house.guests.size();
  house.guests.erase(seat.guest);
  seat.house = nullptr;
  resize(house, before);
  if (house.guests.empty()) houses_.erase(houses_.find(house.name));
}

// Needs no memory: nobody is there to refuse it to who leaves.
void Places::resize(House& house, std::size_t before) {
  auto size = by_size_.extract({before, &house});
  if (house.guests.empty()) return;
  size.value().first = house.guests.size();
  by_size_.insert(std::move(size));
}

}  // namespace waymark::http
