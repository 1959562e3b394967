#include "work/workflow/persona_sketch.h"

#include <bit>
#include <string>
#include <string_view>

namespace workflow {
namespace {

/// FNV-1a: spreads short texts evenly and is the same on every machine, as a stored value must be.
std::uint64_t spread(std::string_view text) {
  std::uint64_t value = 14695981039346656037ULL;
  for (const char character : text)
    value = (value ^ static_cast<unsigned char>(character)) * 1099511628211ULL;
  return value ^ (value >> 32);
}

std::uint64_t bits_of(const std::vector<std::string>& texts, unsigned first, unsigned count) {
  std::uint64_t bits = 0;
  for (const auto& text : texts)
    bits |= std::uint64_t{1} << (first + spread(text) % count);
  return bits;
}

}  // namespace

std::uint64_t sketch_of(const model::PersonaFeatures& features) {
  return bits_of(features.behaviours, 0, 32) | bits_of(features.said_words, 32, 16) |
         bits_of(features.requests, 48, 16) | bits_of(features.technologies, 48, 16);
}

bool share_too_little(std::uint64_t left, std::uint64_t right) {
  return std::popcount(left & right) < 2;
}

}  // namespace workflow
