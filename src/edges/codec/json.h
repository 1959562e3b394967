#pragma once

#include <string>
#include <string_view>

#include "edges/codec/json_value.h"
#include "ground/base/result.h"

namespace codec {

/// Reads one JSON value as a T: the strict decoder of archive.h. Unknown names, wrong types,
/// missing members, words outside a vocabulary and broken limits are all collected (at most 50)
/// and refused with ErrorKind::invalid_input, or too_large where `limits` end it at once.
/// Types described in a .cpp of this folder are instantiated there; who describes types of its
/// own includes archive.h.
template <class T>
[[nodiscard]] base::Result<T> decode(std::string_view json, const JsonLimits& limits = {});

/// The canonical JSON of a value: members in described order, nothing that equals its default
/// where the description says optional or defaulted, no white space. Never fails.
template <class T>
[[nodiscard]] std::string encode(const T& value);

/// Limits for what our own store wrote: sizes were checked when it came in, and what once came in
/// must always read back.
[[nodiscard]] constexpr JsonLimits trusted_limits() {
  return {.bytes_max = 64 << 20,
          .depth_max = 64,
          .values_max = 8'000'000,
          .members_max = 100'000,
          .judges_members = false};
}

}  // namespace codec
