#include "ground/crypto/chain.h"

#include <bit>
#include <utility>

#include <sodium.h>

#include "ground/base/ensure.h"
#include "ground/crypto/sodium_ready.h"

namespace crypto {
namespace {

static_assert(crypto_hash_sha256_BYTES == sizeof(Hash32));
constexpr std::uint8_t leaf_mark = 0x00;
constexpr std::uint8_t node_mark = 0x01;

Hash32 node_hash(const Hash32& left, const Hash32& right) {
  Hash32 hash{};
  crypto_hash_sha256_state state;
  crypto_hash_sha256_init(&state);
  crypto_hash_sha256_update(&state, &node_mark, 1);
  crypto_hash_sha256_update(&state, left.data(), left.size());
  crypto_hash_sha256_update(&state, right.data(), right.size());
  crypto_hash_sha256_final(&state, hash.data());
  return hash;
}

Hash32 root_of(std::span<const Hash32> leaves) {
  TreeFrontier frontier;
  for (const auto& leaf : leaves)
    frontier.append(leaf);
  return frontier.root();
}

}  // namespace

Hash32 chain_hash(const Hash32& previous, std::uint64_t sequence, base::BytesView entry) {
  need_sodium();
  std::array<std::uint8_t, 8> number{};
  for (std::size_t place = number.size(); place-- > 0; sequence >>= 8U)
    number[place] = static_cast<std::uint8_t>(sequence);
  Hash32 hash{};
  crypto_generichash_state state;
  crypto_generichash_init(&state, nullptr, 0, hash.size());
  crypto_generichash_update(&state, previous.data(), previous.size());
  crypto_generichash_update(&state, number.data(), number.size());
  crypto_generichash_update(&state, entry.data(), entry.size());
  crypto_generichash_final(&state, hash.data(), hash.size());
  return hash;
}

Hash32 leaf_hash(base::BytesView entry) {
  need_sodium();
  Hash32 hash{};
  crypto_hash_sha256_state state;
  crypto_hash_sha256_init(&state);
  crypto_hash_sha256_update(&state, &leaf_mark, 1);
  crypto_hash_sha256_update(&state, entry.data(), entry.size());
  crypto_hash_sha256_final(&state, hash.data());
  return hash;
}

base::Result<TreeFrontier> TreeFrontier::resume(std::uint64_t size, std::vector<Hash32> subtrees) {
  if (std::cmp_not_equal(std::popcount(size), subtrees.size())) {
    return base::fail(base::ErrorKind::refused, "", "the stored state of the record is damaged",
                      "run: kizuki verify");
  }
  TreeFrontier frontier;
  frontier.size_ = size;
  frontier.subtrees_ = std::move(subtrees);
  return frontier;
}

void TreeFrontier::append(const Hash32& leaf) {
  need_sodium();
  Hash32 hash = leaf;
  // Each trailing 1 of the size is a complete subtree that this leaf completes further.
  for (std::uint64_t rest = size_; (rest & 1U) != 0; rest >>= 1U) {
    hash = node_hash(subtrees_.back(), hash);
    subtrees_.pop_back();
  }
  subtrees_.push_back(hash);
  ++size_;
}

Hash32 TreeFrontier::root() const {
  need_sodium();
  Hash32 root{};
  if (subtrees_.empty()) {
    crypto_hash_sha256(root.data(), nullptr, 0);
    return root;
  }
  root = subtrees_.back();
  for (std::size_t place = subtrees_.size() - 1; place-- > 0;)
    root = node_hash(subtrees_[place], root);
  return root;
}

std::vector<Hash32> inclusion_path(std::span<const Hash32> leaves, std::uint64_t index) {
  base::ensure(index < leaves.size(), "the leaf is one of the tree");
  if (leaves.size() == 1) return {};
  const auto half = std::bit_floor(leaves.size() - 1);
  const bool is_left = index < half;
  auto path = is_left ? inclusion_path(leaves.first(half), index)
                      : inclusion_path(leaves.subspan(half), index - half);
  path.push_back(root_of(is_left ? leaves.subspan(half) : leaves.first(half)));
  return path;
}

bool is_included(const Hash32& leaf, std::uint64_t index, std::uint64_t size,
                 std::span<const Hash32> path, const Hash32& root) {
  need_sodium();
  if (index >= size) return false;
  std::uint64_t place = index;
  std::uint64_t last = size - 1;
  Hash32 hash = leaf;
  for (const auto& sibling : path) {
    if (last == 0) return false;
    if ((place & 1U) != 0 || place == last) {
      hash = node_hash(sibling, hash);
      // A last node without a right neighbour stands for itself on the levels above.
      for (; (place & 1U) == 0 && place != 0; place >>= 1U)
        last >>= 1U;
    } else {
      hash = node_hash(hash, sibling);
    }
    place >>= 1U;
    last >>= 1U;
  }
  return last == 0 && hash == root;
}

}  // namespace crypto
