#include "work/engine/explain_records.h"

#include <algorithm>
#include <cmath>

#include <fmt/core.h>

namespace engine {
namespace {

using model::Aspect;
using model::RecordPart;

std::string cell_text(const model::RecordTable& table, RecordPart part, std::size_t slot,
                      std::size_t row) {
  const auto value = table.of(part)[slot][row];
  if (value == 0) return {};
  if (part != RecordPart::birth) return std::string(table.values.text(value));
  return fmt::format("{:04}-{:02}-{:02}", value / 10000, value / 100 % 100, value % 100);
}

void add_part(const model::RecordTable& table, RecordPart part, std::size_t row,
              std::string& text) {
  for (std::size_t slot = 0; slot < table.of(part).size(); ++slot) {
    const auto cell = cell_text(table, part, slot, row);
    if (cell.empty()) continue;
    if (!text.empty()) text += "; ";
    text += cell;
  }
}

std::string text_of(const model::RecordTable& table, Aspect aspect, std::size_t row) {
  std::string text;
  if (aspect >= Aspect::text_1)
    return cell_text(table, RecordPart::text,
                     static_cast<std::size_t>(aspect) - static_cast<std::size_t>(Aspect::text_1),
                     row);
  add_part(table, part_of(aspect), row, text);
  if (aspect == Aspect::place) {
    add_part(table, RecordPart::city, row, text);
    add_part(table, RecordPart::region, row, text);
  }
  return text;
}

}  // namespace

RecordExplanation explain_records(const model::RecordTable& table, const LinkedRecords& linked,
                                  std::size_t left, std::size_t right) {
  if (left > right) std::swap(left, right);
  const auto comparison = linked.comparer->compare(left, right);
  const auto verdict = linked.model.judge(comparison);
  RecordExplanation explained;
  explained.start_bits = linked.model.start_bits();
  for (const auto aspect : linked.comparer->aspects()) {
    const auto level = comparison.level(aspect);
    if (level == 0) continue;
    explained.evidence.push_back({aspect, level == resolve::top_level(aspect), level > 1,
                                  linked.model.bits_of(aspect, level), text_of(table, aspect, left),
                                  text_of(table, aspect, right)});
  }
  explained.rarity_bits = static_cast<double>(comparison.rare_bits);
  explained.kin_bits = -std::log2(1 + std::exp2(linked.model.kin_bits(comparison)));
  explained.bits = static_cast<double>(verdict.bits);
  explained.probability = static_cast<double>(verdict.probability);
  explained.is_one_party = linked.firsts[left] == linked.firsts[right];
  return explained;
}

}  // namespace engine
