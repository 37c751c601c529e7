#pragma once

#include <string>

#include "identity/credential.hpp"

// Where a request comes from, as far as it cannot be made up.
namespace waymark::identity {

// The address of the caller: of the connection, or what a proxy of ours saw.
std::string address_of(http::Request const& request, Line const& line);

// Those who share a network: 256 addresses of IPv4, a /64 of IPv6. Addresses of this machine stand alone.
std::string block_of(std::string const& address);

}  // namespace waymark::identity
