#include "core/base/signs.hpp"

#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include "core/base/text.hpp"

namespace waymark::base {
namespace {

icu::UnicodeString letters_of(std::string_view text) {
  return icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())));
}

bool can_be_seen(UChar32 letter) {
  constexpr UChar32 blank_braille = 0x2800;
  return !u_isUWhiteSpace(letter) && !u_hasBinaryProperty(letter, UCHAR_DEFAULT_IGNORABLE_CODE_POINT) &&
         u_charType(letter) != U_FORMAT_CHAR && letter != blank_braille;
}

}  // namespace

bool turns_direction(std::string_view text) {
  auto const letters = letters_of(text);
  for (std::int32_t at = 0; at < letters.length(); ++at) {
    if (letters.charAt(at) >= 0x202A && letters.charAt(at) <= 0x202E) return true;
  }
  return false;
}

bool is_invisible(std::string_view text) {
  auto const letters = letters_of(text);
  for (std::int32_t at = 0; at < letters.length(); at = letters.moveIndex32(at, 1)) {
    if (can_be_seen(letters.char32At(at))) return false;
  }
  return true;
}

std::string_view fault_of_name(std::string_view text) {
  if (has_control(text)) return "holds a control character";
  if (turns_direction(text)) return "holds a sign that turns the direction of the text";
  if (!text.empty() && is_invisible(text)) return "holds nothing that can be seen";
  return {};
}

}  // namespace waymark::base
