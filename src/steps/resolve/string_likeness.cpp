#include "steps/resolve/string_likeness.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>

namespace resolve {
namespace {

constexpr std::size_t compared_bytes_max = 64;
constexpr std::uint64_t letter_bits = (std::uint64_t{1} << 52U) - 1;

double with_prefix(double jaro, std::string_view left, std::string_view right) {
  std::size_t prefix = 0;
  const auto most = std::min<std::size_t>({4, left.size(), right.size()});
  while (prefix < most && left[prefix] == right[prefix])
    ++prefix;
  return jaro + 0.1 * static_cast<double>(prefix) * (1 - jaro);
}

std::string_view take_word(std::string_view& words) {
  const auto word = words.substr(0, words.find(' '));
  words.remove_prefix(word.size() < words.size() ? word.size() + 1 : word.size());
  return word;
}

bool has_word(std::string_view words, std::string_view word) {
  while (!words.empty())
    if (take_word(words) == word) return true;
  return false;
}

}  // namespace

double jaro_winkler(std::string_view left, std::string_view right) {
  left = left.substr(0, compared_bytes_max);
  right = right.substr(0, compared_bytes_max);
  if (left.empty() || right.empty()) return left.empty() && right.empty() ? 1 : 0;
  const auto longer = std::max(left.size(), right.size());
  const auto reach = longer / 2 > 0 ? longer / 2 - 1 : 0;
  // One bit a position of the right text, by letter; only the letters at hand are ever set.
  thread_local std::array<std::uint64_t, 256> positions{};
  for (std::size_t at = 0; at < right.size(); ++at)
    positions[static_cast<unsigned char>(right[at])] |= std::uint64_t{1} << at;
  std::uint64_t free =
      right.size() == 64 ? ~std::uint64_t{0} : (std::uint64_t{1} << right.size()) - 1;
  std::array<char, compared_bytes_max> in_left{};
  std::size_t matches = 0;
  std::uint64_t used = 0;
  for (std::size_t at = 0; at < left.size(); ++at) {
    const auto from = at > reach ? at - reach : 0;
    if (from >= right.size()) break;
    const auto width = std::min<std::size_t>(at + reach + 1, 64) - from;
    const auto window = (width >= 64 ? ~std::uint64_t{0} : (std::uint64_t{1} << width) - 1) << from;
    const auto found = positions[static_cast<unsigned char>(left[at])] & free & window;
    if (found == 0) continue;
    const auto lowest = found & (~found + 1);
    free &= ~lowest;
    used |= lowest;
    in_left[matches++] = left[at];
  }
  for (const char letter : right)
    positions[static_cast<unsigned char>(letter)] = 0;
  if (matches == 0) return 0;
  std::size_t out_of_place = 0;
  for (std::size_t index = 0; index < matches; ++index, used &= used - 1)
    out_of_place += in_left[index] != right[static_cast<std::size_t>(std::countr_zero(used))];
  const auto same = static_cast<double>(matches);
  const auto transpositions = out_of_place / 2;
  const auto moved = static_cast<double>(transpositions);
  const auto jaro = (same / static_cast<double>(left.size()) +
                     same / static_cast<double>(right.size()) + (same - moved) / same) /
                    3;
  return with_prefix(jaro, left, right);
}

double jaro_winkler_bound(std::uint64_t left_letters, std::size_t left_length,
                          std::uint64_t right_letters, std::size_t right_length) {
  const auto lacking = [](std::uint64_t from, std::uint64_t in) {
    return static_cast<std::size_t>(std::popcount(from & ~in & letter_bits));
  };
  const auto left_lacks = lacking(left_letters, right_letters);
  const auto right_lacks = lacking(right_letters, left_letters);
  const auto left_same = left_length - std::min(left_length, left_lacks);
  const auto right_same = right_length - std::min(right_length, right_lacks);
  const auto same = static_cast<double>(std::min(left_same, right_same));
  if (same <= 0) return 0;
  const auto jaro =
      (same / static_cast<double>(left_length) + same / static_cast<double>(right_length) + 1) / 3;
  return jaro + 0.4 * (1 - jaro);
}

bool is_one_slip_apart(std::string_view left, std::string_view right) {
  if (left.size() > right.size()) std::swap(left, right);
  if (right.size() - left.size() > 1) return false;
  std::size_t at = 0;
  while (at < left.size() && left[at] == right[at])
    ++at;
  if (right.size() > left.size()) return left.substr(at) == right.substr(at + 1);
  if (at == left.size() || left.substr(at + 1) == right.substr(at + 1)) return true;
  return at + 1 < left.size() && left[at] == right[at + 1] && left[at + 1] == right[at] &&
         left.substr(at + 2) == right.substr(at + 2);
}

double shared_words(std::string_view left, std::string_view right) {
  std::size_t shared = 0, left_count = 0, right_count = 0;
  for (auto rest = left; !rest.empty(); ++left_count)
    shared += has_word(right, take_word(rest));
  for (auto rest = right; !rest.empty(); ++right_count)
    (void)take_word(rest);
  const auto longer = std::max(left_count, right_count);
  return longer == 0 ? 0 : static_cast<double>(shared) / static_cast<double>(longer);
}

}  // namespace resolve
