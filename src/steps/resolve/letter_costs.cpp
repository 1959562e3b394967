#include "steps/resolve/letter_costs.h"

#include <algorithm>
#include <charconv>
#include <optional>

#include <fmt/format.h>

#include "ground/base/ensure.h"

namespace resolve {
namespace {

using model::Alphabet;

std::uint64_t key_of(std::uint32_t from, std::uint32_t to) {
  return std::uint64_t{from} << 20U | to;
}

std::size_t hash_of(std::uint64_t key) {
  key *= 0x9E3779B97F4A7C15U;
  return static_cast<std::size_t>(key ^ key >> 29U);
}

std::optional<Alphabet> alphabet_of_code(char code) {
  for (std::size_t at = 0; at < model::alphabet_count; ++at)
    if (model::code_of(static_cast<Alphabet>(at)) == code) return static_cast<Alphabet>(at);
  return std::nullopt;
}

/// Next code point of well-formed UTF-8; our tables are.
char32_t next_letter(std::string_view& utf8) {
  const auto lead = static_cast<unsigned char>(utf8.front());
  const std::size_t length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
  char32_t letter = length == 1 ? lead : lead & (0x7FU >> length);
  for (std::size_t at = 1; at < std::min(length, utf8.size()); ++at)
    letter = letter << 6U | (static_cast<unsigned char>(utf8[at]) & 0x3FU);
  utf8.remove_prefix(std::min(length, utf8.size()));
  return letter;
}

std::optional<std::uint32_t> parse_unit(std::string_view letters, Alphabet alphabet) {
  std::vector<std::uint8_t> symbols;
  while (!letters.empty()) {
    const char32_t letter = next_letter(letters);
    symbols.push_back(letter == U'$' ? end_symbol : model::symbol_of(alphabet, letter));
    if (symbols.back() > end_symbol || symbols.size() > 3) return std::nullopt;
  }
  return pack_unit(symbols);
}

std::array<std::string_view, 4> four_fields(std::string_view line) {
  std::array<std::string_view, 4> out;
  for (auto& field : out) {
    const auto end = std::min(line.find('\t'), line.size());
    field = line.substr(0, end);
    line.remove_prefix(std::min(end + 1, line.size()));
  }
  return out;
}

/// What no table knows, in eighths of a bit. Judgement, of the size of the rarest learned costs.
constexpr std::uint8_t strange_letter = 80, extra_letter = 64, doubled_letter = 24,
                       strange_swap = 80, never = 254;

constexpr std::size_t symbols_max = 40;

struct Side {
  /// units[at][n] = the n + 2 letters before `at`, or 0 where no longer pair may hold them.
  std::array<std::array<std::uint32_t, 2>, symbols_max + 2> units{};

  template <class MayHave>
  Side(std::span<const std::uint8_t> word, MayHave may_have) {
    for (std::size_t at = 1; at <= word.size(); ++at) {
      if (at >= 2) units[at][0] = pack_unit(word.subspan(at - 2, 2));
      if (at >= 3) units[at][1] = pack_unit(word.subspan(at - 3, 3));
      for (auto& unit : units[at])
        if (unit != 0 && !may_have(unit)) unit = 0;
    }
  }
};

/// The rows of the grid so far, over the letters of both words.
struct Grid {
  std::span<const std::uint8_t> left, right;
  const LetterTable& table;
  std::size_t wide;
  std::span<int> best;

  [[nodiscard]] int at(std::size_t i, std::size_t j) const { return best[i * wide + j]; }

