// Attacks the parsers of base: ids, moments and days. What is accepted must survive being written
// and read again.
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "ground/base/ensure.h"
#include "ground/base/id.h"
#include "ground/base/time.h"

namespace {

template <class Value>
void must_be(const base::Result<Value>& again, const Value& value) {
  base::ensure(again.has_value() && *again == value, "a value survives being written");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(bytes), size);
  if (const auto uuid = base::parse_uuid(text))
    must_be(base::parse_uuid(base::format_uuid(*uuid)), *uuid);
  if (const auto moment = base::parse_utc(text))
    must_be(base::parse_utc(base::format_utc(*moment)), *moment);
  if (const auto day = base::parse_day(text))
    must_be(base::parse_day(base::format_day(*day)), *day);
  return 0;
}
