#include "ground/model/name_tokens.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace model {
namespace {

std::uint32_t sense_hash(std::string_view text) {
  std::uint32_t sum = 0x811C9DC5U;
  for (const char c : text)
    sum = (sum ^ static_cast<unsigned char>(c)) * 0x01000193U;
  return sum == 0 ? 1 : sum;
}

std::uint64_t hash_of(Alphabet alphabet, std::span<const std::uint8_t> symbols) {
  std::uint64_t sum = 0xCBF29CE484222325U ^ static_cast<std::uint64_t>(alphabet);
  for (const auto symbol : symbols)
    sum = (sum ^ symbol) * 0x100000001B3U;
  return sum ^ sum >> 29U;
}

unsigned prior_of(float bits) {
  return static_cast<unsigned>(std::lround(std::clamp(bits, 0.0F, 255.0F) * 256));
}

std::span<const std::uint8_t> without_end(std::span<const std::uint8_t> symbols) {
  return symbols.first(symbols.size() - 1);
}

std::uint8_t counted(std::size_t count) {
  return static_cast<std::uint8_t>(std::min<std::size_t>(count, 255));
}

}  // namespace

std::span<const std::uint8_t> TokenPool::symbols_of(std::uint32_t spelling) const {
  const auto at = symbols_at_[spelling];
  const auto end = spelling + 1 < symbols_at_.size() ? symbols_at_[spelling + 1] : symbols_.size();
  return std::span(symbols_).subspan(at, end - at);
}

bool TokenPool::is_spelling(std::uint32_t spelling, Alphabet alphabet,
                            std::span<const std::uint8_t> symbols) const {
  const auto known = without_end(symbols_of(spelling));
  return alphabets_[spelling] == alphabet && std::ranges::equal(known, symbols);
}

void TokenPool::grow_slots() {
  slots_.assign(std::max<std::size_t>(64, slots_.size() * 2), 0);
  const std::size_t mask = slots_.size() - 1;
  for (std::uint32_t spelling = 0; spelling < symbols_at_.size(); ++spelling) {
    auto at = hash_of(alphabets_[spelling], without_end(symbols_of(spelling))) & mask;
    while (slots_[at] != 0)
      at = (at + 1) & mask;
    slots_[at] = spelling + 1;
  }
}

void TokenPool::add_reading(Alphabet alphabet, std::span<const std::uint8_t> symbols,
                            unsigned prior, const LetterSequences& sequences) {
  symbols = symbols.first(std::min(symbols.size(), symbols_kept_max));
  if ((symbols_at_.size() + 1) * 2 > slots_.size()) grow_slots();
  const std::size_t mask = slots_.size() - 1;
  auto at = hash_of(alphabet, symbols) & mask;
  while (slots_[at] != 0 && !is_spelling(slots_[at] - 1, alphabet, symbols))
    at = (at + 1) & mask;
  if (slots_[at] == 0) {
    slots_[at] = static_cast<std::uint32_t>(symbols_at_.size()) + 1;
    symbols_at_.push_back(static_cast<std::uint32_t>(symbols_.size()));
    symbols_.insert(symbols_.end(), symbols.begin(), symbols.end());
    symbols_.push_back(end_symbol);
    unsigned eighths = 0;
    std::uint8_t before = end_symbol;
    for (const auto symbol : symbols) {
      eighths += sequences.eighths_of(alphabet, before, symbol);
      before = symbol;
    }
    information_.push_back(static_cast<std::uint16_t>(eighths));
    alphabets_.push_back(alphabet);
  }
  readings_.push_back({slots_[at] - 1, static_cast<std::uint16_t>(std::min(prior, 65535U)),
                       alphabet, static_cast<std::uint8_t>(symbols.size() + 1)});
}