  [[nodiscard]] int by_letters(std::size_t i, std::size_t j) const {
    int here = 100000;
    if (i > 0) {
      const bool is_doubled = i > 1 && left[i - 1] == left[i - 2];
      const int cost = table.dropped(left[i - 1]);
      here = at(i - 1, j) + (is_doubled ? std::min<int>(cost, doubled_letter) : cost);
    }
    if (j > 0) {
      const bool is_doubled = j > 1 && right[j - 1] == right[j - 2];
      const int cost = table.added(right[j - 1]);
      here =
          std::min(here, at(i, j - 1) + (is_doubled ? std::min<int>(cost, doubled_letter) : cost));
    }
    if (i > 0 && j > 0)
      here = std::min(here, at(i - 1, j - 1) + table.single(left[i - 1], right[j - 1]));
    if (i > 1 && j > 1 && table.is_same_alphabet() && left[i - 1] == right[j - 2] &&
        left[i - 2] == right[j - 1])
      here = std::min(here, at(i - 2, j - 2) + strange_swap);
    return here;
  }

  [[nodiscard]] int by_units(std::size_t i, std::size_t j, const Side& one, const Side& other,
                             int here) const {
    const auto try_units = [&](std::size_t from, std::size_t to, std::uint32_t unit,
                               std::uint32_t into) {
      const int before = at(i - from, j - to);
      if (before >= here) return;
      if (const auto cost = table.longer(unit, into); cost != 255)
        here = std::min(here, before + cost);
    };
    const std::uint32_t letter = i > 0 ? pack_unit(left.subspan(i - 1, 1)) : 0;
    const std::uint32_t into = j > 0 ? pack_unit(right.subspan(j - 1, 1)) : 0;
    for (std::size_t n = 0; n < 2; ++n) {
      const auto unit = one.units[i][n];
      if (unit != 0) {
        try_units(n + 2, 0, unit, 0);
        if (j > 0) try_units(n + 2, 1, unit, into);
        for (std::size_t m = 0; m < 2; ++m)
          if (other.units[j][m] != 0) try_units(n + 2, m + 2, unit, other.units[j][m]);
      }
      if (other.units[j][n] != 0) {
        try_units(0, n + 2, 0, other.units[j][n]);
        if (i > 0) try_units(1, n + 2, letter, other.units[j][n]);
      }
    }
    return here;
  }
};

}  // namespace

LetterTable::LetterTable(std::string name) : name_(std::move(name)) {
  single_.fill(strange_letter);
  dropped_.fill(extra_letter);
  added_.fill(extra_letter);
  for (std::size_t at = 0; at < symbols; ++at) {
    if (is_same_alphabet()) single_[at * symbols + at] = 0;
    single_[at * symbols + end_symbol] = never;
    single_[end_symbol * symbols + at] = never;
  }
  single_[end_symbol * symbols + end_symbol] = 0;
  dropped_[end_symbol] = added_[end_symbol] = never;
}

void LetterTable::add(std::uint32_t from, std::uint32_t to, std::uint8_t cost) {
  const auto letter = [](std::uint32_t unit) { return static_cast<std::uint8_t>(unit & 63U); };
  const auto count = [](std::uint32_t unit) { return unit >> 18U; };
  if (count(from) == 1 && count(to) == 1)
    single_[letter(from) * symbols + letter(to)] = cost;
  else if (count(from) == 1 && count(to) == 0)
    dropped_[letter(from)] = cost;
  else if (count(from) == 0 && count(to) == 1)
    added_[letter(to)] = cost;
  else
    add_longer(from, to, cost);
}

std::uint8_t LetterTable::longer(std::uint32_t from, std::uint32_t to) const {
  if (slots_.empty()) return 255;
  const auto key = key_of(from, to);
  const std::size_t mask = slots_.size() - 1;
  for (std::size_t at = hash_of(key) & mask;; at = (at + 1) & mask) {
    if (slots_[at] == 0) return 255;
    if (slots_[at] >> 8U == key) return static_cast<std::uint8_t>(slots_[at] & 255U);
  }
}

void LetterTable::add_longer(std::uint32_t from, std::uint32_t to, std::uint8_t cost) {
  left_.set(bit_of(from));
  right_.set(bit_of(to));
  if ((used_ + 1) * 4 > slots_.size()) grow();
  const auto key = key_of(from, to);
  const std::size_t mask = slots_.size() - 1;
  std::size_t at = hash_of(key) & mask;
  while (slots_[at] != 0 && slots_[at] >> 8U != key)
    at = (at + 1) & mask;
  used_ += slots_[at] == 0 ? 1 : 0;
  slots_[at] = key << 8U | cost;
}

void LetterTable::grow() {
  auto old = std::move(slots_);
  slots_.assign(std::max<std::size_t>(64, old.size() * 2), 0);
  const std::size_t mask = slots_.size() - 1;
  for (const auto slot : old) {
    if (slot == 0) continue;
    std::size_t at = hash_of(slot >> 8U) & mask;
    while (slots_[at] != 0)
      at = (at + 1) & mask;
    slots_[at] = slot;
  }
}

LetterCosts::LetterCosts() {
  for (std::size_t at = 0; at < model::alphabet_count; ++at) {
    const char code = model::code_of(static_cast<Alphabet>(at));
    tables_[at][at].emplace_back(std::string{code, code});
  }
}

base::Result<void> LetterCosts::add(std::string_view tsv) {
  std::size_t number = 0;
  while (!tsv.empty()) {
    const auto end = std::min(tsv.find('\n'), tsv.size());
    const auto line = tsv.substr(0, end);
    tsv.remove_prefix(std::min(end + 1, tsv.size()));
    ++number;
    if (line.empty() || line.starts_with('#') || line.starts_with("next\t")) continue;
    const auto fields = four_fields(line);
    const auto left = alphabet_of_code(fields[0].size() > 1 ? fields[0][0] : ' ');
    const auto right = alphabet_of_code(fields[0].size() > 1 ? fields[0][1] : ' ');
    const auto from = left ? parse_unit(fields[1], *left) : std::nullopt;
    const auto to = right ? parse_unit(fields[2], *right) : std::nullopt;
    unsigned cost = 255;
    std::from_chars(fields[3].data(), fields[3].data() + fields[3].size(), cost);
    if (!from || !to || cost > 254 || *left > *right)
      return base::fail(base::ErrorKind::invalid_input, fmt::format("line {}", number),
                        "is no row of this table", "compare it with data/names/README.md");
    auto& tables = tables_[static_cast<std::size_t>(*left)][static_cast<std::size_t>(*right)];
    auto found = std::ranges::find(tables, fields[0], &LetterTable::name);
    if (found == tables.end()) found = tables.emplace(tables.end(), std::string(fields[0]));
    const auto eighths = static_cast<std::uint8_t>(cost);
    found->add(from.value_or(0), to.value_or(0), eighths);
    if (*left == *right) found->add(to.value_or(0), from.value_or(0), eighths);
  }
  return {};
}

std::span<const LetterTable> LetterCosts::tables(Alphabet left, Alphabet right) const {
  return tables_[static_cast<std::size_t>(left)][static_cast<std::size_t>(right)];
}

int alignment_cost(std::span<const std::uint8_t> left, std::span<const std::uint8_t> right,
                   const LetterTable& table, int limit) {
  left = left.first(std::min(left.size(), symbols_max));
  right = right.first(std::min(right.size(), symbols_max));
  std::array<int, (symbols_max + 1) * (symbols_max + 1)>
      cells;  // NOLINT: each is set before it is read
  Grid grid{left, right, table, right.size() + 1, cells};
  const Side one(left, [&](std::uint32_t unit) { return table.may_have_left(unit); });
  const Side other(right, [&](std::uint32_t unit) { return table.may_have_right(unit); });
  std::array<int, 3> least{};
  for (std::size_t i = 0; i <= left.size(); ++i) {
    int row = limit;
    for (std::size_t j = 0; j <= right.size(); ++j) {
      const int by_letters = i + j == 0 ? 0 : grid.by_letters(i, j);
      const int here = std::min(limit, grid.by_units(i, j, one, other, by_letters));
      grid.best[i * grid.wide + j] = here;
      row = std::min(row, here);
    }
    least[i % 3] = row;
    if (i >= 2 && *std::ranges::min_element(least) >= limit) return limit;
  }
  return grid.at(left.size(), right.size());
}

}  // namespace resolve
