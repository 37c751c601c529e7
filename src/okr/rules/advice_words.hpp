#pragma once

#include <string_view>

#include "okr/rules/sentence.hpp"

// The word lists behind the writing advice. Words and phrases come folded: small letters, "ss" for "ß".
namespace waymark::okr::words {

// Words that say nothing that could be checked, whatever stands beside them. `padded` is the text with a space between
// words and at both ends; answers the phrase found, else an empty one.
std::string_view vague_in(std::string_view padded, Language language);

// Words of change that are vague only where no measure says how much.
bool is_change(std::string_view word, Language language);

// Verbs of doing something, as opposed to reaching something.
bool is_task_verb(std::string_view word, Language language);

// True for words that surely are a verb in the form in which an objective starts.
bool is_verb(std::string_view word, Language language);

bool is_money(std::string_view word, Language language);
bool is_number_word(std::string_view word, Language language);  // "three", not "3"

}  // namespace waymark::okr::words
