#include "steps/resolve/letter_costs.h"

#include <algorithm>
#include <charconv>
#include <optional>

#include <fmt/format.h>

namespace resolve {
namespace {

using model::Alphabet;

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

}  // namespace

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

const LetterTable& LetterCosts::least(Alphabet left, Alphabet right) const {
  const auto& least = least_[static_cast<std::size_t>(left)][static_cast<std::size_t>(right)];
  return least ? *least : tables(left, right).front();
}

void LetterCosts::finish() {
  for (std::size_t left = 0; left < model::alphabet_count; ++left)
    for (std::size_t right = left; right < model::alphabet_count; ++right) {
      for (auto& table : tables_[left][right])
        table.finish();
      if (left == right) continue;
      tables_[right][left].clear();
      for (const auto& table : tables_[left][right])
        tables_[right][left].push_back(table.turned());
    }
  for (std::size_t left = 0; left < model::alphabet_count; ++left)
    for (std::size_t right = 0; right < model::alphabet_count; ++right) {
      const auto& tables = tables_[left][right];
      auto& least = least_[left][right];
      least.reset();
      if (tables.size() < 2) continue;
      least = tables.front();
      for (const auto& table : std::span(tables).subspan(1))
        least->lower_to(table);
      least->finish();
    }
}

}  // namespace resolve
