#include "ground/crypto/chain.h"

#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "ground/crypto/commitment.h"

namespace crypto {
namespace {

/// The inputs and roots that the tests of Certificate Transparency (RFC 6962) use.
const std::vector<std::string> inputs{"",
                                      "00",
                                      "10",
                                      "2021",
                                      "3031",
                                      "40414243",
                                      "5051525354555657",
                                      "606162636465666768696a6b6c6d6e6f"};
const std::vector<std::string> roots{
    "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
    "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
    "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
    "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
    "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328"};

std::vector<Hash32> leaves(std::size_t count) {
  std::vector<Hash32> hashes;
  for (std::size_t number = 0; number < count; ++number)
    hashes.push_back(leaf_hash(base::as_bytes("leaf " + std::to_string(number))));
  return hashes;
}

Hash32 root_over(const std::vector<Hash32>& hashes) {
  TreeFrontier frontier;
  for (const auto& hash : hashes)
    frontier.append(hash);
  return frontier.root();
}

TEST(tree, has_the_published_roots_at_every_size) {
  TreeFrontier frontier;
  EXPECT_EQ(base::hex(frontier.root()),
            "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  for (std::size_t number = 0; number < inputs.size(); ++number) {
    frontier.append(leaf_hash(base::parse_hex(inputs[number]).value()));
    EXPECT_EQ(base::hex(frontier.root()), roots[number]);
    EXPECT_EQ(frontier.size(), number + 1);
  }
}

TEST(tree, goes_on_from_its_stored_state) {
  const auto all = leaves(21);
  TreeFrontier frontier;
  for (const auto& leaf : all) {
    auto resumed = TreeFrontier::resume(frontier.size(),
                                        {frontier.subtrees().begin(), frontier.subtrees().end()});
    ASSERT_TRUE(resumed);
    frontier = *resumed;
    frontier.append(leaf);
  }
  EXPECT_EQ(frontier.root(), root_over(all));
  EXPECT_EQ(frontier.subtrees().size(), 3U);
  EXPECT_FALSE(TreeFrontier::resume(3, {all[0]}));
}

TEST(tree, proves_every_leaf_of_every_size_and_nothing_else) {
  for (std::size_t size = 1; size <= 17; ++size) {
    const auto all = leaves(size);
    const auto root = root_over(all);
    for (std::size_t index = 0; index < size; ++index) {
      auto path = inclusion_path(all, index);
      ASSERT_TRUE(is_included(all[index], index, size, path, root)) << index << " of " << size;
      EXPECT_FALSE(is_included(leaf_hash({}), index, size, path, root));
      EXPECT_FALSE(is_included(all[index], index + 1, size, path, root));
      EXPECT_FALSE(is_included(all[index], size, size, path, root));
      path.push_back(root);
      EXPECT_FALSE(is_included(all[index], index, size, path, root));
    }
  }
}

TEST(chain, every_part_changes_the_hash) {
  const auto entry = base::to_bytes("entry");
  const auto hash = chain_hash({}, 1, entry);
  EXPECT_EQ(hash, chain_hash({}, 1, entry));
  EXPECT_NE(hash, chain_hash(hash, 1, entry));
  EXPECT_NE(hash, chain_hash({}, 2, entry));
  EXPECT_NE(hash, chain_hash({}, 1, base::to_bytes("entrz")));
}

TEST(chain, a_change_anywhere_reaches_the_end) {
  const auto last_hash = [](std::size_t changed) {
    Hash32 hash{};
    for (std::uint64_t number = 1; number <= 10; ++number)
      hash = chain_hash(hash, number, base::to_bytes(number == changed ? "x" : "y"));
    return hash;
  };
  const auto unchanged = last_hash(0);
  for (std::size_t changed = 1; changed <= 10; ++changed)
    EXPECT_NE(last_hash(changed), unchanged) << changed;
}

TEST(commitment, depends_on_salt_and_content) {
  const auto salt = random_salt();
  const auto content = base::to_bytes("yes");
  EXPECT_EQ(commit_to(salt, content), commit_to(salt, content));
  EXPECT_NE(commit_to(salt, content), commit_to(random_salt(), content));
  EXPECT_NE(commit_to(salt, content), commit_to(salt, base::to_bytes("no")));
}

}  // namespace
}  // namespace crypto
