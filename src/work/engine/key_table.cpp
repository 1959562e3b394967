#include "work/engine/key_table.h"

#include <algorithm>
#include <bit>

namespace engine {
namespace {

std::size_t slot_of(std::uint64_t key, std::size_t slots) {
  return static_cast<std::size_t>(key * 0x9E3779B97F4A7C15U >> 20U) & (slots - 1);
}

}  // namespace

void KeyTable::settle() {
  std::ranges::sort(filling_);
  const auto twins = std::ranges::unique(filling_);
  filling_.erase(twins.begin(), twins.end());
  keys_ = 0;
  for (std::size_t at = 0; at < filling_.size(); ++at)
    keys_ += at == 0 || filling_[at].first != filling_[at - 1].first;
  const auto bits = std::bit_ceil(std::max<std::size_t>(keys_ * 16, 1U << 14U));
  bits_.assign(bits / 64, 0);
  bit_mask_ = bits - 1;
  slots_.assign(std::bit_ceil(keys_ + keys_ / 3 + 2), {});
  numbers_.clear();
  for (std::size_t at = 0; at < filling_.size();) {
    const auto key = filling_[at].first;
    Slot slot{key, static_cast<std::uint32_t>(numbers_.size()), 0};
    for (; at < filling_.size() && filling_[at].first == key; ++at, ++slot.count)
      numbers_.push_back(filling_[at].second);
    if (slot.count == 1) {
      slot.begin = numbers_.back();
      numbers_.pop_back();
    }
    auto place = slot_of(key, slots_.size());
    while (slots_[place].count != 0)
      place = (place + 1) & (slots_.size() - 1);
    slots_[place] = slot;
    bits_[(key & bit_mask_) >> 6U] |= std::uint64_t{1} << (key & 63U);
  }
  filling_ = {};
}

std::span<const std::uint32_t> KeyTable::find_slot(std::uint64_t key) const {
  if (slots_.empty()) return {};
  for (auto place = slot_of(key, slots_.size());; place = (place + 1) & (slots_.size() - 1)) {
    const auto& slot = slots_[place];
    if (slot.count == 0) return {};
    if (slot.key != key) continue;
    if (slot.count == 1) return {&slot.begin, 1};
    return std::span(numbers_).subspan(slot.begin, slot.count);
  }
}

}  // namespace engine
