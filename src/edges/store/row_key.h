#pragma once

#include <cstdint>
#include <string_view>

#include "edges/store/keys.h"
#include "ground/base/bytes.h"
#include "ground/base/id.h"
#include "ground/crypto/envelope.h"

/// Every report, link and dossier has a data key of its own. It lies beside the row, wrapped by
/// the key of the organisation that owns the row; destroying it destroys all sealed columns.
namespace store {

/// A data key, opened for as long as a use case runs, with what is kept beside the row.
struct RowKey {
  crypto::Key32 key = crypto::Key32({});
  base::Bytes wrapped;
  base::Bytes salt;  ///< 32 random bytes that go into every commitment to the row's content
};

[[nodiscard]] RowKey make_row_key(const crypto::Key32& organisation_key,
                                  const base::UuidBytes& row);

/// Throws OutsideFailure where the wrapped key was altered or belongs to another row.
[[nodiscard]] RowKey open_row_key(const crypto::Key32& organisation_key, const base::UuidBytes& row,
                                  base::Bytes wrapped, base::Bytes salt);

/// The place of a column in a row that has a number beside its id (a version, a persona).
[[nodiscard]] base::Bytes numbered_row(const base::UuidBytes& row, std::int64_t number);

/// Opens what crypto::seal sealed with the row's key. Throws OutsideFailure where the bytes were
/// altered or moved.
[[nodiscard]] base::Bytes open_column(const RowKey& key, const crypto::Place& place,
                                      base::BytesView sealed);

/// BLAKE2b-256(salt, content): what an audit row keeps of content.
[[nodiscard]] base::Bytes commitment_to(const RowKey& key, base::BytesView content);

/// The keyed value under which something is found without being stored. The same text in two
/// domains gives two values.
[[nodiscard]] base::Bytes blind_value(const Keys& keys, std::string_view domain,
                                      std::string_view text);

}  // namespace store
