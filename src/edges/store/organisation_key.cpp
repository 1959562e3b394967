#include "edges/store/organisation_key.h"

#include "edges/store/row_key.h"
#include "ground/base/error.h"

namespace store {
namespace {

constexpr auto select_key_of_organisation_key =
    "SELECT wrapped_key, salt FROM organisation WHERE id = $1";

}  // namespace

crypto::Key32 get_organisation_key(db::Connection& connection, const Keys& keys,
                                   base::Id<model::Organisation> organisation) {
  const auto row = db::find_row(connection, select_key_of_organisation_key, {organisation});
  if (!row) throw base::OutsideFailure("the organisation of a row is not in the register");
  return open_row_key(keys.master, organisation.bytes, row->bytes(0), row->bytes(1)).key;
}

}  // namespace store
