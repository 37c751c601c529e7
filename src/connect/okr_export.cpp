#include "connect/okr_export.hpp"

#include "connect/okrs/okr_table.hpp"
#include "okr/transfer/snapshot.hpp"

namespace waymark::connect {

std::string export_okrs(db::Tx& tx, policy::Viewer const& viewer) {
  return write_csv(okr_table(okr::snapshot(tx, viewer)));
}

}  // namespace waymark::connect
