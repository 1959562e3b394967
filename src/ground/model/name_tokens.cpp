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

/// The three likeliest spellings of two tokens in a row, by alphabet; of equals the first ones.
class JoinedReadings {
 public:
  struct Both {
    NameReading first, second;
    unsigned prior = 0;
  };

  void keep(const NameReading& first, const NameReading& second) {
    const auto alphabet = static_cast<std::size_t>(first.alphabet);
    auto& count = counts_[alphabet];
    const unsigned prior = unsigned{first.prior} + second.prior;
    auto* list = &all_[alphabet * kept_max];
    std::size_t place = count;
    while (place > 0 && prior < list[place - 1].prior)
      --place;
    if (place == kept_max) return;
    count = std::min(count + 1, kept_max);
    std::move_backward(list + place, list + count - 1, list + count);
    list[place] = {first, second, prior};
  }

  /// By alphabet, the likeliest first.
  [[nodiscard]] std::span<const Both> kept() {
    std::size_t end = 0;
    for (std::size_t alphabet = 0; alphabet < alphabet_count; ++alphabet)
      for (std::size_t at = 0; at < counts_[alphabet]; ++at)
        all_[end++] = all_[alphabet * kept_max + at];
    return std::span(all_).first(end);
  }

 private:
  static constexpr std::size_t kept_max = 3;
  std::array<Both, alphabet_count * kept_max> all_;
  std::array<std::size_t, alphabet_count> counts_{};
};

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
  JoinedReadings joined;
  const auto text_at = text_.size();
  // What the views see may lie in the list that grows.
  text_.resize(text_at + left_pool[left_id].text.size() + right_pool[right_id].text.size());
  const auto left = left_pool[left_id];
  const auto right = right_pool[right_id];
  std::ranges::copy(
      right.text,
      std::ranges::copy(left.text, text_.begin() + static_cast<std::ptrdiff_t>(text_at)).out);
  for (const auto& first : left.readings)
    for (const auto& second : right.readings)
      if (first.alphabet == second.alphabet) joined.keep(first, second);
  Head head;
  head.is_han = left.is_han && right.is_han;
  head.text_at = static_cast<std::uint32_t>(text_at);
  head.text_size = static_cast<std::uint16_t>(text_.size() - text_at);
  head.readings_at = static_cast<std::uint32_t>(readings_.size());
  head.concepts_at = static_cast<std::uint32_t>(concepts_.size());
  std::array<std::uint8_t, 2 * symbols_kept_max> symbols;  // NOLINT: filled below
  for (const auto& both : joined.kept()) {
    const auto prior = std::min(both.prior, prior_of(255));
    if (static_cast<float>(prior) / 256 > prior_max_) continue;
    const auto first = without_end(left_pool.symbols(both.first));
    const auto second = without_end(right_pool.symbols(both.second));
    const auto end = std::ranges::copy(second, std::ranges::copy(first, symbols.begin()).out).out;
    add_reading(both.first.alphabet, {symbols.begin(), end}, prior, sequences);
    ++head.reading_count;
  }
  heads_.push_back(head);
  return static_cast<TokenId>(heads_.size() - 1);
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

}  // namespace model
