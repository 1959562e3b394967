#include "steps/resolve/spelling_search.h"

#include <algorithm>

#include "steps/resolve/alignment.h"

namespace resolve {
namespace {

constexpr std::size_t block_size = 64;

std::size_t shared_letters(std::span<const std::uint8_t> one, std::span<const std::uint8_t> other) {
  const auto [at, end] = std::ranges::mismatch(one, other);
  return static_cast<std::size_t>(at - one.begin());
}

}  // namespace

SpellingSearch::SpellingSearch(const model::TokenPool& pool) {
  for (std::uint32_t spelling = 0; spelling < pool.spelling_count(); ++spelling)
    sorted_[static_cast<std::size_t>(pool.alphabet_of(spelling))].spellings.push_back(spelling);
  for (auto& sorted : sorted_) {
    std::ranges::sort(sorted.spellings, [&](std::uint32_t one, std::uint32_t other) {
      return std::ranges::lexicographical_compare(pool.symbols_of(one), pool.symbols_of(other));
    });
    sorted.spellings.shrink_to_fit();
    sorted.shared.resize(sorted.spellings.size());
    sorted.block_shared.assign(sorted.spellings.size() / block_size + 1, 255);
    for (std::size_t at = 0; at < sorted.spellings.size(); ++at) {
      const auto shared = at == 0 ? 0
                                  : shared_letters(pool.symbols_of(sorted.spellings[at - 1]),
                                                   pool.symbols_of(sorted.spellings[at]));
      sorted.shared[at] = static_cast<std::uint8_t>(shared);
      auto& least = sorted.block_shared[at / block_size];
      least = std::min(least, sorted.shared[at]);
    }
  }
}

std::size_t SpellingSearch::next_below(const Sorted& sorted, std::size_t from,
                                       std::size_t letters) {
  std::size_t at = from + 1;
  const std::size_t count = sorted.shared.size();
  while (at < count) {
    if (at % block_size == 0 && sorted.block_shared[at / block_size] >= letters) {
      at += block_size;
      continue;
    }
    if (sorted.shared[at] < letters) return at;
    ++at;
  }
  return count;
}

void SpellingSearch::find_in(const model::TokenPool& pool, const Sorted& sorted,
                             std::span<const std::uint8_t> word, const LetterTable& table,
                             int limit, std::vector<FoundSpelling>& into) {
  Alignment grid(word, table, limit);
  std::size_t made = 0;
  std::size_t at = 0;
  while (at < sorted.spellings.size()) {
    auto letters = pool.symbols_of(sorted.spellings[at]);
    letters = letters.first(std::min(letters.size(), aligned_max));
    std::size_t row = std::min<std::size_t>(sorted.shared[at], made);
    bool is_alive = true;
    while (is_alive && row < letters.size())
      is_alive = grid.advance(letters, ++row);
    made = row;
    if (!is_alive) {
      at = next_below(sorted, at, row);
      // Of the rows only those of the letters that the next one shares stay.
      continue;
    }
    if (grid.total(letters.size()) < limit)
      into.push_back({sorted.spellings[at], grid.total(letters.size())});
    ++at;
  }
}

void SpellingSearch::find(const model::TokenPool& pool, model::Alphabet alphabet,
                          std::span<const std::uint8_t> word, const LetterCosts& costs, int limit,
                          std::vector<FoundSpelling>& into) const {
  for (std::size_t other = 0; other < model::alphabet_count; ++other)
    for (const auto& table : costs.tables(static_cast<model::Alphabet>(other), alphabet))
      find_in(pool, sorted_[other], word, table, limit, into);
}

std::size_t SpellingSearch::bytes() const {
  std::size_t bytes = 0;
  for (const auto& sorted : sorted_)
    bytes +=
        sorted.spellings.capacity() * 4 + sorted.shared.capacity() + sorted.block_shared.capacity();
  return bytes;
}

}  // namespace resolve
