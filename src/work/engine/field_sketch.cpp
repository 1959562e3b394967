#include "work/engine/field_sketch.h"

#include <cstring>

#include "ground/model/value_pool.h"

namespace engine {
namespace {

constexpr std::size_t digits_at_an_end = sizeof(std::uint32_t);

bool may_agree(SketchedField field, const TextSketch& one, const TextSketch& other) {
  switch (field) {
    case SketchedField::phone:
      return (one.ends ^ other.ends) >> 32U == 0 ||
             static_cast<std::uint32_t>(one.ends ^ other.ends) == 0;
    case SketchedField::email:
      return one.ends == other.ends || may_be_a_slip_apart(one, other);
    case SketchedField::account:
    case SketchedField::city:
    case SketchedField::postcode:
      return may_be_a_slip_apart(one, other);
  }
  return true;
}

}  // namespace

TextSketch sketch_of(SketchedField field, std::string_view text) {
  TextSketch out;
  if (field == SketchedField::phone) {
    if (text.size() < digits_at_an_end) return out;
    std::uint32_t head = 0, tail = 0;
    std::memcpy(&head, text.data(), sizeof head);
    std::memcpy(&tail, text.data() + text.size() - sizeof tail, sizeof tail);
    out.ends = std::uint64_t{head} << 32U | tail;
    return out;
  }
  for (const char letter : text)
    out.odd_letters ^= std::uint64_t{1} << (static_cast<unsigned char>(letter) & 63U);
  if (field == SketchedField::email) out.ends = model::hash_of(text.substr(0, text.find('@')));
  return out;
}

std::uint32_t packed_digits(std::uint32_t number) {
  std::uint32_t out = 0;
  for (unsigned shift = 0; number != 0; number /= 10, shift += 4)
    out |= number % 10 << shift;
  return out;
}

void FieldSketches::clear() {
  births.clear();
  for (auto& field : texts)
    field.clear();
}

void PartySketches::add(const FieldSketches& party) {
  auto& place = places_.emplace_back();
  births_.insert(births_.end(), party.births.begin(), party.births.end());
  place.births = static_cast<std::uint32_t>(births_.size());
  for (std::size_t field = 0; field < sketched_fields; ++field) {
    texts_.insert(texts_.end(), party.texts[field].begin(), party.texts[field].end());
    place.texts[field] = static_cast<std::uint32_t>(texts_.size());
  }
}

bool PartySketches::may_agree(std::uint32_t party, const FieldSketches& row) const {
  const auto& before = places_[party];
  const auto& place = places_[party + 1];
  for (auto at = before.births; at < place.births; ++at)
    for (const auto birth : row.births)
      if (may_be_alike(births_[at], birth)) return true;
  auto at = before.texts.back();
  for (std::size_t field = 0; field < sketched_fields; at = place.texts[field], ++field)
    for (; at < place.texts[field]; ++at)
      for (const auto& text : row.texts[field])
        if (engine::may_agree(static_cast<SketchedField>(field), texts_[at], text)) return true;
  return false;
}

}  // namespace engine
