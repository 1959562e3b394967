#include "steps/resolve/spelling_search.h"

#include <algorithm>

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
  for (auto& sorted : sorted_)
    sort(pool, sorted);
}

void SpellingSearch::sort(const model::TokenPool& pool, Sorted& sorted) {
  std::ranges::sort(sorted.spellings, [&](std::uint32_t one, std::uint32_t other) {
    return std::ranges::lexicographical_compare(pool.symbols_of(one), pool.symbols_of(other));
  });
  const auto count = sorted.spellings.size();
  sorted.spellings.shrink_to_fit();
  sorted.shared.resize(count);
  sorted.block_shared.assign(count / block_size + 1, 255);
  sorted.letters_at.resize(count + 1);
  for (std::size_t at = 0; at < count; ++at) {
    auto here = pool.symbols_of(sorted.spellings[at]);
    const auto shared =
        at == 0 ? 0 : shared_letters(pool.symbols_of(sorted.spellings[at - 1]), here);
    sorted.shared[at] = static_cast<std::uint8_t>(shared);
    auto& least = sorted.block_shared[at / block_size];
    least = std::min(least, sorted.shared[at]);
    here = here.subspan(shared);
    sorted.letters.insert(sorted.letters.end(), here.begin(), here.end());
    sorted.letters_at[at + 1] = static_cast<std::uint32_t>(sorted.letters.size());
  }
  sorted.letters.shrink_to_fit();
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

void SpellingSearch::find_in(const Sorted& sorted, std::span<const std::uint8_t> word,
                             const LetterTable& table, const CostLimit& limit,
                             std::vector<FoundSpelling>& into) {
  Alignment grid(word, table, limit);
  std::array<std::uint8_t, model::symbols_kept_max + 1> letters{};
  std::size_t made = 0;
  std::size_t at = 0;
  while (at < sorted.spellings.size()) {
    // What is passed over begins like the one before it, whose letters still stand.
    const std::size_t shared = sorted.shared[at];
    const auto more =
        std::span(sorted.letters)
            .subspan(sorted.letters_at[at], sorted.letters_at[at + 1] - sorted.letters_at[at]);
    std::ranges::copy(more, letters.begin() + static_cast<std::ptrdiff_t>(shared));
    const auto here = std::span(letters).first(std::min(shared + more.size(), aligned_max));
    std::size_t row = std::min(shared, made);
    bool is_alive = true;
    while (is_alive && row < here.size())
      is_alive = grid.advance(here, ++row);
    made = row;
    if (!is_alive) {
      at = next_below(sorted, at, row);
      continue;
    }
    if (grid.total(here.size()) < limit.total)
      into.push_back({sorted.spellings[at], grid.total(here.size())});
    ++at;
  }
}

void SpellingSearch::find(model::Alphabet alphabet, std::span<const std::uint8_t> word,
                          const LetterCosts& costs, const CostLimit& limit,
                          std::vector<FoundSpelling>& into) const {
  for (std::size_t other = 0; other < model::alphabet_count; ++other)
    for (const auto& table : costs.tables(static_cast<model::Alphabet>(other), alphabet))
      find_in(sorted_[other], word, table, limit, into);
}

std::size_t SpellingSearch::bytes() const {
  std::size_t bytes = 0;
  for (const auto& sorted : sorted_)
    bytes += sorted.spellings.capacity() * 4 + sorted.shared.capacity() +
             sorted.block_shared.capacity() + sorted.letters.capacity() +
             sorted.letters_at.capacity() * 4;
  return bytes;
}

}  // namespace resolve
