#include "ground/crypto/keys.h"

#include <concepts>
#include <filesystem>
#include <fstream>
#include <ostream>

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "ground/crypto/random.h"

namespace crypto {
namespace {

template <class T>
concept Streamable = requires(std::ostream& out, const T& value) {
  out << value;
};

static_assert(!Streamable<Key32> && !fmt::is_formattable<Key32>::value);
static_assert(!std::equality_comparable<Key32> && !std::convertible_to<Key32, base::BytesView>);

class key_file : public testing::Test {
 protected:
  std::filesystem::path folder_ =
      std::filesystem::temp_directory_path() / ("kizuki-" + base::hex(random_bytes(8)));
  std::filesystem::path path_ = folder_ / "master.key";

  void SetUp() override { std::filesystem::create_directory(folder_); }
  void TearDown() override { std::filesystem::remove_all(folder_); }

  void write(const std::string& text) {
    std::ofstream(path_) << text;
    std::filesystem::permissions(path_, std::filesystem::perms::owner_read);
  }
};

TEST(random, never_repeats_and_fills_everything) {
  EXPECT_NE(random_bytes(16), random_bytes(16));
  EXPECT_EQ(random_bytes(0).size(), 0U);
  EXPECT_NE(random_array<32>(), (std::array<std::uint8_t, 32>{}));
}

TEST(key, takes_exactly_32_bytes) {
  EXPECT_TRUE(key_from(base::Bytes(32, 7)));
  EXPECT_FALSE(key_from(base::Bytes(31, 7)));
  EXPECT_FALSE(key_from(base::Bytes(33, 7)));
}

TEST(key, a_derived_key_depends_on_key_and_purpose_alone) {
  const auto from = random_key();
  EXPECT_EQ(derive_key(from, "search").reveal(), derive_key(from, "search").reveal());
  EXPECT_NE(derive_key(from, "search").reveal(), derive_key(from, "signing").reveal());
  EXPECT_NE(derive_key(from, "search").reveal(), derive_key(random_key(), "search").reveal());
  EXPECT_NE(derive_key(from, "").reveal(), from.reveal());
}

TEST_F(key_file, what_was_created_opens_with_the_same_key) {
  const auto created = FileKeyVault::create(path_);
  ASSERT_TRUE(created);
  const auto opened = FileKeyVault::open(path_);
  ASSERT_TRUE(opened);
  EXPECT_EQ(created->master().reveal(), opened->master().reveal());
  EXPECT_EQ(std::filesystem::status(path_).permissions(),
            std::filesystem::perms::owner_read | std::filesystem::perms::owner_write);
}

TEST_F(key_file, a_key_is_never_overwritten) {
  const auto first = FileKeyVault::create(path_);
  const auto second = FileKeyVault::create(path_);
  ASSERT_FALSE(second);
  EXPECT_EQ(second.error().kind, base::ErrorKind::conflict);
  EXPECT_EQ(FileKeyVault::open(path_)->master().reveal(), first->master().reveal());
}

TEST_F(key_file, is_refused_when_others_may_read_it) {
  ASSERT_TRUE(FileKeyVault::create(path_));
  std::filesystem::permissions(path_, std::filesystem::perms::group_read,
                               std::filesystem::perm_options::add);
  const auto opened = FileKeyVault::open(path_);
  ASSERT_FALSE(opened);
  EXPECT_EQ(opened.error().kind, base::ErrorKind::refused);
  EXPECT_NE(opened.error().text().find("chmod 600"), std::string::npos);
}

TEST_F(key_file, is_refused_when_it_is_missing_damaged_or_something_else) {
  EXPECT_EQ(FileKeyVault::open(path_).error().kind, base::ErrorKind::not_found);
  EXPECT_EQ(FileKeyVault::create(folder_ / "none" / "key").error().kind,
            base::ErrorKind::unavailable);
  for (const auto* text :
       {"", "kizuki-master-key-1 ", "kizuki-master-key-1 abcd\n", "root:x:0:0\n",
        "kizuki-master-key-1 !!!!aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\n"}) {
    write(text);
    const auto opened = FileKeyVault::open(path_);
    ASSERT_FALSE(opened) << text;
    EXPECT_EQ(opened.error().kind, base::ErrorKind::refused);
    std::filesystem::remove(path_);
  }
  EXPECT_FALSE(FileKeyVault::open(folder_));
}

}  // namespace
}  // namespace crypto
