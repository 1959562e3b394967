// Attacks the reader of bundles. What is accepted must have a text that reads back as the same.
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "edges/codec/bundle_json.h"
#include "ground/base/ensure.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  const std::string_view file(reinterpret_cast<const char*>(bytes), size);
  const auto split = codec::split_signature(file);
  if (split) base::ensure(file.starts_with(split->text), "what is signed is the beginning");
  const auto bundle = codec::read_bundle(split ? split->text : file);
  if (!bundle) {
    base::ensure(!bundle.error().issues.empty(), "a refusal has a reason");
    return 0;
  }
  const auto again = codec::read_bundle(codec::write_bundle(*bundle));
  base::ensure(again.has_value() && again->items == bundle->items, "a bundle reads back");
  return 0;
}
