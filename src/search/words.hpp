#pragma once

#include <string>
#include <string_view>
#include <vector>

// How text becomes words that can be compared. No database.
namespace waymark::search {

// Lower case, without accents: "Größe" and "GROSSE" are one. [SEA-1]
std::string plain(std::string_view text);

// The plain words of a text, each once, sorted; a word with an umlaut also as it is typed without one ("ae" for "ä").
// At most `most` of them, each at most 40 letters.
std::vector<std::string> words_of(std::string_view text, std::size_t most = 600);

// The words of a query in the order in which they were typed.
std::vector<std::string> words_typed(std::string_view text);

// The text where it is short; of a long one the part that begins shortly before the first word that begins with one of
// `typed`. [SEA-8]
std::string excerpt(std::string_view text, std::vector<std::string> const& typed, std::size_t most = 140);

// Does each of `typed` begin a word of `text`?
bool begins_words(std::vector<std::string> const& typed, std::string_view text);

}  // namespace waymark::search
