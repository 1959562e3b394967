// Attacks the reader of dates. The normal form of an accepted date is its own normal form, and its
// days are in order.
#include "ground/model/reported_date.h"

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "ground/base/ensure.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(bytes), size);
  const auto date = model::parse_reported_date(text, "/when");
  if (!date) return 0;
  base::ensure(date->earliest <= date->latest, "a date has its days in order");
  const auto again = model::parse_reported_date(date->edtf);
  base::ensure(again.has_value() && *again == *date, "a normal form stays as it is");
  return 0;
}
