// Attacks the reader of bundles and of the lessons in them. What is accepted must have a text that
// reads back as the same.
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "edges/codec/bundle_json.h"
#include "edges/codec/lesson_json.h"
#include "ground/base/ensure.h"

namespace {

void try_lesson(std::string_view content) {
  const auto lesson = codec::decode<model::HandedLesson>(content);
  if (!lesson) return;
  const auto text = codec::encode(*lesson);
  const auto again = codec::decode<model::HandedLesson>(text);
  base::ensure(again.has_value() && codec::encode(*again) == text, "a lesson reads back");
}

}  // namespace

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
  for (const auto& item : bundle->items)
    try_lesson(item.content);
  return 0;
}
