#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "ground/text/table_file.h"
#include "steps/normalise/screen_row.h"

/// The keys under which a watched party is found by a row: both sides make them here.
namespace engine {

enum class WatchKey : std::uint64_t {
  phone = 1,
  email,
  account,
  birth,
  word,        ///< a word of a name, letter by letter
  sound,       ///< its consonants (skeleton.h)
  sound_pair,  ///< the consonants of two words, in any order
  sound_all,   ///< the consonants of the whole name: other cuts between the words do not matter
  han,         ///< a kanji word, or the whole name without its blanks
  form         ///< a kanji word that may be read like a word of the watched name
};

[[nodiscard]] constexpr std::uint64_t key_of(WatchKey kind, std::uint64_t hash) {
  hash ^= static_cast<std::uint64_t>(kind) * 0x9E3779B97F4A7C15U;
  hash *= 0xBF58476D1CE4E5B9U;
  return hash ^ hash >> 29U;
}

/// The root of a word as in resolve::ScreenNameWord.
[[nodiscard]] std::uint32_t root_hash(std::string_view latin_word);

/// What a word of a name sounds like.
struct WordSound {
  std::uint32_t sound = 0;   ///< as in resolve::ScreenNameWord
  std::uint32_t length = 0;  ///< consonants
};
[[nodiscard]] WordSound sound_of(std::string_view latin_word);

/// A key of a row's name, and which of its words it stands for: a bit each; keys of a whole name
/// have two.
struct NameKey {
  std::uint64_t key = 0;
  std::uint8_t words = 1;
};

/// The keys of a row's name, appended.
void add_name_keys(const normalise::ScreenRow& row, const normalise::ScreenRow::Name& name,
                   const normalise::HanTable& han, std::vector<NameKey>& out);

/// The keys of a watched name: those that a row would give, and those of every likely spelling of
/// kanji. `readings` gets the words as kana would write them, for add_forms.
struct WatchedKeys {
  std::vector<std::uint64_t> keys;
  std::vector<std::string> readings;
};
[[nodiscard]] WatchedKeys watched_name_keys(const normalise::ScreenRow& row,
                                            const normalise::ScreenRow::Name& name,
                                            const normalise::HanTable& han,
                                            const text::TableFile* jmnedict);

}  // namespace engine
