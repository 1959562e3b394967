#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "ground/model/name.h"

/// Parts of names in compact form: each distinct part and each distinct spelling is kept once, so
/// that a name is a few numbers and millions of names fit into memory.
namespace model {

using TokenId = std::uint32_t;

/// Stands after the last symbol of every spelling.
inline constexpr std::uint8_t end_symbol = 63;
/// Symbols of a spelling that are kept, without the end.
inline constexpr std::size_t symbols_kept_max = 60;

/// One way to spell a token. Priors in 256ths of a bit.
struct NameReading {
  std::uint32_t spelling = 0;
  std::uint16_t prior = 0;
  Alphabet alphabet = Alphabet::latin;
  std::uint8_t length = 0;  ///< symbols with the end symbol

  [[nodiscard]] float prior_bits() const { return static_cast<float>(prior) / 256; }
};

struct TokenView {
  std::u32string_view text;
  std::span<const NameReading> readings;
  std::span<const std::uint32_t> concepts;
  std::uint32_t sense = 0;  ///< a hash of it; 0 = none
  TokenKind kind = TokenKind::word;
  bool is_han = false;
  std::uint8_t scripts_known = 0;
};

/// Tokens by number. What it hands out holds until something is added.
class TokenPool {
 public:
  /// Readings that cost more are left out, in bits.
  explicit TokenPool(float prior_max = 255) : prior_max_(prior_max) {}

  TokenId add(const NameToken& token, const LetterSequences& sequences);
  /// Two tokens as one: the three likeliest spellings of each alphabet that both have. They may
  /// come from other pools.
  TokenId add_joined(const TokenPool& left_pool, TokenId left, const TokenPool& right_pool,
                     TokenId right, const LetterSequences& sequences);
  void clear();
  /// Gives back what was only needed for adding; nothing may be added afterwards.
  void close();

  [[nodiscard]] std::size_t size() const { return heads_.size(); }
  [[nodiscard]] TokenView operator[](TokenId id) const;
  /// With the end symbol.
  [[nodiscard]] std::span<const std::uint8_t> symbols(const NameReading& reading) const {
    return std::span(symbols_).subspan(symbols_at_[reading.spelling], reading.length);
  }
  /// How surprising it is to meet this spelling in a name.
  [[nodiscard]] float information_bits(const NameReading& reading) const {
    return static_cast<float>(information_[reading.spelling]) / 8;
  }

 private:
  struct Head {
    std::uint32_t text_at = 0, readings_at = 0, concepts_at = 0, sense = 0;
    std::uint16_t text_size = 0;
    std::uint8_t reading_count = 0, concept_count = 0;
    TokenKind kind = TokenKind::word;
    bool is_han = false;
    std::uint8_t scripts_known = 0;
  };

  void add_reading(Alphabet alphabet, std::span<const std::uint8_t> symbols, unsigned prior,
                   const LetterSequences& sequences);
  [[nodiscard]] std::span<const std::uint8_t> symbols_of(std::uint32_t spelling) const;
  [[nodiscard]] bool is_spelling(std::uint32_t spelling, Alphabet alphabet,
                                 std::span<const std::uint8_t> symbols) const;
  void grow_slots();

  float prior_max_;
  std::vector<Head> heads_;
  std::vector<char32_t> text_;
  std::vector<NameReading> readings_;
  std::vector<std::uint32_t> concepts_;
  std::vector<std::uint8_t> symbols_;
  std::vector<std::uint32_t> symbols_at_;
  std::vector<std::uint16_t> information_;
  std::vector<Alphabet> alphabets_;
  std::vector<std::uint32_t> slots_;  ///< open addressing: spelling + 1; 0 = free
};

/// One way to cut a name into tokens.
struct NameParse {
  std::uint16_t prior = 0;  ///< 256ths of a bit
  std::uint8_t first = 0, count = 0;

  [[nodiscard]] float prior_bits() const { return static_cast<float>(prior) / 256; }
};

/// A name whose tokens lie in a pool. Without parses: the field names nobody.
struct NameView {
  const TokenPool* pool = nullptr;
  std::span<const TokenId> tokens;
  std::span<const NameParse> parses;
  bool is_company = false;

  [[nodiscard]] std::span<const TokenId> tokens_of(const NameParse& parse) const {
    return tokens.subspan(parse.first, parse.count);
  }
};

struct CompiledName {
  std::vector<TokenId> tokens;
  std::vector<NameParse> parses;
  bool is_company = false;

  [[nodiscard]] NameView in(const TokenPool& pool) const {
    return {&pool, tokens, parses, is_company};
  }
};

}  // namespace model