TokenId TokenPool::add(const NameToken& token, const LetterSequences& sequences) {
  Head head;
  head.text_at = static_cast<std::uint32_t>(text_.size());
  head.text_size = static_cast<std::uint16_t>(token.text.size());
  text_.insert(text_.end(), token.text.begin(), token.text.end());
  head.readings_at = static_cast<std::uint32_t>(readings_.size());
  for (const auto& spelling : token.spellings)
    if (spelling.prior_bits <= prior_max_ && head.reading_count < 255) {
      add_reading(spelling.alphabet, spelling.symbols, prior_of(spelling.prior_bits), sequences);
      ++head.reading_count;
    }
  head.concepts_at = static_cast<std::uint32_t>(concepts_.size());
  head.concept_count = counted(token.concepts.size());
  concepts_.insert(concepts_.end(), token.concepts.begin(),
                   token.concepts.begin() + head.concept_count);
  head.sense = token.sense.empty() ? 0 : sense_hash(token.sense);
  head.kind = token.kind;
  head.is_han = token.is_han;
  head.scripts_known = token.scripts_known;
  heads_.push_back(head);
  return static_cast<TokenId>(heads_.size() - 1);
}

TokenId TokenPool::add_joined(const TokenPool& left_pool, TokenId left_id,
                              const TokenPool& right_pool, TokenId right_id,
                              const LetterSequences& sequences) {
  constexpr std::size_t kept_max = 3;
  NameToken joined;
  {
    const auto left = left_pool[left_id];
    const auto right = right_pool[right_id];
    joined.text = std::u32string(left.text) + std::u32string(right.text);
    joined.is_han = left.is_han && right.is_han;
    struct Both {
      const NameReading *first, *second;
      unsigned prior;
    };
    for (std::size_t at = 0; at < alphabet_count; ++at) {
      const auto alphabet = static_cast<Alphabet>(at);
      std::vector<Both> found;
      for (const auto& first : left.readings)
        for (const auto& second : right.readings)
          if (first.alphabet == alphabet && second.alphabet == alphabet)
            found.push_back({&first, &second, unsigned{first.prior} + second.prior});
      std::ranges::stable_sort(found, {}, &Both::prior);
      for (const auto& both : std::span(found).first(std::min(kept_max, found.size()))) {
        const auto first = without_end(left_pool.symbols(*both.first));
        const auto second = without_end(right_pool.symbols(*both.second));
        Spelling spelling{alphabet, {first.begin(), first.end()}, 0};
        spelling.symbols.insert(spelling.symbols.end(), second.begin(), second.end());
        spelling.prior_bits = static_cast<float>(both.prior) / 256;
        joined.spellings.push_back(std::move(spelling));
      }
    }
  }
  return add(joined, sequences);
}

TokenView TokenPool::operator[](TokenId id) const {
  const auto& head = heads_[id];
  return {{text_.data() + head.text_at, head.text_size},
          {readings_.data() + head.readings_at, head.reading_count},
          {concepts_.data() + head.concepts_at, head.concept_count},
          head.sense,
          head.kind,
          head.is_han,
          head.scripts_known};
}

void TokenPool::clear() {
  heads_.clear();
  text_.clear();
  readings_.clear();
  concepts_.clear();
  symbols_.clear();
  symbols_at_.clear();
  information_.clear();
  alphabets_.clear();
  std::ranges::fill(slots_, 0);
}

void TokenPool::close() {
  slots_ = {};
  heads_.shrink_to_fit();
  text_.shrink_to_fit();
  readings_.shrink_to_fit();
  concepts_.shrink_to_fit();
  symbols_.shrink_to_fit();
  symbols_at_.shrink_to_fit();
  information_.shrink_to_fit();
  alphabets_.shrink_to_fit();
}

std::size_t TokenPool::bytes() const {
  const auto of = [](const auto& list) { return list.capacity() * sizeof list[0]; };
  return of(heads_) + of(text_) + of(readings_) + of(concepts_) + of(symbols_) + of(symbols_at_) +
         of(information_) + of(alphabets_) + of(slots_);
}

}  // namespace model
