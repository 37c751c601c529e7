#pragma once

#include <map>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "connect/csv/csv.hpp"

namespace waymark::connect {

/// Why a row cannot be read.
struct RowError {
  std::string reason;
};

/// A field of ours and the other names that its column may have, each in `|…|`, lower case, words joined by `_`.
struct Field {
  std::string_view name;
  std::string_view synonyms;
  bool required = false;
};

/// "their column=our field", as given to --map.
using Mapping = std::vector<std::pair<std::string, std::string>>;
Mapping mapping_of(std::vector<std::string> const& pairs);

/// Which column of a table holds which field.
class Columns {
 public:
  /// Throws Problem for a pay column, a required field without a column, two columns for one field, or a mapping that
  /// names a column or field that does not exist.
  Columns(std::vector<std::string> const& header, std::span<Field const> fields, Mapping const& mapping);

  bool has(std::string_view field) const { return places_.contains(field); }
  /// The cell without surrounding space and with every inner run of space made one; empty where there is no such
  /// column.
  std::string text(Row const& row, std::string_view field) const;
  /// The cell with its line breaks.
  std::string paragraph(Row const& row, std::string_view field) const;
  /// Throws the refusal of a file without this column.
  [[noreturn]] void refuse_missing(std::string_view field) const;
  std::vector<std::string> const& ignored() const { return ignored_; }

 private:
  void place(std::vector<std::string> const& header, std::size_t index, std::span<Field const> fields,
             Mapping const& mapping, bool by_synonym);

  std::map<std::string, std::size_t, std::less<>> places_;
  std::set<std::string, std::less<>> exact_;
  std::vector<std::string> ignored_;
};

/// The field that each column would hold, going by names alone: no refusal, so that a person can put it right.
std::vector<std::optional<std::string>> field_of_each(std::vector<std::string> const& header,
                                                      std::span<Field const> fields, Mapping const& mapping);

/// Lower case, every run of other signs made one `_`: "Parent Objective:" is "parent_objective".
std::string column_name(std::string_view header);
/// Does a column of this name hold pay (salary, bonus, Gehalt …)?
bool holds_pay(std::string_view header);

}  // namespace waymark::connect
