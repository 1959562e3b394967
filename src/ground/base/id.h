#pragma once

#include <array>
#include <atomic>
#include <compare>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>

#include "ground/base/result.h"
#include "ground/base/time.h"

namespace base {

/// The 16 bytes of a UUID. Ours are version 7 (RFC 9562): time-ordered, so that they insert
/// at the end of an index; what an anonymous reporter receives is version 4 (random).
using UuidBytes = std::array<std::uint8_t, 16>;

[[nodiscard]] std::string format_uuid(const UuidBytes& bytes);  ///< lower case, with hyphens
[[nodiscard]] Result<UuidBytes> parse_uuid(std::string_view text, std::string_view pointer = "");

/// An id of one kind of thing: Id<model::Report> is not an Id<model::Persona>.
/// `Thing` is only a tag and may be incomplete. A default-made id is nil.
template <class Thing>
struct Id {
  UuidBytes bytes{};

  [[nodiscard]] bool is_nil() const { return bytes == UuidBytes{}; }
  [[nodiscard]] std::string text() const { return format_uuid(bytes); }
  auto operator<=>(const Id&) const = default;
};

template <class Thing>
[[nodiscard]] Result<Id<Thing>> parse_id(std::string_view text, std::string_view pointer = "") {
  auto bytes = parse_uuid(text, pointer);
  if (!bytes) return pass_on(bytes);
  return Id<Thing>{*bytes};
}

/// Seam: where ids come from. Tests count, the program draws from the system.
class IdSource {
 public:
  virtual ~IdSource() = default;
  [[nodiscard]] virtual UuidBytes next(UtcTime now) = 0;  ///< version 7, increasing
  [[nodiscard]] virtual UuidBytes random() = 0;           ///< version 4

  template <class Thing>
  [[nodiscard]] Id<Thing> make(UtcTime now) {
    return Id<Thing>{next(now)};
  }
};

/// Version 7 ids with random bits of the operating system. Those of one source increase
/// strictly, also within a microsecond and when the clock is set back: the 12 bits after the
/// millisecond hold its fraction (RFC 9562 section 6.2, method 3) and are counted up if need be.
/// Safe to use from several threads.
class SystemIds final : public IdSource {
 public:
  [[nodiscard]] UuidBytes next(UtcTime now) override;
  [[nodiscard]] UuidBytes random() override;

 private:
  std::atomic<std::uint64_t> last_tick_ = 0;  // 48 bits of milliseconds, 12 of their fraction
};

/// Deterministic ids for tests and scenarios: the time, then a count. For one thread.
class CountingIds final : public IdSource {
 public:
  [[nodiscard]] UuidBytes next(UtcTime now) override;
  [[nodiscard]] UuidBytes random() override;

 private:
  std::uint64_t count_ = 0;
};

}  // namespace base

template <class Thing>
struct std::hash<base::Id<Thing>> {
  std::size_t operator()(const base::Id<Thing>& id) const noexcept {
    std::size_t value = 1469598103934665603ULL;
    for (auto byte : id.bytes)
      value = (value ^ byte) * 1099511628211ULL;
    return value;
  }
};
