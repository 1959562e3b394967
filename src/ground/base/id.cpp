#include "ground/base/id.h"

#include <algorithm>
#include <cerrno>
#include <sys/random.h>

#include "ground/base/bytes.h"
#include "ground/base/ensure.h"

namespace base {
namespace {

constexpr std::array<std::size_t, 4> hyphen_places{8, 13, 18, 23};
constexpr std::size_t uuid_letters = 36;

bool is_hyphen_place(std::size_t place) {
  return std::ranges::count(hyphen_places, place) > 0;
}

void stamp(UuidBytes& bytes, std::uint8_t version) {
  bytes[6] = static_cast<std::uint8_t>((static_cast<unsigned>(version) << 4U) | (bytes[6] & 0x0fU));
  bytes[8] = static_cast<std::uint8_t>(0x80U | (bytes[8] & 0x3fU));
}

void put_big_endian(UuidBytes& bytes, std::size_t from, std::size_t count, std::uint64_t value) {
  for (std::size_t index = count; index-- > 0; value >>= 8U)
    bytes[from + index] = static_cast<std::uint8_t>(value);
}

UuidBytes random_bytes() {
  UuidBytes bytes{};
  ssize_t got = -1;
  do {
    got = ::getrandom(bytes.data(), bytes.size(), 0);
  } while (got < 0 && errno == EINTR);
  // Up to 256 bytes come whole or not at all, see getrandom(2).
  ensure(got == static_cast<ssize_t>(bytes.size()), "the system gives random bytes");
  return bytes;
}

std::uint64_t tick_of(UtcTime now) {
  const auto microseconds = static_cast<std::uint64_t>(std::max<std::int64_t>(0, now.microseconds));
  const auto fraction = microseconds % 1000 * 4096 / 1000;
  return (microseconds / 1000 << 12U) | fraction;
}

UuidBytes with_tick(UuidBytes bytes, std::uint64_t tick) {
  put_big_endian(bytes, 0, 6, tick >> 12U);
  put_big_endian(bytes, 6, 2, tick & 0x0fffU);
  stamp(bytes, 7);
  return bytes;
}

}  // namespace

std::string format_uuid(const UuidBytes& bytes) {
  std::string text = hex(bytes);
  for (const auto place : hyphen_places)
    text.insert(place, 1, '-');
  return text;
}

Result<UuidBytes> parse_uuid(std::string_view text, std::string_view pointer) {
  std::string digits;
  bool good = text.size() == uuid_letters;
  for (std::size_t place = 0; good && place < text.size(); ++place) {
    if (is_hyphen_place(place))
      good = text[place] == '-';
    else
      digits += text[place];
  }
  const auto parsed = parse_hex(digits);
  if (!good || !parsed) {
    return fail(ErrorKind::invalid_input, std::string(pointer), "is not an id",
                "give a UUID such as 0192f0c1-2d3e-7a4b-8c5d-6e7f8091a2b3");
  }
  UuidBytes bytes{};
  std::ranges::copy(*parsed, bytes.begin());
  return bytes;
}

UuidBytes SystemIds::next(UtcTime now) {
  auto last = last_tick_.load();
  std::uint64_t tick = 0;
  do {
    tick = std::max(tick_of(now), last + 1);
  } while (!last_tick_.compare_exchange_weak(last, tick));
  return with_tick(random_bytes(), tick);
}

UuidBytes SystemIds::random() {
  auto bytes = random_bytes();
  stamp(bytes, 4);
  return bytes;
}

UuidBytes CountingIds::next(UtcTime now) {
  UuidBytes bytes{};
  put_big_endian(bytes, 8, 8, ++count_);
  return with_tick(bytes, tick_of(now));
}

UuidBytes CountingIds::random() {
  UuidBytes bytes{};
  put_big_endian(bytes, 8, 8, ++count_);
  stamp(bytes, 4);
  return bytes;
}

}  // namespace base
