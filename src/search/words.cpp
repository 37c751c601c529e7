#include "search/words.hpp"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <utility>

#include "core/base/text.hpp"

namespace waymark::search {
namespace {

constexpr std::size_t longest = 40;
constexpr std::ptrdiff_t words_before = 4;

icu::UnicodeString unicode(std::string_view text) {
  return icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())));
}

std::string utf8(icu::UnicodeString const& text) {
  std::string result;
  text.toUTF8String(result);
  return result;
}

icu::UnicodeString plain(icu::UnicodeString const& text) {
  UErrorCode error = U_ZERO_ERROR;
  auto const apart = icu::Normalizer2::getNFKDInstance(error)->normalize(icu::UnicodeString(text).foldCase(), error);
  if (U_FAILURE(error)) return text;
  icu::UnicodeString result;
  for (std::int32_t i = 0; i < apart.length(); i = apart.moveIndex32(i, 1)) {
    auto const letter = apart.char32At(i);
    if (u_charType(letter) != U_NON_SPACING_MARK) result.append(letter);
  }
  return result;
}

// "ae" for "ä", as German is typed on other keyboards; nothing where there is no umlaut.
icu::UnicodeString spelt_out(icu::UnicodeString word) {
  auto const before = word.foldCase();
  auto after = before;
  for (auto const& [umlaut, letters] : {std::pair{u"\u00e4", u"ae"}, {u"\u00f6", u"oe"}, {u"\u00fc", u"ue"}})
    after.findAndReplace(umlaut, letters);
  return after == before ? icu::UnicodeString{} : plain(after);
}

// The stretches of letters and digits in a text, as they stand there.
std::vector<icu::UnicodeString> stretches(std::string_view given) {
  UErrorCode error = U_ZERO_ERROR;
  auto const text = icu::Normalizer2::getNFCInstance(error)->normalize(unicode(given), error);
  std::vector<icu::UnicodeString> found;
  icu::UnicodeString word;
  for (std::int32_t i = 0; i <= text.length(); i = i < text.length() ? text.moveIndex32(i, 1) : i + 1) {
    bool const inside = i < text.length() && (u_isalnum(text.char32At(i)) || u_getCombiningClass(text.char32At(i)) > 0);
    if (inside) word.append(text.char32At(i));
    if (!inside && !word.isEmpty()) found.push_back(std::exchange(word, icu::UnicodeString{}));
  }
  return found;
}

// What stands between spaces.
std::vector<std::string_view> pieces_of(std::string_view text) {
  constexpr std::string_view space = " \t\r\n";
  std::vector<std::string_view> pieces;
  for (std::size_t at = 0; (at = text.find_first_not_of(space, at)) != text.npos;) {
    auto const end = std::min(text.find_first_of(space, at), text.size());
    pieces.push_back(text.substr(at, end - at));
    at = end;
  }
  return pieces;
}

std::string kept(icu::UnicodeString const& word) {
  return std::string{base::shortened(utf8(word), longest)};
}

}  // namespace

std::string plain(std::string_view text) {
  return utf8(plain(unicode(text)));
}

std::vector<std::string> words_of(std::string_view text, std::size_t most) {
  std::vector<std::string> words;
  for (auto const& word : stretches(text)) {
    if (words.size() >= most) break;
    words.push_back(kept(plain(word)));
    if (auto const spelt = spelt_out(word); !spelt.isEmpty()) words.push_back(kept(spelt));
  }
  std::sort(words.begin(), words.end());
  words.erase(std::unique(words.begin(), words.end()), words.end());
  return words;
}

std::vector<std::string> words_typed(std::string_view text) {
  std::vector<std::string> words;
  for (auto const& word : stretches(text)) words.push_back(kept(plain(word)));
  return words;
}

std::string excerpt(std::string_view text, std::vector<std::string> const& typed, std::size_t most) {
  if (text.size() <= most) return std::string{text};
  auto const pieces = pieces_of(text);
  auto const fits = [&](std::string_view piece) {
    return std::any_of(typed.begin(), typed.end(), [&](auto const& word) { return begins_words({word}, piece); });
  };
  auto const found = std::find_if(pieces.begin(), pieces.end(), fits);
  auto const before = std::min<std::ptrdiff_t>(words_before, found - pieces.begin());
  auto const start = found == pieces.end() ? pieces.begin() : found - before;
  auto const rest = text.substr(static_cast<std::size_t>(start->data() - text.data()));
  auto shown = base::shortened(rest, most);
  if (shown.size() < rest.size() && rest[shown.size()] != ' ') shown = shown.substr(0, shown.find_last_of(' '));
  return (start == pieces.begin() ? "" : "… ") + std::string{shown} + (shown.size() < rest.size() ? " …" : "");
}

bool begins_words(std::vector<std::string> const& typed, std::string_view text) {
  auto const words = words_of(text);
  return std::all_of(typed.begin(), typed.end(), [&](std::string const& part) {
    return std::any_of(words.begin(), words.end(), [&](std::string const& word) { return word.starts_with(part); });
  });
}

}  // namespace waymark::search
