#include "ground/model/value_pool.h"

#include <algorithm>
#include <bit>
#include <cstring>
#include <mutex>

namespace model {
namespace {

constexpr std::uint64_t odd_1 = 0x9E3779B97F4A7C15U;  // 2^64 / golden ratio
constexpr std::uint64_t odd_2 = 0xD6E8FEB86659FD93U;

std::uint64_t bit_of(char letter, std::uint64_t bag) {
  if (letter >= 'a' && letter <= 'z') {
    const auto at = 2U * static_cast<unsigned>(letter - 'a');
    const std::uint64_t one = std::uint64_t{1} << at;
    return (bag & one) != 0 ? one << 1U : one;
  }
  const auto at = 52U + static_cast<unsigned char>(letter) % 12U;
  return std::uint64_t{1} << at;
}

template <class Number>
std::uint64_t number_at(const char* place) {
  Number number = 0;
  std::memcpy(&number, place, sizeof number);
  return number;
}

/// One to seven bytes, the first the lowest, without a call for the copy.
std::uint64_t short_word(const char* bytes, std::size_t count) {
  if (count >= 4)
    return number_at<std::uint32_t>(bytes) | number_at<std::uint32_t>(bytes + count - 4)
                                                 << (8 * (count - 4));
  const auto byte = [&](std::size_t at) { return number_at<std::uint8_t>(bytes + at) << (8 * at); };
  return byte(0) | byte(count / 2) | byte(count - 1);
}

}  // namespace

std::uint64_t letters_of(std::string_view text) {
  std::uint64_t bag = 0;
  for (const char letter : text)
    bag |= bit_of(letter, bag);
  return bag;
}

std::uint64_t hash_of(std::string_view text) {
  std::uint64_t hash = odd_1 ^ (text.size() * odd_2);
  const auto mix = [&hash](std::uint64_t word) {
    hash = (hash ^ word) * odd_2;
    hash ^= hash >> 32U;
  };
  for (; text.size() >= sizeof hash; text.remove_prefix(sizeof hash))
    mix(number_at<std::uint64_t>(text.data()));
  if (!text.empty()) mix(short_word(text.data(), text.size()));
  hash *= odd_1;
  return hash ^ (hash >> 29U);
}

struct ValuePool::Shard {
  std::mutex mutex;
  std::vector<std::uint32_t> index;  // 0 = free, else the place in traits + 1
  std::vector<std::uint32_t> marks;  // upper half of the hash of what index points to
  std::vector<ValueTraits> traits;
  std::string texts;

  [[nodiscard]] std::string_view text_of(const ValueTraits& value) const {
    return std::string_view(texts).substr(value.offset, value.length);
  }
  void grow();
  void place(std::uint64_t hash, std::uint32_t number);
};

void ValuePool::Shard::place(std::uint64_t hash, std::uint32_t number) {
  const auto mask = index.size() - 1;
  auto at = static_cast<std::size_t>(hash) & mask;
  while (index[at] != 0)
    at = (at + 1) & mask;
  index[at] = number;
  marks[at] = static_cast<std::uint32_t>(hash >> 32U);
}

void ValuePool::Shard::grow() {
  const auto size = std::max<std::size_t>(1024, index.size() * 2);
  index.assign(size, 0);
  marks.assign(size, 0);
  for (std::uint32_t number = 0; number < traits.size(); ++number)
    place(hash_of(text_of(traits[number])) / shard_count, number + 1);
}

ValuePool::ValuePool() : shards_(std::make_unique<Shard[]>(shard_count)) {
  (void)intern("", 0, nullptr);  // falls into the first shard: number 0
}
ValuePool::~ValuePool() = default;
ValuePool::ValuePool(ValuePool&&) noexcept = default;
ValuePool& ValuePool::operator=(ValuePool&&) noexcept = default;

ValueId ValuePool::intern(std::string_view text, std::uint64_t hash, MakeTraits make_traits) {
  if (text.size() > value_bytes_max) {
    text = text.substr(0, value_bytes_max);
    hash = hash_of(text);
  }
  const auto number = static_cast<std::uint32_t>(hash % shard_count);
  auto& shard = shards_[number];
  const auto rest = hash / shard_count;
  const std::scoped_lock lock(shard.mutex);
  if ((shard.traits.size() + 1) * 3 > shard.index.size() * 2) shard.grow();
  const auto mask = shard.index.size() - 1;
  for (auto at = static_cast<std::size_t>(rest) & mask; shard.index[at] != 0;
       at = (at + 1) & mask) {
    const auto found = shard.index[at] - 1;
    if (shard.marks[at] == static_cast<std::uint32_t>(rest >> 32U) &&
        shard.text_of(shard.traits[found]) == text)
      return found * shard_count + number;
  }
  ValueTraits traits;
  traits.letters = letters_of(text);
  traits.offset = static_cast<std::uint32_t>(shard.texts.size());
  traits.length = static_cast<std::uint16_t>(text.size());
  if (make_traits != nullptr) make_traits(text, traits);
  shard.texts += text;
  shard.traits.push_back(traits);
  const auto added = static_cast<std::uint32_t>(shard.traits.size());
  shard.place(rest, added);
  return (added - 1) * shard_count + number;
}

void ValuePool::settle() {
  std::size_t bytes = 0, count = 0;
  for (std::uint32_t number = 0; number < shard_count; ++number) {
    bases_[number] = static_cast<std::uint32_t>(count);
    count += shards_[number].traits.size();
    bytes += shards_[number].texts.size();
  }
  traits_.reserve(count);
  texts_.reserve(bytes);
  for (std::uint32_t number = 0; number < shard_count; ++number) {
    auto& shard = shards_[number];
    const auto offset = static_cast<std::uint32_t>(texts_.size());
    texts_ += shard.texts;
    for (auto traits : shard.traits) {
      traits.offset += offset;
      traits_.push_back(traits);
    }
    shard.traits = {};
    shard.texts = {};
    shard.index = {};
    shard.marks = {};
  }
  shards_.reset();
}

}  // namespace model
