#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "ground/base/result.h"

namespace text {

/// Tables of keys and values in one file that is mapped, not parsed. All numbers little endian:
///   "KZTABLE1", checksum (8 bytes) of all that follows, count of sections (4), 0 (4);
///   per section: name (16 bytes, padded with 0), count of entries (4), 0 (4), place of the
///   offsets (8), place of the entries (8), bytes of the entries (8);
///   offsets: count + 1 numbers of 4 bytes into the entries; entry: key, tab, value.
/// Entries stand in the order of their bytes. The checksum finds damage, it is no signature: a file
/// made on purpose may hold any entries, but cannot make a reader leave the file.
class TableFile {
 public:
  /// A checked view of `bytes`, which must outlive it and begin at a multiple of 8. Errors:
  /// invalid_input with `name` as the field.
  [[nodiscard]] static base::Result<TableFile> open(std::span<const char> bytes,
                                                    const std::string& name);

  /// The value under a key; nothing where the section or the key is absent.
  [[nodiscard]] std::optional<std::string_view> find(std::string_view section,
                                                     std::string_view key) const;

  [[nodiscard]] std::size_t count(std::string_view section) const;

  /// Key and value of an entry by its place, below count(section): for who reads a whole section.
  [[nodiscard]] std::pair<std::string_view, std::string_view> entry(std::string_view section,
                                                                    std::size_t place) const;

 private:
  struct Section {
    std::string_view name;
    const char* offsets;
    std::string_view entries;
    std::uint32_t count;

    [[nodiscard]] std::string_view entry(std::size_t place) const;
  };

  [[nodiscard]] const Section* find_section(std::string_view name) const;

  std::vector<Section> sections_;
};

/// Makes such a file. Of entries with the same key the first stays.
class TableFileWriter {
 public:
  using Entries = std::vector<std::pair<std::string, std::string>>;
  /// `name` of at most 15 letters; keys without tabs.
  void add(std::string name, Entries entries);
  [[nodiscard]] std::string bytes() const;

 private:
  std::vector<std::pair<std::string, Entries>> sections_;
};

}  // namespace text
