#include "connect/csv/columns.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <optional>

#include "core/base/normalised.hpp"
#include "core/base/problem.hpp"
#include "core/base/text.hpp"

namespace waymark::connect {
namespace {

constexpr std::array<std::string_view, 12> pay_stems = {"salar",     "compensation", "remuneration", "gehalt",
                                                        "vergütung", "verguet",      "wage",         "entlohnung",
                                                        "payroll",   "stundenlohn",  "bonus",        "besoldung"};
constexpr std::string_view pay_words =
    "|pay|lohn|löhne|loehne|prämie|praemie|commission|commissions|payout|ctc|ote|equity|provision|bezüge|";

bool is_separator(char c) {
  return static_cast<unsigned char>(c) < 0x80 && !(c >= 'a' && c <= 'z') && !(c >= '0' && c <= '9');
}

bool lists(std::string_view list, std::string_view word) {
  return list.find("|" + std::string(word) + "|") != std::string_view::npos;
}

[[noreturn]] void refuse(std::string slug, std::string detail) {
  throw base::Problem(base::Code::invalid, std::move(slug), std::move(detail));
}

void refuse_pay(std::vector<std::string> const& header) {
  for (auto const& column : header) {
    if (!holds_pay(column)) continue;
    refuse("pay_column",
           fmt::format("The column \"{}\" holds pay. Waymark keeps pay out of goals and reviews: remove the "
                       "column and import again.",
                       column));
  }
}

std::string names_of(std::span<Field const> fields) {
  std::vector<std::string_view> names;
  for (auto const& field : fields) names.push_back(field.name);
  return fmt::format("{}", fmt::join(names, ", "));
}

void check(Mapping const& mapping, std::vector<std::string> const& header, std::span<Field const> fields) {
  for (auto const& [column, field] : mapping) {
    auto const is_field = [&name = field](Field const& f) { return f.name == name; };
    if (std::none_of(fields.begin(), fields.end(), is_field)) {
      refuse("unknown_field", fmt::format("\"{}\" is no field. Fields are: {}.", field, names_of(fields)));
    }
    auto const is_column = [name = column_name(column)](std::string const& h) { return column_name(h) == name; };
    if (std::none_of(header.begin(), header.end(), is_column)) {
      refuse("unknown_column", fmt::format("The file has no column \"{}\".", column));
    }
  }
}

std::optional<std::string_view> mapped_field(std::string const& name, Mapping const& mapping) {
  for (auto const& [theirs, ours] : mapping) {
    if (column_name(theirs) == name) return ours;
  }
  return {};
}

bool is_mapped(Field const& field, Mapping const& mapping) {
  return std::any_of(mapping.begin(), mapping.end(), [&](auto const& m) { return m.second == field.name; });
}

}  // namespace

Mapping mapping_of(std::vector<std::string> const& pairs) {
  Mapping mapping;
  for (auto const& pair : pairs) {
    auto const place = pair.rfind('=');
    if (place == std::string::npos || place == 0 || place + 1 == pair.size()) {
      refuse("unreadable_mapping", fmt::format("\"{}\" is no mapping; write --map \"their column=our field\".", pair));
    }
    mapping.emplace_back(pair.substr(0, place), column_name(pair.substr(place + 1)));
  }
  return mapping;
}

Columns::Columns(std::vector<std::string> const& header, std::span<Field const> fields, Mapping const& mapping) {
  refuse_pay(header);
  check(mapping, header, fields);
  for (bool const by_synonym : {false, true}) {
    for (std::size_t i = 0; i < header.size(); ++i) place(header, i, fields, mapping, by_synonym);
  }
  for (std::size_t i = 0; i < header.size(); ++i) {
    auto const taken =
        std::any_of(places_.begin(), places_.end(), [i](auto const& place) { return place.second == i; });
    if (!taken) ignored_.push_back(header[i]);
  }
  for (auto const& field : fields) {
    if (field.required && !has(field.name)) refuse_missing(field.name);
  }
}

void Columns::refuse_missing(std::string_view field) const {
  refuse("missing_column",
         fmt::format("The file has no column \"{}\". If another one holds it, map that one (\"its name={}\").", field,
                     field));
}

// A column that is mapped or has the very name of a field goes before one that has another name for it.
void Columns::place(std::vector<std::string> const& header, std::size_t index, std::span<Field const> fields,
                    Mapping const& mapping, bool by_synonym) {
  auto const name = column_name(header[index]);
  auto const wanted = mapped_field(name, mapping);
  for (auto const& field : fields) {
    bool const named = wanted ? *wanted == field.name : field.name == name && !is_mapped(field, mapping);
    bool const synonym = !wanted && lists(field.synonyms, name) && !is_mapped(field, mapping);
    if (by_synonym ? !synonym || exact_.contains(field.name) : !named) continue;
    auto const [place, is_new] = places_.emplace(field.name, index);
    if (!by_synonym) exact_.insert(std::string(field.name));
    if (is_new) continue;
    refuse("column_twice", fmt::format("Two columns mean \"{}\": \"{}\" and \"{}\".", field.name, header[place->second],
                                       header[index]));
  }
}

std::string Columns::text(Row const& row, std::string_view field) const {
  auto const found = places_.find(field);
  return found == places_.end() ? std::string{} : base::collapsed(row.cells[found->second]);
}

std::string Columns::paragraph(Row const& row, std::string_view field) const {
  auto const found = places_.find(field);
  return found == places_.end() ? std::string{} : std::string(base::trimmed(row.cells[found->second]));
}

std::vector<std::optional<std::string>> field_of_each(std::vector<std::string> const& header,
                                                      std::span<Field const> fields, Mapping const& mapping) {
  std::vector<std::optional<std::string>> uses(header.size());
  std::set<std::string_view> taken;
  for (bool const by_synonym : {false, true}) {
    for (std::size_t i = 0; i < header.size(); ++i) {
      auto const name = column_name(header[i]);
      auto const wanted = mapped_field(name, mapping);
      for (auto const& field : fields) {
        bool const named = wanted ? *wanted == field.name : field.name == name && !is_mapped(field, mapping);
        bool const synonym = !wanted && lists(field.synonyms, name) && !is_mapped(field, mapping);
        if (uses[i] || !(by_synonym ? synonym : named) || !taken.insert(field.name).second) continue;
        uses[i] = field.name;
      }
    }
  }
  return uses;
}

std::string column_name(std::string_view header) {
  std::string name;
  for (char const c : base::folded(header)) {
    if (!is_separator(c))
      name += c;
    else if (!name.empty() && name.back() != '_')
      name += '_';
  }
  if (!name.empty() && name.back() == '_') name.pop_back();
  return name;
}

bool holds_pay(std::string_view header) {
  auto const name = column_name(header);
  auto const holds = [&](std::string_view stem) { return name.find(stem) != std::string::npos; };
  if (std::any_of(pay_stems.begin(), pay_stems.end(), holds)) return true;
  auto const words = base::split(name, '_');
  return std::any_of(words.begin(), words.end(), [](auto word) { return lists(pay_words, word); });
}

}  // namespace waymark::connect
