#pragma once

#include "core/http/message.hpp"

namespace waymark::http {

std::string gzip(std::string_view bytes);

// Whether the caller takes this content coding; a coding with ";q=0" is one it does not take.
bool accepts(Request const& request, std::string_view coding);

// The answer to a read with its body in gzip, where the caller takes that and it makes the answer smaller. Its ETag
// stays: it names the version of what was asked for, which If-Match shows again. Answers to writes stay as they are:
// they may hold a fresh secret, and the length of packed bytes would tell of it.
Response packed(Response response, Request const& request);

}  // namespace waymark::http
