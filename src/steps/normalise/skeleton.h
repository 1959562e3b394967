#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace normalise {

/// The consonants of one word in plain Latin letters, in classes that survive the way from one
/// script to another: Sergey, Сергей and セルゲイ are all "SRK", Ivanov, Иванов and イワノフ
/// "APNP". Classes: P (b f p v w), T (d t), K (c g k q), S (all sibilants), R (l r), M, N, H, and A
/// for a vowel or y at the beginning; other vowels, doubled and silent letters are left out. Rough
/// on purpose: it finds candidates and says "sounds alike", never "is the same name".
[[nodiscard]] std::string skeleton_of(std::string_view latin_word);

/// A number for a skeleton, and how many consonants it has: all that is needed to find an equal
/// one, without taking memory.
struct SkeletonHash {
  std::uint64_t hash = 0;  ///< 0 for the empty one
  std::uint32_t length = 0;
};
[[nodiscard]] SkeletonHash skeleton_hash_of(std::string_view latin_word);

}  // namespace normalise
