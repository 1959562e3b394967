#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <string_view>

#include "ground/base/bytes.h"
#include "ground/base/result.h"

namespace crypto {

constexpr std::size_t key_bytes = 32;

/// A secret of 32 bytes. It cannot be printed or compared, and its memory is wiped when it goes.
/// reveal() is the only way in.
class Key32 {
 public:
  explicit Key32(const std::array<std::uint8_t, key_bytes>& bytes) : bytes_(bytes) {}
  Key32(const Key32&) = default;
  Key32& operator=(const Key32&) = default;
  ~Key32();

  [[nodiscard]] const std::array<std::uint8_t, key_bytes>& reveal() const { return bytes_; }

 private:
  std::array<std::uint8_t, key_bytes> bytes_;
};

[[nodiscard]] Key32 random_key();

/// Fails with `refused` unless there are exactly 32 bytes.
[[nodiscard]] base::Result<Key32> key_from(base::BytesView bytes);

/// An independent key for another purpose ("search tokens", "checkpoint signing"): keyed
/// BLAKE2b of the purpose. The same in each call; nothing leads back to `from`.
[[nodiscard]] Key32 derive_key(const Key32& from, std::string_view purpose);

/// Seam: where the master key comes from. A file now; a key service or a hardware module later.
class KeyVault {
 public:
  virtual ~KeyVault() = default;
  [[nodiscard]] virtual Key32 master() const = 0;
};

/// The master key in a file of its own, which only its owner may read (mode 0600 or 0400).
/// Whoever has this file and the database can read everything: back them up apart.
class FileKeyVault final : public KeyVault {
 public:
  /// Makes a new key. Fails with `conflict` when the file exists, `unavailable` when it cannot
  /// be written.
  [[nodiscard]] static base::Result<FileKeyVault> create(const std::filesystem::path& path);

  /// Fails with `not_found`, with `refused` when others may read the file or it holds no key.
  [[nodiscard]] static base::Result<FileKeyVault> open(const std::filesystem::path& path);

  [[nodiscard]] Key32 master() const override { return master_; }

 private:
  explicit FileKeyVault(const Key32& master) : master_(master) {}
  Key32 master_;
};

}  // namespace crypto
