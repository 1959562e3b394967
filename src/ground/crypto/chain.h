#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "ground/base/bytes.h"
#include "ground/base/result.h"

namespace crypto {

using Hash32 = std::array<std::uint8_t, 32>;

/// The chain of the audit record: BLAKE2b-256(previous hash, sequence as 8 bytes big endian,
/// canonical bytes of the entry). The hash before the first entry is all zeros. Changing,
/// removing or moving an entry breaks every later hash.
[[nodiscard]] Hash32 chain_hash(const Hash32& previous, std::uint64_t sequence,
                                base::BytesView entry);

/// The tree over the same entries, as RFC 6962 section 2.1 has it (SHA-256, 0x00 before a
/// leaf, 0x01 before a node), so that an outsider can check it with other tools.
[[nodiscard]] Hash32 leaf_hash(base::BytesView entry);

/// The growing tree: only the roots of its complete subtrees are kept, at most 64 hashes.
class TreeFrontier {
 public:
  TreeFrontier() = default;

  /// Continues from what was stored. Fails with `refused` when the number of hashes does not
  /// fit the size.
  [[nodiscard]] static base::Result<TreeFrontier> resume(std::uint64_t size,
                                                         std::vector<Hash32> subtrees);

  void append(const Hash32& leaf);
  [[nodiscard]] Hash32 root() const;  ///< of nothing: SHA-256 of the empty string
  [[nodiscard]] std::uint64_t size() const { return size_; }
  [[nodiscard]] std::span<const Hash32> subtrees() const { return subtrees_; }  ///< largest first

 private:
  std::uint64_t size_ = 0;
  std::vector<Hash32> subtrees_;
};

/// The proof that a leaf is in the tree of all `leaves` (RFC 6962 section 2.1.1), lowest first.
/// `index` < number of leaves.
[[nodiscard]] std::vector<Hash32> inclusion_path(std::span<const Hash32> leaves,
                                                 std::uint64_t index);

/// Whether `path` proves that `leaf` is number `index` of the `size` leaves under `root`
/// (RFC 9162 section 2.1.3.2).
[[nodiscard]] bool is_included(const Hash32& leaf, std::uint64_t index, std::uint64_t size,
                               std::span<const Hash32> path, const Hash32& root);

}  // namespace crypto
