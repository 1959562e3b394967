#include "edges/store/row_key.h"

#include <algorithm>
#include <utility>

#include "ground/base/error.h"
#include "ground/crypto/blind.h"
#include "ground/crypto/commitment.h"

namespace store {

RowKey make_row_key(const crypto::Key32& organisation_key, const base::UuidBytes& row) {
  RowKey made;
  made.key = crypto::random_key();
  made.wrapped = crypto::wrap_key(organisation_key, made.key, row);
  const auto salt = crypto::random_salt();
  made.salt.assign(salt.begin(), salt.end());
  return made;
}

RowKey open_row_key(const crypto::Key32& organisation_key, const base::UuidBytes& row,
                    base::Bytes wrapped, base::Bytes salt) {
  const auto key = crypto::unwrap_key(organisation_key, wrapped, row);
  if (!key) throw base::OutsideFailure("the key of a row does not open");
  return {*key, std::move(wrapped), std::move(salt)};
}

base::Bytes numbered_row(const base::UuidBytes& row, std::int64_t number) {
  base::Bytes bytes(row.begin(), row.end());
  for (int shift = 0; shift < 64; shift += 8)
    bytes.push_back(static_cast<std::uint8_t>(static_cast<std::uint64_t>(number) >> shift));
  return bytes;
}

base::Bytes open_column(const RowKey& key, const crypto::Place& place, base::BytesView sealed) {
  auto opened = crypto::open(key.key, sealed, place);
  if (!opened) throw base::OutsideFailure("a sealed column does not open");
  return std::move(*opened);
}

base::Bytes commitment_to(const RowKey& key, base::BytesView content) {
  crypto::Salt salt{};
  if (key.salt.size() != salt.size()) throw base::OutsideFailure("a row has no salt");
  std::ranges::copy(key.salt, salt.begin());
  const auto commitment = crypto::commit_to(salt, content);
  return {commitment.begin(), commitment.end()};
}

base::Bytes blind_value(const Keys& keys, std::string_view domain, std::string_view text) {
  const auto key = crypto::BlindKeyer(keys.blind).key(domain, text);
  return {key.begin(), key.end()};
}

}  // namespace store
