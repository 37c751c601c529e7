#include "identity/origin.hpp"

#include <arpa/inet.h>

#include <array>

#include "core/base/text.hpp"

namespace waymark::identity {
namespace {

constexpr std::string_view mapped = "::ffff:";  // an address of IPv4 in one of IPv6

bool is_address(std::string const& text) {
  std::array<unsigned char, 16> bytes{};
  return inet_pton(AF_INET, text.c_str(), bytes.data()) == 1 || inet_pton(AF_INET6, text.c_str(), bytes.data()) == 1;
}

}  // namespace

// A proxy adds the address it saw at the end; what stands before that came with the request.
std::string address_of(http::Request const& request, Line const& line) {
  if (!line.trust_forwarded_proto) return request.peer;
  std::string seen;
  for (auto const& [name, value] : request.headers) {
    if (name == "x-forwarded-for") seen = base::trimmed(std::string_view{value}.substr(value.rfind(',') + 1));
  }
  return is_address(seen) ? seen : request.peer;
}

std::string block_of(std::string const& address) {
  std::string const plain = address.starts_with(mapped) ? address.substr(mapped.size()) : address;
  std::array<unsigned char, 16> bytes{};
  if (inet_pton(AF_INET, plain.c_str(), bytes.data()) == 1)
    return bytes[0] == 127 ? plain : plain.substr(0, plain.rfind('.'));
  if (inet_pton(AF_INET6, plain.c_str(), bytes.data()) != 1) return plain;
  bytes[8] = bytes[9] = bytes[10] = bytes[11] = bytes[12] = bytes[13] = bytes[14] = 0;
  if (plain != "::1") bytes[15] = 0;
  std::array<char, INET6_ADDRSTRLEN> text{};
  return inet_ntop(AF_INET6, bytes.data(), text.data(), text.size());
}

}  // namespace waymark::identity
