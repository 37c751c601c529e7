#pragma once

#include "connect/directory/people_import.hpp"
#include "connect/okrs/okr_rows.hpp"
#include "connect/transfer_shapes.hpp"
#include "okr/transfer/import.hpp"

// What the browser is told of an import.
namespace waymark::connect {

void tell_plan(ImportAnswer& answer, OkrPlan const& plan);
void tell_plan(ImportAnswer& answer, PeoplePlan const& plan);
void tell_made(ImportAnswer& answer, okr::Imported const& made);
void tell_made(ImportAnswer& answer, PeopleMade const& made);

// Which column of the file holds which field, as far as that can be said.
void tell_columns(ImportAnswer& answer, std::vector<std::string> const& header, std::span<Field const> fields,
                  Mapping const& mapping);

}  // namespace waymark::connect
